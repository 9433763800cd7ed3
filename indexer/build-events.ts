import type { PassageId, SourceDocument, SourceEvent } from '../core/source-index.ts'
import type { Claim } from './claim.ts'
import type { Hierarchy } from './hierarchy.ts'
import type { IndexedDocument } from './index-document.ts'
import type { ReadPassage } from './read-passages.ts'
import type { ClaimGroup } from './merge-claims.ts'
import type { Ties } from './tie-passages.ts'
import { contentId } from '../core/content-id.ts'
import { findConflicts } from './find-conflicts.ts'
import { exactness, groupAgencies, mergeClaims, sortOf } from './merge-claims.ts'
import { clarity, eventDate, groupTargets, mainAction, statusOf } from './summarise-claims.ts'
import { idsOf, tiePassages } from './tie-passages.ts'

/** A document's claims, and which passages belong to them: all that events are made of. */
export type TiedDocument = {
  document: Pick<SourceDocument, 'id' | 'file' | 'published'>
  claims: Claim[]
  ties: Ties
}

/** An event with the claims that it was made of. */
export type JoinedEvent = { event: SourceEvent; claims: Claim[] }

/** The events that the documents tell, oldest first; `documents` in any order. */
export function buildEvents(documents: IndexedDocument[], hierarchy: Hierarchy): SourceEvent[] {
  const tied = documents.map((one) => tieDocument(one, hierarchy))
  const denials = Map.groupBy(
    tied.toSorted(byPublication).flatMap(({ ties }) => ties.denials),
    monthOfDenial,
  )
  const joined = joinEvents(tied, denials, hierarchy)
  return withUniqueIds(joined)
    .map(({ event }) => event)
    .sort(byDate)
}

export function tieDocument(
  { document, read, claims }: IndexedDocument,
  hierarchy: Hierarchy,
): TiedDocument {
  return { document, claims, ties: tiePassages(read, claims, hierarchy) }
}

/** The month in which a denial of allegations at large was published. */
export function monthOfDenial({ published }: ReadPassage): string {
  return published.value.slice(0, 7)
}

/**
 * The events that some documents' claims make together; `denials`: of all documents, by month, in the
 * order of publication. Ids may be doubled (`withUniqueIds`).
 */
export function joinEvents(
  documents: TiedDocument[],
  denials: ReadonlyMap<string, ReadPassage[]>,
  hierarchy: Hierarchy,
): JoinedEvent[] {
  const ordered = documents.toSorted(byPublication)
  const groups = mergeClaims(
    ordered.flatMap(({ claims }) => claims),
    hierarchy,
  )
  const supports = new Map(ordered.flatMap(({ ties }) => [...ties.supports]))
  const replies = new Map(ordered.flatMap(({ ties }) => [...ties.replies]))
  return groups.map((group) => ({
    event: toEvent(group, { supports, replies }, denials, hierarchy),
    claims: group.claims,
  }))
}

type Published = Pick<TiedDocument, 'document'>

function byPublication(a: Published, b: Published): number {
  const [one, two] = [a.document, b.document]
  return compare(one.published.value, two.published.value) || compare(one.file, two.file)
}

function toEvent(
  { claims }: ClaimGroup,
  ties: Pick<Ties, 'supports' | 'replies'>,
  denials: ReadonlyMap<string, ReadPassage[]>,
  hierarchy: Hierarchy,
): SourceEvent {
  const clearest = claims.toSorted((a, b) => clarity(b) - clarity(a)).map(({ read }) => read)
  const agencies = groupAgencies({ claims }, hierarchy)
  const targets = groupTargets(claims)
  const borne = claims.flatMap((claim) => ties.supports.get(claim) ?? [])
  const date = eventDate(
    claims,
    borne.flatMap(({ passage }) => passage.date ?? []),
  )
  const action = mainAction(claims)
  const answers = claims.flatMap((claim) => ties.replies.get(claim) ?? [])
  const sameMonth = denials.get(date?.value.slice(0, 7) ?? '') ?? []
  const general = sameMonth.filter((denial) => answersEvent(denial, action, targets))
  return {
    id: eventId({ claims }, hierarchy),
    agencies,
    action,
    targets,
    ...(date ? { date } : {}),
    status: statusOf(claims),
    passages: unique([...clearest, ...borne]),
    replies: unique(
      [...answers, ...general].sort((a, b) => remoteness(a, targets) - remoteness(b, targets)),
    ),
    conflicts: findConflicts(claims),
  }
}

function unique(reads: ReadPassage[]): PassageId[] {
  return [...new Set(idsOf(reads))]
}

/** How far a reply is from the company's own mouth: 0 its words, 1 told of it, 2 told by the way. */
function remoteness({ passage }: ReadPassage, targets: string[]): number {
  const speaksFor = passage.attribution?.speaksFor
  if (speaksFor !== undefined && targets.includes(speaksFor)) return 0
  return passage.stance === 'response' ? 1 : 2
}

/** A denial of "allegations" at large answers what officials alleged in its month, told anywhere. */
function answersEvent({ passage }: ReadPassage, action: string, targets: string[]): boolean {
  const alleged = action === 'warn' || action === 'testify'
  return alleged && passage.companies.some((company) => targets.includes(company))
}

/**
 * Made of the little that all who tell of an event agree on, as the document says it that dates the
 * event most exactly, or of several the first: so the id stays when others tell more of the event.
 */
function eventId({ claims }: ClaimGroup, hierarchy: Hierarchy): string {
  const [anchor] = claims.toSorted((a, b) => exactness(b) - exactness(a))
  const first = claims.filter(({ read }) => read.passage.document === anchor?.read.passage.document)
  const agencies = groupAgencies({ claims: first }, hierarchy)
  const country = agencies[0] === undefined ? 'unnamed' : hierarchy.country(agencies[0])
  const body = hierarchy.department(hierarchy.common(agencies) ?? country)
  const year = eventDate(first)?.value.slice(0, 4) ?? 'undated'
  const sort = sortOf(mainAction(first))
  // One tells of both companies where another cares for one.
  const [target = ''] = groupTargets(first)
  const actors = first.flatMap((claim) => claim.actors).slice(0, 1)
  return contentId('event', body, sort, target, year, ...actors)
}

/** Two events that are told alike carry their first passage in their ids, all but the earliest. */
export function withUniqueIds(
  events: JoinedEvent[],
  taken: ReadonlySet<string> = new Set(),
): JoinedEvent[] {
  const seen = new Set<string>(taken)
  return events.map(({ event, claims }) => {
    const id = seen.has(event.id) ? contentId('event', event.id, event.passages[0] ?? '') : event.id
    seen.add(id)
    return { event: { ...event, id }, claims }
  })
}

function byDate(a: SourceEvent, b: SourceEvent): number {
  return compare(a.date?.value ?? '9999', b.date?.value ?? '9999') || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
