import type { DateValue, PassageId, SourceEvent } from '../core/source-index.ts'
import type { Hierarchy } from './hierarchy.ts'
import type { IndexedDocument } from './index-document.ts'
import type { ReadPassage } from './read-passages.ts'
import type { ClaimGroup } from './merge-claims.ts'
import type { Ties } from './tie-passages.ts'
import { contentId } from './content-id.ts'
import { findConflicts } from './find-conflicts.ts'
import { groupAgencies, mergeClaims } from './merge-claims.ts'
import { clarity, eventDate, groupTargets, mainAction, statusOf } from './summarise-claims.ts'
import { idsOf, tiePassages } from './tie-passages.ts'

/** The events that the documents tell, oldest first; `documents` in any order. */
export function buildEvents(documents: IndexedDocument[], hierarchy: Hierarchy): SourceEvent[] {
  const ordered = documents.toSorted(byPublication)
  const found = ordered.map(({ read, claims }) => ({
    claims,
    ties: tiePassages(read, claims, hierarchy),
  }))
  const groups = mergeClaims(
    found.flatMap(({ claims }) => claims),
    hierarchy,
  )
  const supports = new Map(found.flatMap(({ ties }) => [...ties.supports]))
  const replies = new Map(found.flatMap(({ ties }) => [...ties.replies]))
  const denials = found.flatMap(({ ties }) => ties.denials)
  const events = groups.map((group) => toEvent(group, { supports, replies }, denials, hierarchy))
  return withUniqueIds(events).sort(byDate)
}

function byPublication(a: IndexedDocument, b: IndexedDocument): number {
  const [one, two] = [a.document, b.document]
  return compare(one.published.value, two.published.value) || compare(one.file, two.file)
}

function toEvent(
  { claims }: ClaimGroup,
  ties: Pick<Ties, 'supports' | 'replies'>,
  denials: ReadPassage[],
  hierarchy: Hierarchy,
): SourceEvent {
  const clearest = claims.toSorted((a, b) => clarity(b) - clarity(a)).map(({ read }) => read)
  const agencies = groupAgencies({ claims }, hierarchy)
  const targets = groupTargets(claims)
  const date = eventDate(claims)
  const action = mainAction(claims)
  const answers = claims.flatMap((claim) => ties.replies.get(claim) ?? [])
  const general = denials.filter((denial) => answersEvent(denial, action, targets, date))
  return {
    id: eventId({ claims }, hierarchy),
    agencies,
    action,
    targets,
    ...(date ? { date } : {}),
    status: statusOf(claims),
    passages: unique([...clearest, ...claims.flatMap((claim) => ties.supports.get(claim) ?? [])]),
    replies: unique([...answers, ...general]),
    conflicts: findConflicts(claims),
  }
}

function unique(reads: ReadPassage[]): PassageId[] {
  return [...new Set(idsOf(reads))]
}

/** A denial of "allegations" at large answers what officials alleged in its month, told anywhere. */
function answersEvent(
  { passage, published }: ReadPassage,
  action: string,
  targets: string[],
  date: DateValue | undefined,
): boolean {
  const alleged = action === 'warn' || action === 'testify'
  const sameMonth = date !== undefined && date.value.slice(0, 7) === published.value.slice(0, 7)
  return alleged && sameMonth && passage.companies.some((company) => targets.includes(company))
}

/**
 * Made of what the document that told of the event first says of it, so that the id stays as it is
 * when others tell more of the event later.
 */
function eventId({ claims }: ClaimGroup, hierarchy: Hierarchy): string {
  const first = claims.filter(
    ({ read }) => read.passage.document === claims[0]?.read.passage.document,
  )
  const agencies = groupAgencies({ claims: first }, hierarchy)
  const body = hierarchy.common(agencies) ?? agencies[0] ?? 'unnamed'
  const date = eventDate(first)?.value.slice(0, 7) ?? 'undated'
  return contentId('event', body, mainAction(first), groupTargets(first).join(), date)
}

/** Two events that are told alike carry their first passage in their ids, all but the earliest. */
function withUniqueIds(events: SourceEvent[]): SourceEvent[] {
  const seen = new Set<string>()
  return events.map((event) => {
    const id = seen.has(event.id) ? contentId('event', event.id, event.passages[0] ?? '') : event.id
    seen.add(id)
    return { ...event, id }
  })
}

function byDate(a: SourceEvent, b: SourceEvent): number {
  return compare(a.date?.value ?? '9999', b.date?.value ?? '9999') || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
