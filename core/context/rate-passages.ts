import type { AgencyTree } from './agency-tree.ts'
import { agencyCloseness } from './agency-tree.ts'
import type { Closeness, PassageFacts } from './context-tiers.ts'
import { kindCloseness, passageTier, queryCompanies, sharesCompany } from './context-tiers.ts'
import type { ContextQuery, Tier } from './context.ts'
import type { Ranker } from './rank.ts'
import type { EntityId, Passage, SourceEvent, SourceIndex } from '../source-index.ts'

/** Two passages that share this much of their words are one report, repeated. */
const SAME_REPORT = 0.6
/** What the second passage of a document loses, and each further one, so that others come first. */
const REPEATED_DOCUMENT = [0, 0.02, 0.06]
/** What a passage is worth beside its words, 0-1: how near its agency is, the event's clearest
 * evidence, a reply where the sentence is one, and what it loses where it names no company. */
const WORTH = { agency: 0.15, named: 0.05, clearest: 0.3, reply: 0.1, noCompany: -0.1 }

/** An index made ready; `facts` and the ranker's texts stand in the order of `passages`. */
export type Prepared = {
  index: SourceIndex
  passages: Passage[]
  facts: PassageFacts[]
  ranker: Ranker
  tree: AgencyTree
  readAgencies: (sentence: string) => EntityId[]
}

/**
 * A passage's own fields and those of the events that it is evidence of. Who acts in an event is
 * better known than who is named in the passage; an allegation is a judgement of risk.
 */
export function readFacts(passage: Passage, events: SourceEvent[]): PassageFacts {
  const own = events.filter((event) => event.passages.includes(passage.id))
  const targets = own.flatMap((event) => event.targets.filter((id) => id !== 'chinese-telecom'))
  const { companies, agencies, actions, stance } = passage
  return {
    companies: companies.length > 0 ? companies : [...new Set(targets)],
    agencies: own.length > 0 ? [...new Set(own.flatMap((event) => event.agencies))] : agencies,
    actions: [
      ...new Set([
        ...actions,
        ...own.map((event) => event.action),
        ...(stance === 'allegation' ? ['warn' as const] : []),
      ]),
    ],
    allies: /\ballies\b/i.test(passage.text),
  }
}

/** A passage with its place among the passages, its tier and what it is worth there. */
export type Rated = { at: number; passage: Passage; tier: Tier; words: number; score: number }

const TIERS: Tier[] = ['same-event', 'same-agency', 'same-action', 'background']

/** Every passage's tier and worth for a query. `words`: closeness of each to its sentence. */
export function ratePassages(
  prepared: Prepared,
  query: ContextQuery,
  event: SourceEvent | undefined,
  words: Float64Array,
): Rated[] {
  const named = prepared.readAgencies(query.sentence)
  const isBroad = isBroadAgency(prepared, query.agency)
  const isReply = query.company !== undefined && REPLY.test(query.sentence)
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
      score:
        close.words +
        Math.max(WORTH.agency * close.agency, WORTH.named * nearest(prepared.tree, named, facts)) +
        clearness(event, passage) +
        (isReply && answers(passage, query) ? WORTH.reply : 0) +
        (facts.companies.length === 0 ? WORTH.noCompany : 0),
    }
  })
}

/**
 * What is best known of a company, for a sentence that shares no word with the sources: the clearest
 * evidence of each event, those with the most evidence first.
 */
export function rateBackground({ index, passages }: Prepared, query: ContextQuery): Rated[] {
  const companies = queryCompanies(query)
  const most = Math.max(1, ...index.events.map((event) => event.passages.length))
  return passages.flatMap((passage, at) => {
    const told = index.events.find((event) => event.passages[0] === passage.id)
    if (!told || !sharesCompany(companies, told.targets)) return []
    const score = told.passages.length / most
    return [{ at, passage, tier: 'background' as const, words: score, score }]
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

/** An event's evidence stands in the order of clearness. */
function clearness(event: SourceEvent | undefined, { id }: Passage): number {
  const at = event?.passages.indexOf(id) ?? -1
  return event && at >= 0 ? WORTH.clearest * (1 - at / event.passages.length) : 0
}

/** The company speaks. */
const REPLY =
  /(?:Huawei|ZTE)(?:'s)?(?: [a-z]+){0,3} (?:said|says|den(?:y|ies|ied)|insist|called|responded|reject|replied|told|claims?|maintain)/

function answers(passage: Passage, { company }: ContextQuery): boolean {
  return passage.stance === 'response' && passage.companies.some((id) => id === company)
}

/** A card's worth: the best of each tier in turn, other documents first, no report twice. */
export function choose(rated: Rated[], ranker: Ranker, count: number): Rated[] {
  const chosen: Rated[] = []
  for (const tier of TIERS) {
    const pool = rated.filter(
      (one) => one.tier === tier && (one.words > 0 || tier !== 'background'),
    )
    while (pool.length > 0 && chosen.length < count) {
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
  return one.score - (REPEATED_DOCUMENT[again] ?? REPEATED_DOCUMENT.at(-1) ?? 0)
}
