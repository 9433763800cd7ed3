import type { Rated } from './choose-passages.ts'
import { TIERS } from './choose-passages.ts'
import type { Relation } from './context-tiers.ts'
import { tierOf } from './context-tiers.ts'
import type { ContextQuery, Tier } from './context.ts'
import type { PassageFacts, Prepared } from './prepare-index.ts'
import { createWorth } from './passage-worth.ts'
import { isBroadGovernment, isParliament } from './prepare-index.ts'
import { saysEnough } from './rank.ts'
import { queryCompanies, sharesCompany } from './query-companies.ts'
import type { Asked } from './relate.ts'
import { readAsked, relate } from './relate.ts'
import type { SourceEvent } from '../source-index.ts'

/** Words that a sentence shares with one that names no company and yet tells the same matter. */
const SAME_MATTER = 0.35

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
  const worth = createWorth(prepared, query, asked, event, words)
  return prepared.passages.flatMap((passage, at) => {
    const facts = prepared.facts[at]
    if (!facts) return []
    const relations = facts.acts.map((act) => relate(prepared, asked, facts, act))
    const own = words[at] ?? 0
    const tier = event?.passages.includes(passage.id)
      ? 'same-event'
      : closestTier(query, asked.isForeign ? [] : relations, isSure ? own : 0, isBroad)
    const isNear = isSure && own >= SAME_MATTER && facts.companies.length === 0
    const isOff = tier === 'background' && !isNear && !isOnCompany(asked, facts, relations)
    if (isOff) return []
    return [{ at, passage, tier, words: own, score: worth(at, passage, facts, relations) }]
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
