import type { DateValue, EventStatus, PassageId, SourceEvent } from '../core/source-index.ts'
import type { Claim } from './find-claims.ts'
import type { Hierarchy } from './hierarchy.ts'
import type { IndexedDocument, ReadPassage } from './index-document.ts'
import type { ClaimGroup } from './merge-claims.ts'
import { contentId } from './content-id.ts'
import { findConflicts } from './find-conflicts.ts'
import { groupAgencies, mergeClaims } from './merge-claims.ts'
import { mayBeSame } from './same-event.ts'
import type { Ties } from './tie-passages.ts'
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

/** The companies; the Chinese trade at large only where no text names one. */
function groupTargets(claims: Claim[]): string[] {
  const all = [...new Set(claims.flatMap((claim) => claim.targets))].sort()
  return all.length > 1 ? all.filter((target) => target !== 'chinese-telecom') : all
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

/** How well a claim stands for its event: it names the agency, the companies, the time, in own words. */
function clarity(claim: Claim): number {
  const { passage } = claim.read
  const company = passage.companies.some((one) => claim.targets.includes(one))
  return Number(claim.named) * 4 + Number(company) * 2 + (claim.date?.value.length ?? 0) / 10
}

/** The most telling name of one act: what is denied export is also banned, a settlement is a fine. */
const TELLING: Claim['action'][] = ['deny-export', 'ban', 'settle', 'testify']

function mainAction(claims: Claim[]): Claim['action'] {
  const telling = TELLING.find((action) => claims.some((claim) => claim.action === action))
  const counts = Map.groupBy(claims, ({ action }) => action)
  const [most] = [...counts].sort(([, a], [, b]) => b.length - a.length)
  return telling ?? most?.[0] ?? 'report'
}

/** The date that most claims agree on, told the most exactly; without any, when it was first told. */
function eventDate(claims: Claim[]): DateValue | undefined {
  const dates = claims.flatMap(({ date }) => date ?? [])
  const votes = (date: DateValue) => dates.filter((one) => mayBeSame(one, date)).length
  const [best] = dates.toSorted((a, b) => votes(b) - votes(a) || b.value.length - a.value.length)
  if (best) return best
  const told = claims.map(({ read }) => read.published.value).sort()[0]
  if (told === undefined) return undefined
  const value = told.slice(0, 7)
  return { value, precision: value.length === 7 ? 'month' : 'year', basis: 'inferred' }
}

const LASTING = new Set(['ban', 'deny-export', 'designate'])
const ENACTED = /\b(?:passed|signed|enacted|became law|signs|passes)\b/i
const STILL =
  /\bcontinues? to (?:\w+ )?(?:implement|enforce|apply)\b|\bremains? in (?:force|place|effect)\b/i
const ELAPSED_DAYS = 180

function statusOf(claims: Claim[]): EventStatus {
  const texts = claims.map(({ read }) => read.passage.text)
  const lawmaking = claims.every(({ action }) => action === 'legislate')
  if (claims.every(({ proposed }) => proposed)) return 'proposed'
  if (lawmaking && !texts.some((text) => ENACTED.test(text))) return 'proposed'
  if (texts.some((text) => /\bsuspended\b/i.test(text))) return 'suspended'
  if (texts.some((text) => STILL.test(text))) return 'in-force'
  if (claims.every(isSecondHand)) return 'reported'
  if (claims.some(({ action }) => LASTING.has(action))) return 'in-force'
  return claims.every(isLongPast) ? 'past' : 'announced'
}

function isSecondHand({ read }: Claim): boolean {
  const attribution = read.passage.attribution
  const indirect =
    attribution?.standing === 'reported-by-other' || attribution?.standing === 'anonymous'
  return indirect || /\breportedly\b/i.test(read.passage.text)
}

function isLongPast({ read, date }: Claim): boolean {
  if (!date) return false
  const days = (text: string) => Date.parse(text.length === 4 ? `${text}-07-01` : text) / 86_400_000
  return days(read.published.value) - days(date.value) > ELAPSED_DAYS
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
