import { agencyCloseness, nearest } from './agency-tree.ts'
import type { ContextQuery } from './context.ts'
import { isOnlyOfYear, isOtherYear, yearCloseness } from './event-years.ts'
import { isToldFrom } from './like-events.ts'
import { PART_OF_ONE, isSingular, kindCloseness, sameKind } from './kind-closeness.ts'
import { readKinds } from './kind-words.ts'
import type { Prepared } from './prepare-index.ts'
import { isBroadGovernment } from './prepare-index.ts'
import { saysEnough } from './rank.ts'
import { companiesAround, queryCompanies, sharesCompany } from './query-companies.ts'
import { isOtherSubject, readSubjects } from './subjects.ts'
import type { ActionKind, SourceEvent } from '../source-index.ts'

/** Below this an event is another one; an agency's own unit and a like kind reach it. */
const SAME_EVENT = 0.55
/** Words that must be shared where agency and kind say too little, or a company is all there is. */
const SAME_EVENT_WORDS = 0.4
/** An event that the sources tell at length is more likely meant; per e-fold of its passages. */
const SUPPORT_WEIGHT = 0.4

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
  const [first, second] = prepared.index.events
    .map((event) => ({ event, near: closest(prepared, event, words) }))
    .map(({ event, near }) => ({ event, near, is: eventCloseness(prepared, query, event, near) }))
    .filter((one) => one.is > 0)
    .map(({ event, near, is }) => ({
      event,
      said: is + near + yearCloseness(query.sentence, event),
    }))
    .toSorted((a, b) => b.said + support(b.event) - a.said - support(a.event))
  const isOpen = first && second && !isToldFrom(prepared, query.sentence, first.event, second.event)
  return isOpen ? undefined : first?.event
}

/** How close the nearest of an event's evidence is. */
export function closest({ at }: Prepared, event: SourceEvent, words: Float64Array): number {
  return event.passages.reduce(
    (most, id) => Math.max(most, words[at.get(id) ?? Number.NaN] ?? 0),
    0,
  )
}

function support({ passages }: SourceEvent): number {
  return SUPPORT_WEIGHT * Math.log(Math.max(1, passages.length))
}

/** How surely the query speaks of the event, 0–1; 0 where it is another. */
function eventCloseness(
  prepared: Prepared,
  query: ContextQuery,
  event: SourceEvent,
  words: number,
): number {
  if (query.company !== undefined) return namedEvent(prepared, query, event, words)
  const named = event.targets.filter((id) => prepared.tree.get(id)?.kind === 'company')
  const sameTarget =
    named.length === 0
      ? queryCompanies(query).length === 0
      : sharesCompany(companiesAround(query), named)
  if (!sameTarget || isOtherYear(query.sentence, event)) return 0
  return sameAct(prepared, query, event, words)
}

function sameAct(
  prepared: Prepared,
  query: ContextQuery,
  event: SourceEvent,
  words: number,
): number {
  const { agency, alsoBy, action } = query
  if (agency === undefined || action === undefined) return 0
  const agencies = [agency, ...(alsoBy ?? [])]
  if (isOtherSubject(action, readSubjects(query.sentence), subjectsOf(prepared, event))) return 0
  const near = nearest(prepared.tree, agencies, event.agencies)
  if (near >= 0.6 && kindCloseness(action, event.action) >= 0.5)
    if (isOnlyOfYear(prepared, event, query.sentence)) return near
  const isVague = isBroadGovernment(prepared, agency)
  if (isStatement(action) && near === 1 && !isVague && tellsMuch(query.sentence, words)) return near
  const narrow = agencies.filter((id) => !isBroadGovernment(prepared, id))
  const isOne = action === event.action && isSingular(action) && near >= 0.5
  const saysLittle = nearest(prepared.tree, narrow, event.agencies) < 0.8
  if (!isOne && saysLittle && !tellsMuch(query.sentence, words)) return 0
  const part = isOne ? Math.max(near, PART_OF_ONE) : near
  const closeness = part * sameKind(action, event.action)
  return closeness >= SAME_EVENT ? closeness : 0
}

function subjectsOf({ facts, at }: Prepared, { passages }: SourceEvent): Set<string> {
  return new Set(passages.flatMap((id) => [...(facts[at.get(id) ?? Number.NaN]?.subjects ?? [])]))
}

/** What an agency says of its act in like words belongs to the act. */
const STATEMENTS: ActionKind[] = ['warn', 'report', 'evaluate']
const isStatement = (kind: ActionKind) => STATEMENTS.includes(kind)

function tellsMuch(sentence: string, words: number): boolean {
  return words >= SAME_EVENT_WORDS && saysEnough(sentence)
}

function namedEvent(
  { tree, readAgencies }: Prepared,
  query: ContextQuery,
  event: SourceEvent,
  words: number,
): number {
  if (!tellsMuch(query.sentence, words) || !event.targets.some((id) => id === query.company))
    return 0
  if (yearCloseness(query.sentence, event) < 0) return 0
  const told = readKinds(query.sentence)
  if (told.length > 0 && !told.some((kind) => sameKind(kind, event.action) > 0)) return 0
  const isNamed = readAgencies(query.sentence).some((id) =>
    event.agencies.some((other) => agencyCloseness(tree, id, other) >= 0.8),
  )
  return isNamed ? 1 : 0
}
