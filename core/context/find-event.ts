import { agencyCloseness } from './agency-tree.ts'
import { eventCloseness, queryCompanies, yearCloseness } from './context-tiers.ts'
import type { ContextQuery } from './context.ts'
import type { Prepared, Rated } from './rate-passages.ts'
import type { Passage, PassageId, SourceEvent } from '../source-index.ts'

/**
 * The event that the mention speaks of: by agency, kind, target, year, then closeness of words. A
 * company's sentence speaks of one where it names the event's agency and shares many words with its
 * evidence. `words`: closeness of each passage to the sentence, 0–1.
 */
export function findEvent(
  prepared: Prepared,
  query: ContextQuery,
  words: Float64Array,
): SourceEvent | undefined {
  const named = query.company === undefined ? [] : prepared.readAgencies(query.sentence)
  const closeness = (event: SourceEvent, near: number) =>
    query.company === undefined
      ? eventCloseness(query, event, prepared.tree, near)
      : namedEvent(prepared, query, event, named, near)
  return prepared.index.events
    .map((event) => ({ event, near: closest(prepared, event, words) }))
    .map(({ event, near }) => ({ event, near, is: closeness(event, near) }))
    .filter((one) => one.is > 0)
    .map((one) => ({ ...one, score: one.is + one.near + yearCloseness(query.sentence, one.event) }))
    .toSorted((a, b) => b.score - a.score)[0]?.event
}

function closest({ passages }: Prepared, event: SourceEvent, words: Float64Array): number {
  return passages.reduce(
    (most, { id }, i) => (event.passages.includes(id) ? Math.max(most, words[i] ?? 0) : most),
    0,
  )
}

/** Words that a company's sentence must share with an event's evidence to speak of it. */
const NAMED_EVENT_WORDS = 0.4

function namedEvent(
  { tree }: Prepared,
  query: ContextQuery,
  event: SourceEvent,
  named: string[],
  near: number,
): number {
  if (near < NAMED_EVENT_WORDS || !event.targets.some((id) => id === query.company)) return 0
  if (yearCloseness(query.sentence, event) < 0) return 0
  const isNamed = named.some((id) =>
    event.agencies.some((other) => agencyCloseness(tree, id, other) >= 0.8),
  )
  return isNamed ? 1 : 0
}

/** A reply is shown beside what it answers; two of them fit a card. */
const MAX_REPLIES = 2

/**
 * The event's replies, in the order of the index (the company's own words before what others tell of
 * them), else the closest answers; those of the companies concerned come first.
 */
export function findReplies(
  prepared: Prepared,
  query: ContextQuery,
  event: SourceEvent | undefined,
  chosen: Rated[],
  words: Float64Array,
): PassageId[] {
  const shown = new Set(chosen.map((one) => one.passage.id))
  const companies = queryCompanies(query)
  type Answer = { passage: Passage; score: number }
  const before = (a: Answer, b: Answer) =>
    wanted ? wanted.indexOf(a.passage.id) - wanted.indexOf(b.passage.id) : b.score - a.score
  const wanted = event && event.replies.length > 0 ? event.replies : undefined
  return prepared.passages
    .map((passage, at) => ({ passage, score: words[at] ?? 0 }))
    .filter(({ passage }) => !shown.has(passage.id))
    .filter(({ passage }) => (wanted ? wanted.includes(passage.id) : passage.stance === 'response'))
    .map((one) => ({ ...one, own: one.passage.companies.some((id) => companies.includes(id)) }))
    .filter(({ own }) => own || wanted !== undefined)
    .toSorted((a, b) => Number(b.own) - Number(a.own) || before(a, b))
    .slice(0, MAX_REPLIES)
    .map(({ passage }) => passage.id)
}
