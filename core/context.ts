import type { AgencyTree } from './agency-tree.ts'
import { agencyCloseness, createAgencyReader } from './agency-tree.ts'
import type { Closeness, PassageFacts } from './context-tiers.ts'
import {
  eventCloseness,
  kindCloseness,
  passageTier,
  queryCompanies,
  sharesCompany,
} from './context-tiers.ts'
import type { Target } from './mention.ts'
import type { Ranker } from './rank.ts'
import { createRanker } from './rank.ts'
import type {
  ActionKind,
  Conflict,
  EntityId,
  EventId,
  Passage,
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
/** Two passages that share this much of their words are one report, repeated. */
const SAME_REPORT = 0.6
/** What a further passage of an already shown document loses, so that others come first. */
const REPEATED_DOCUMENT = 0.08

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

type Prepared = {
  index: SourceIndex
  passages: Passage[]
  facts: PassageFacts[]
  ranker: Ranker
  tree: AgencyTree
  readAgencies: (sentence: string) => EntityId[]
}

/** A passage's own fields and those of the events that it is evidence of. */
function readFacts(passage: Passage, events: SourceEvent[]): PassageFacts {
  const own = events.filter((event) => event.passages.includes(passage.id))
  return {
    companies: passage.companies,
    agencies: [...new Set([...passage.agencies, ...own.flatMap((event) => event.agencies)])],
    actions: [...new Set([...passage.actions, ...own.map((event) => event.action)])],
    allies: /\ballies\b/i.test(passage.text),
  }
}

type Rated = { at: number; passage: Passage; tier: Tier; words: number; score: number }

const TIERS: Tier[] = ['same-event', 'same-agency', 'same-action', 'background']

function findContext(prepared: Prepared, query: ContextQuery): Context {
  const words = prepared.ranker.score(query.sentence)
  const event = findEvent(prepared, query, words)
  const chosen = choose(ratePassages(prepared, query, event, words), prepared.ranker)
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

function ratePassages(
  prepared: Prepared,
  query: ContextQuery,
  event: SourceEvent | undefined,
  words: Float64Array,
): Rated[] {
  const named = prepared.readAgencies(query.sentence)
  const isBroad = isBroadAgency(prepared, query.agency)
  return prepared.passages.map((passage, at) => {
    const facts = prepared.facts[at] ?? readFacts(passage, [])
    const close = measure(prepared.tree, query, facts, words[at] ?? 0)
    const tier = event?.passages.includes(passage.id)
      ? 'same-event'
      : passageTier(query, facts, close, prepared.tree, isBroad)
    return {
      at,
      passage,
      tier,
      words: close.words,
      score: weigh(close, nearest(prepared.tree, named, facts)),
    }
  })
}

/** A government named in more than this share of the passages is too broad to tell events apart. */
const BROAD_SHARE = 0.1

function isBroadAgency({ tree, facts }: Prepared, agency: EntityId | undefined): boolean {
  if (agency === undefined || tree.get(agency)?.partOf !== undefined) return false
  const naming = facts.filter((one) => one.agencies.includes(agency)).length
  return naming > BROAD_SHARE * facts.length
}

function measure(
  tree: AgencyTree,
  query: ContextQuery,
  facts: PassageFacts,
  words: number,
): Closeness {
  const companies = queryCompanies(query)
  const { agency } = query
  const isShared = facts.companies.length > 0 && sharesCompany(companies, facts.companies)
  const shared =
    companies.filter((id) => facts.companies.includes(id)).length / (companies.length || 1)
  return {
    words,
    kind: Math.max(0, ...facts.actions.map((one) => kindCloseness(query.action, one))),
    agency: agency === undefined ? 0 : nearest(tree, [agency], facts),
    company: companies.length === 0 ? 0.5 : isShared ? shared : 0,
  }
}

function nearest(tree: AgencyTree, agencies: EntityId[], facts: PassageFacts): number {
  return Math.max(
    0,
    ...agencies.flatMap((a) => facts.agencies.map((b) => agencyCloseness(tree, a, b))),
  )
}

/** What a passage is worth within its tier; words count most. `named`: agencies of the sentence. */
function weigh(close: Closeness, named: number): number {
  return (
    close.words + 0.1 * close.company + 0.1 * close.kind + 0.1 * Math.max(close.agency, 0.8 * named)
  )
}

/** The best of each tier in turn, other documents first, no report twice. */
function choose(rated: Rated[], ranker: Ranker): Rated[] {
  const chosen: Rated[] = []
  for (const tier of TIERS) {
    const pool = rated.filter(
      (one) => one.tier === tier && (one.words > 0 || tier !== 'background'),
    )
    while (pool.length > 0 && chosen.length < MAX_PASSAGES) {
      const best = pool.reduce((a, b) => (worth(b, chosen) > worth(a, chosen) ? b : a))
      pool.splice(pool.indexOf(best), 1)
      if (chosen.every((other) => ranker.overlap(other.at, best.at) < SAME_REPORT))
        chosen.push(best)
    }
  }
  return chosen
}

function worth(one: Rated, chosen: Rated[]): number {
  const again = chosen.filter((other) => other.passage.document === one.passage.document).length
  return one.score - REPEATED_DOCUMENT * again
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
