/**
 * How a passage relates to what a mention says: the rules behind the tiers. A tier is a promise to
 * the reader, so each asks for more than a shared word.
 */

import { agencyCloseness, isAlly } from './agency-tree.ts'
import type { AgencyTree } from './agency-tree.ts'
import type { ContextQuery, Tier } from './context.ts'
import type { ActionKind, EntityId, SourceEvent } from '../source-index.ts'

/** Kinds that reports use for one another: the same event may be told with either. */
const SAME: ActionKind[][] = [
  ['ban', 'restrict', 'deny-export'],
  ['warn', 'testify', 'report', 'evaluate'],
  ['urge-allies', 'warn'],
  ['fine', 'settle'],
]
/** Kinds that bear on each other without being the same event. */
const RELATED: ActionKind[][] = [
  ['ban', 'restrict', 'legislate', 'urge-allies', 'designate'],
  ['designate', 'deny-export', 'warn'],
  ['lift', 'deny-export', 'settle', 'fine', 'ban'],
  ['evaluate', 'restrict', 'ban'],
  ['charge', 'investigate'],
]
/** Judgements of risk. */
const ASSESSMENT: ActionKind[] = ['warn', 'testify', 'report', 'evaluate']

/** 1 the same kind, 0.7 told with either word, 0.4 bearing on each other, else 0. */
export function kindCloseness(a: ActionKind | undefined, b: ActionKind): number {
  if (a === undefined) return 0
  if (a === b) return 1
  const share = (families: ActionKind[][]) =>
    families.some((family) => family.includes(a) && family.includes(b))
  return share(SAME) ? 0.7 : share(RELATED) ? 0.4 : 0
}

/** The companies that a query is about; empty where it is about the trade as a whole. */
export function queryCompanies(query: ContextQuery): EntityId[] {
  if (query.company !== undefined) return [query.company]
  if (query.target === 'both') return ['huawei', 'zte']
  return query.target === 'huawei' || query.target === 'zte' ? [query.target] : []
}

/** Whether a text about `found` bears on `companies`; either may be empty for the whole trade. */
export function sharesCompany(companies: EntityId[], found: EntityId[]): boolean {
  return companies.length === 0 || found.length === 0 || found.some((id) => companies.includes(id))
}

/** Below this an event is another one; an agency's own unit and a like kind reach it. */
const SAME_EVENT = 0.55
/** Where only the government is shared, the words must be close too. */
const SAME_EVENT_WORDS = 0.25

/**
 * How surely the mention speaks of the event, 0–1; 0 where it is another. `words`: closeness of the
 * mention's sentence to the event's closest passage.
 */
export function eventCloseness(
  query: ContextQuery,
  event: SourceEvent,
  tree: AgencyTree,
  words: number,
): number {
  const { agency, action } = query
  if (agency === undefined || action === undefined) return 0
  const near = Math.max(0, ...event.agencies.map((id) => agencyCloseness(tree, agency, id)))
  const named = event.targets.filter((id) => tree.get(id)?.kind === 'company')
  const companies = queryCompanies(query)
  const sameTarget = named.length === 0 ? companies.length === 0 : sharesCompany(companies, named)
  if (!sameTarget || isOtherYear(query.sentence, event)) return 0
  if (near < 0.8 && words < SAME_EVENT_WORDS) return 0
  const closeness = near * kindCloseness(action, event.action)
  return closeness >= SAME_EVENT ? closeness : 0
}

/** The sentence gives years, and none is within one of the event's. */
export function isOtherYear(sentence: string, event: SourceEvent): boolean {
  const years = yearsIn(sentence)
  const year = yearOf(event)
  return years.length > 0 && !Number.isNaN(year) && years.every((one) => Math.abs(one - year) > 1)
}

/** More than a department has over its government: a stated year decides between two events. */
const YEAR_WEIGHT = 0.3

/** `YEAR_WEIGHT` where the sentence gives the event's year, less where it gives another, else 0. */
export function yearCloseness(sentence: string, event: SourceEvent): number {
  const years = yearsIn(sentence)
  if (years.length === 0) return 0
  return years.includes(yearOf(event)) ? YEAR_WEIGHT : -YEAR_WEIGHT
}

function yearsIn(sentence: string): number[] {
  return [...sentence.matchAll(/\b(?:19|20)\d\d\b/g)].map((match) => Number(match[0]))
}

/** Not a number for an event without a date. */
function yearOf(event: SourceEvent): number {
  return Number(event.date?.value.slice(0, 4))
}

/** What is known of a passage, its own words and its events' fields together. */
export type PassageFacts = {
  companies: EntityId[]
  agencies: EntityId[]
  actions: ActionKind[]
  /** It speaks of the United States' allies as a group. */
  allies: boolean
}

/** How a passage stands to a query: 0–1 each. */
export type Closeness = { words: number; kind: number; agency: number; company: number }

/** Shared words that make a like action similar: by a related agency, by any, and of a kin kind. */
const SIMILAR_WORDS = { related: 0.2, any: 0.4, kin: 0.3 }

/**
 * The tier of a passage that is not evidence of the same event. `isBroad`: the agency is a whole
 * government that much of the index speaks of, so that naming it says little.
 */
export function passageTier(
  query: ContextQuery,
  facts: PassageFacts,
  close: Closeness,
  tree: AgencyTree,
  isBroad: boolean,
): Exclude<Tier, 'same-event'> {
  const { agency, action } = query
  if (agency === undefined || action === undefined) return 'background'
  // a department's bureau is another agency unless it did something like it
  const sameAgency = close.agency === 1 || (close.agency >= 0.8 && close.kind > 0)
  if (close.company === 0)
    return sameAgency && isAssessment(action, facts) ? 'same-action' : 'background'
  const isLike = close.kind === 1 || (close.kind > 0 && close.words >= SIMILAR_WORDS.kin)
  if (sameAgency && (!isBroad || isLike)) return 'same-agency'
  const isAllied = facts.allies && isAlly(tree, agency) && kindCloseness(action, 'restrict') > 0
  return isAllied || isSimilar(close) ? 'same-action' : 'background'
}

/** A like action by a related agency, or told in like words. */
function isSimilar({ kind, agency, words }: Closeness): boolean {
  if (kind >= 0.7) return words >= (agency >= 0.4 ? SIMILAR_WORDS.related : SIMILAR_WORDS.any)
  return kind > 0 && agency >= 0.5 && words >= SIMILAR_WORDS.kin
}

/** What an agency says about the risks of one company's equipment bears on the other's. */
function isAssessment(action: ActionKind, facts: PassageFacts): boolean {
  return ASSESSMENT.includes(action) && facts.actions.some((one) => ASSESSMENT.includes(one))
}
