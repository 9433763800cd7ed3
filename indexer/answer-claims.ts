import type { ActionKind } from '../core/source-index.ts'
import type { Claim } from './claim.ts'
import type { ReadPassage } from './read-passages.ts'
import { tellsAnswer } from './judge-stance.ts'
import { pointsAt } from './pointers.ts'
import { daysApart } from './same-event.ts'

/** A company's answer, with what it answers; `at`: its place among its document's passages. */
export type Reply = { answered: Claim[]; denies: boolean; read: ReadPassage; at: number }

/** A reply answers what its own document told at most this many passages before or after. */
export const REPLY_REACH = 8

/** The claims of its document that a reply answers: those it points at, or else the nearest. */
export function answeredBy(
  reply: ReadPassage,
  claims: Claim[],
  distance: (claim: Claim) => number,
): Claim[] {
  const near = claims.filter(
    (claim) =>
      (claim.targets.includes('chinese-telecom') ||
        shares(reply.passage.companies, claim.targets)) &&
      Math.abs(distance(claim)) <= REPLY_REACH,
  )
  const { text } = reply.passage
  const likely = [
    near.filter((claim) => THIS.test(text) && distance(claim) < 0),
    near.filter((claim) => pointsAt(text, claim)),
    near.filter((claim) => claim.read.paragraph === reply.paragraph && distance(claim) < 0),
    near.filter((claim) => ACCUSING.has(claim.action) && INNOCENCE.test(text)),
    near.filter(isNews),
    near,
  ].find((claims) => claims.length > 0)
  return nearest(likely ?? [], distance, REPLY_REACH)
}

/** "Huawei disputes this." answers what stands above it. */
const THIS = /^[^,“”"]{2,40} \w+s? (?:this|that|it)\.?$/
/** "It never spied on anyone" answers who said that it might. */
const INNOCENCE =
  /\b(?:never|no|not|nobody|denie[sd])\b[^.]*\b(?:sp(?:y|ies|ied|ying)|espionage|back ?doors?)\b/i
const ACCUSING = new Set<ActionKind>(['warn', 'testify', 'investigate', 'charge', 'report'])
/** What was done this long before a text is its background, not its news; days. */
const NEWS_DAYS = 31
const FRESH_DAYS = 7

/** Whether a claim is what its document has to tell, rather than what it recalls. */
function isNews({ date, read }: Claim): boolean {
  if (date) return daysApart(date, read.published) <= NEWS_DAYS
  // "The Post reported last month that the agency had warned": an old story, whenever it was.
  return read.dates.every((one) => daysApart(one, read.published) <= FRESH_DAYS)
}

/** A company's next words answer what its last ones did, unless something was told between. */
export function goesOn(last: Reply, read: ReadPassage, at: number): boolean {
  const { passage } = read
  const same = shares(last.read.passage.companies, passage.companies)
  if (last.read.passage.attribution && passage.attribution === last.read.passage.attribution)
    return same
  return at === last.at + 1 && same && last.read.passage.stance === 'response'
}

/** The claims in the nearest passage before, or where there is none, after. */
export function nearest(
  claims: Claim[],
  distance: (claim: Claim) => number,
  reach: number,
): Claim[] {
  const cost = (claim: Claim) => {
    const away = distance(claim)
    return away <= 0 ? -away : away + reach
  }
  const least = Math.min(...claims.map(cost))
  return claims.filter((claim) => cost(claim) === least)
}

/** Whether a passage holds a company's answer, alone or beside what it answers. */
export function isReply({ passage }: ReadPassage): boolean {
  if (passage.section !== 'body' || passage.companies.length === 0) return false
  if (passage.stance === 'response') return true
  const own = passage.companies.some((company) => company === passage.attribution?.speaksFor)
  return (own || passage.stance === 'allegation') && tellsAnswer(passage.text, true)
}

/** Whether two lists have an element in common. */
export function shares(a: string[], b: string[]): boolean {
  return a.some((one) => b.includes(one))
}
