import { createAgencyReader } from './agency-tree.ts'
import { eventCloseness, queryCompanies } from './context-tiers.ts'
import type { Target } from './mention.ts'
import { createRanker } from './rank.ts'
import type { Prepared, Rated } from './rate-passages.ts'
import { choose, ratePassages, readFacts } from './rate-passages.ts'
import type {
  ActionKind,
  Conflict,
  EntityId,
  EventId,
  PassageId,
  SourceEvent,
  SourceIndex,
} from './source-index.ts'

/** How close a passage is to the mention; the order is the order of showing. */
export type Tier = 'same-event' | 'same-agency' | 'same-action' | 'background'

/** What a card or the digest asks about one mention. */
export type ContextQuery = {
  /** Set for an agency action. */
  agency?: EntityId
  action?: ActionKind
  target?: Target
  /** Set for a company. */
  company?: EntityId
  /** The sentence that the mention stands in. */
  sentence: string
  /** Companies that the page names anywhere, the most frequent first. */
  pageCompanies: EntityId[]
}

export type ContextPassage = {
  passage: PassageId
  tier: Tier
  /** Why it is shown, in a few words a reader understands ("the same event"). */
  reason: string
}

/** What the sources hold for one mention, ready to show. */
export type Context = {
  /** The sources' event that the mention speaks of, where there is one. */
  event?: EventId
  /** Best first; at most `MAX_PASSAGES`, from as many documents as possible. */
  passages: ContextPassage[]
  /** What the companies answered. */
  replies: PassageId[]
  conflicts: Conflict[]
}

/** A card's worth. */
export const MAX_PASSAGES = 5

/** Answers what the sources hold for a mention. Pure; the same query gives the same answer. */
export type ContextFinder = { find: (query: ContextQuery) => Context }

/** A reply is shown beside what it answers; two of them fit a card. */
const MAX_REPLIES = 2

/** Prepares an index for answering; the cost is linear in its passages. */
export function createContextFinder(index: SourceIndex): ContextFinder {
  const passages = index.passages.filter((passage) => passage.section === 'body')
  const prepared: Prepared = {
    index,
    passages,
    facts: passages.map((passage) => readFacts(passage, index.events)),
    ranker: createRanker(passages.map((passage) => passage.text)),
    tree: new Map(index.entities.map((entity) => [entity.id, entity])),
    readAgencies: createAgencyReader(index.entities),
  }
  return { find: (query) => findContext(prepared, query) }
}

function findContext(prepared: Prepared, query: ContextQuery): Context {
  const words = prepared.ranker.score(query.sentence)
  const event = findEvent(prepared, query, words)
  const rated = ratePassages(prepared, query, event, words)
  // an event's replies stand beside it, not among its evidence
  const chosen = choose(
    rated.filter((one) => !event?.replies.includes(one.passage.id)),
    prepared.ranker,
    MAX_PASSAGES,
  )
  return {
    ...(event && { event: event.id }),
    passages: chosen.map((one) => ({
      passage: one.passage.id,
      tier: one.tier,
      reason: REASONS[one.tier],
    })),
    replies: findReplies(prepared, query, event, chosen, words),
    conflicts: event ? event.conflicts : companyConflicts(prepared, query),
  }
}

const REASONS: Record<Tier, string> = {
  'same-event': 'the same event',
  'same-agency': 'the same agency on the same company',
  'same-action': 'a similar action',
  background: 'background',
}

/** The event that the mention speaks of: by agency, kind, target, year, then closeness of words. */
function findEvent(
  prepared: Prepared,
  query: ContextQuery,
  words: Float64Array,
): SourceEvent | undefined {
  const closest = (event: SourceEvent) =>
    Math.max(
      0,
      ...prepared.passages.map((one, i) => (event.passages.includes(one.id) ? (words[i] ?? 0) : 0)),
    )
  return prepared.index.events
    .map((event) => ({ event, words: closest(event) }))
    .map(({ event, words }) => ({
      event,
      words,
      closeness: eventCloseness(query, event, prepared.tree, words),
    }))
    .filter((one) => one.closeness > 0)
    .map((one) => ({ event: one.event, score: one.closeness + one.words }))
    .toSorted((a, b) => b.score - a.score)[0]?.event
}

/** The event's replies, else the closest answers of the companies concerned. */
function findReplies(
  prepared: Prepared,
  query: ContextQuery,
  event: SourceEvent | undefined,
  chosen: Rated[],
  words: Float64Array,
): PassageId[] {
  const shown = new Set(chosen.map((one) => one.passage.id))
  if (event && event.replies.length > 0) {
    return event.replies.filter((id) => !shown.has(id)).slice(0, MAX_REPLIES)
  }
  const companies = queryCompanies(query)
  return prepared.passages
    .map((passage, at) => ({ passage, score: words[at] ?? 0 }))
    .filter(({ passage }) => passage.stance === 'response' && !shown.has(passage.id))
    .filter(({ passage }) => passage.companies.some((id) => companies.includes(id)))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MAX_REPLIES)
    .map(({ passage }) => passage.id)
}

function companyConflicts(prepared: Prepared, query: ContextQuery): Context['conflicts'] {
  if (query.company === undefined) return []
  return prepared.tree.get(query.company)?.conflicts ?? []
}
