import { nearest } from './agency-tree.ts'
import type { Relation } from './context-tiers.ts'
import type { ContextQuery } from './context.ts'
import { yearsIn } from './event-years.ts'
import { closest } from './find-event.ts'
import { wordsOf } from './kind-words.ts'
import type { PassageFacts, Prepared } from './prepare-index.ts'
import type { Asked } from './relate.ts'
import type { EntityId, Passage, SourceEvent } from '../source-index.ts'

/**
 * What a passage is worth beside its words, 0–1 each: an act like the one asked about (agency by kind
 * by company), words that go with that kind, the words of what else tells the same event, its place
 * among the event's evidence, an agency that is asked about, a reply or an allegation where the sentence
 * is one, a year that it gives, the same companies and no other; and what it loses where somebody of
 * another country acts, where it names no company, or where it replies unasked (the card shows replies
 * by themselves).
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

/** Gives what each passage is worth within its tier. `words`: closeness of each to the sentence. */
export function createWorth(
  prepared: Prepared,
  query: ContextQuery,
  asked: Asked,
  event: SourceEvent | undefined,
  words: Float64Array,
): (at: number, passage: Passage, facts: PassageFacts, relations: Relation[]) => number {
  const years = yearsIn(query.sentence)
  const about = prepared.ranker.score(asked.told.map(wordsOf).join(' '))
  const wordsOfEvent = eachOnce((one: SourceEvent) => closest(prepared, one, words))
  return (at, passage, facts, relations) =>
    (words[at] ?? 0) +
    wordsBeside(facts, words) +
    WORTH.kindWords * (about[at] ?? 0) +
    WORTH.act * Math.max(0, ...relations.map((one) => one.agency * one.told * one.company)) +
    WORTH.agency * nearest(prepared.tree, asked.agencies, facts.agencies) +
    toldTogether(asked, facts, wordsOfEvent) +
    clearness(event, passage) +
    (years.some((year) => facts.years.includes(year)) ? WORTH.year : 0) +
    fitness(asked, passage, facts) +
    actors(asked, relations)
}

function eachOnce(measure: (event: SourceEvent) => number): (event: SourceEvent) => number {
  const known = new Map<SourceEvent, number>()
  return (event) => {
    const value = known.get(event) ?? measure(event)
    known.set(event, value)
    return value
  }
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
  { kind, told, agencies }: Asked,
  { events }: PassageFacts,
  wordsOfEvent: (event: SourceEvent) => number,
): number {
  const tellsAct = told.length > 0 || agencies.length > 0
  return kind === undefined && tellsAct
    ? WORTH.together * Math.max(0, ...events.map(wordsOfEvent))
    : 0
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
