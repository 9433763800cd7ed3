import { nearest } from './agency-tree.ts'
import type { Rated } from './choose-passages.ts'
import { TIERS } from './choose-passages.ts'
import type { Relation } from './context-tiers.ts'
import { tierOf } from './context-tiers.ts'
import type { ContextQuery, Tier } from './context.ts'
import { closest } from './find-event.ts'
import { yearsIn } from './event-years.ts'
import { wordsOf } from './kind-words.ts'
import type { PassageFacts, Prepared } from './prepare-index.ts'
import { isBroadGovernment, isParliament } from './prepare-index.ts'
import { saysEnough } from './rank.ts'
import { queryCompanies, sharesCompany } from './query-companies.ts'
import type { Asked } from './relate.ts'
import { readAsked, relate } from './relate.ts'
import type { EntityId, Passage, SourceEvent } from '../source-index.ts'

/**
 * What a passage is worth beside its words, 0–1 each: an act like the one asked about (agency by kind
 * by company), words that go with that kind, the words of what
 * tells the same event, its place among the event's evidence, an agency that is
 * asked about, a reply or an allegation where the sentence is one, a year that it gives, the same companies and no other;
 * and what it loses where somebody of another country acts, where it names no company, or where it
 * replies unasked (the card shows replies by themselves).
 */
const WORTH = {
  act: 0.6,
  kindWords: 0.3,
  together: 0.3,
  clearest: 0.2,
  agency: 0.15,
  reply: 0.6,
  allegation: 0.15,
  year: 0.1,
  sameCompanies: 0.05,
  otherActor: -0.3,
  noCompany: -0.2,
  unaskedReply: -0.3,
}

/** Every passage's tier and worth for a query. `words`: closeness of each to its sentence. */
export function ratePassages(
  prepared: Prepared,
  query: ContextQuery,
  event: SourceEvent | undefined,
  words: Float64Array,
): Rated[] {
  const asked = readAsked(prepared, query)
  const isBroad = isBroadGovernment(prepared, query.agency) || isParliament(prepared, query.agency)
  const isSure = saysEnough(query.sentence)
  const years = yearsIn(query.sentence)
  const about = prepared.ranker.score(asked.told.map(wordsOf).join(' '))
  return prepared.passages.flatMap((passage, at) => {
    const facts = prepared.facts[at]
    if (!facts) return []
    const relations = facts.acts.map((act) => relate(prepared, asked, facts, act))
    const own = words[at] ?? 0
    const tier = event?.passages.includes(passage.id)
      ? 'same-event'
      : closestTier(query, asked.isForeign ? [] : relations, isSure ? own : 0, isBroad)
    const score =
      own +
      wordsBeside(facts, words) +
      WORTH.kindWords * (about[at] ?? 0) +
      WORTH.act * Math.max(0, ...relations.map((one) => one.agency * one.told * one.company)) +
      WORTH.agency * nearest(prepared.tree, asked.agencies, facts.agencies) +
      toldTogether(prepared, asked, facts, words) +
      clearness(event, passage) +
      (years.some((year) => facts.years.includes(year)) ? WORTH.year : 0) +
      fitness(asked, passage, facts) +
      actors(asked, relations)
    const isOff = tier === 'background' && !isOnCompany(asked, facts, relations)
    return isOff ? [] : [{ at, passage, tier, words: own, score }]
  })
}

/**
 * Background is on the company, or tells the deed of its sentence done to the other; for Chinese telecoms
 * as a whole it is on any.
 */
function isOnCompany(asked: Asked, { companies }: PassageFacts, relations: Relation[]): boolean {
  if (asked.isTrade || companies.some((id) => asked.companies.includes(id))) return true
  return asked.kind === undefined && relations.some((one) => one.agency >= 0.8 && one.told >= 0.7)
}

/** The closest tier that one of a passage's acts reaches; a company's passages are background. */
function closestTier(
  { action }: ContextQuery,
  relations: Relation[],
  words: number,
  isBroad: boolean,
): Tier {
  if (action === undefined) return 'background'
  const tiers = relations.map((one) => tierOf(action, one, words, isBroad))
  return TIERS.find((tier) => tiers.some((one) => one === tier)) ?? 'background'
}

/** What the passages around it add to a passage: one that follows up says "the company", "it". */
function wordsBeside({ neighbours }: PassageFacts, words: Float64Array): number {
  return Math.max(0, ...neighbours.map(({ at, share }) => share * (words[at] ?? 0)))
}

/**
 * A company's sentence may tell an event in a few of its words: what else tells of it belongs here. For
 * an action the event is known, or none of them.
 */
function toldTogether(
  prepared: Prepared,
  { kind }: Asked,
  { events }: PassageFacts,
  words: Float64Array,
): number {
  if (kind !== undefined) return 0
  return WORTH.together * Math.max(0, ...events.map((event) => closest(prepared, event, words)))
}

/** An event's evidence stands in the order of clearness. */
function clearness(event: SourceEvent | undefined, { id }: Passage): number {
  const at = event?.passages.indexOf(id) ?? -1
  return event && at >= 0 ? WORTH.clearest * (1 - at / event.passages.length) : 0
}

/** Acts of nobody that is near the one who acts tell less of it, however they are worded. */
function actors({ kind }: Asked, relations: Relation[]): number {
  const isOther = kind !== undefined && relations.every(({ agency }) => agency === 0)
  return isOther ? WORTH.otherActor : 0
}

function companyWorth({ companies }: Asked, found: EntityId[]): number {
  if (found.length === 0) return WORTH.noCompany
  const isSame = found.length === companies.length && found.every((id) => companies.includes(id))
  return isSame ? WORTH.sameCompanies : 0
}

function fitness(asked: Asked, passage: Passage, facts: PassageFacts): number {
  const { companies, isReply } = asked
  const named = companyWorth(asked, facts.companies)
  if (asked.isAllegation && passage.stance === 'allegation') return named + WORTH.allegation
  if (passage.stance !== 'response') return named
  if (!isReply) return named + WORTH.unaskedReply
  return named + (passage.companies.some((id) => companies.includes(id)) ? WORTH.reply : 0)
}

/**
 * What is best known of a company, for a sentence that shares no word with the sources: the clearest
 * evidence of each event, those with the most evidence first.
 */
export function rateBackground({ index, passages }: Prepared, query: ContextQuery): Rated[] {
  const companies = queryCompanies(query)
  const most = Math.max(1, ...index.events.map((event) => event.passages.length))
  const first = new Map(index.events.toReversed().map((event) => [event.passages[0], event]))
  return passages.flatMap((passage, at) => {
    const told = first.get(passage.id)
    if (!told || !sharesCompany(companies, told.targets)) return []
    const score = told.passages.length / most
    return [{ at, passage, tier: 'background' as const, words: score, score }]
  })
}
