import type { Claim } from './claim.ts'
import type { AgencyKnowledge } from './knowledge.ts'
import type { ReadPassage } from './read-passages.ts'
import { claimBase } from './claim.ts'
import { claimDate } from './claim-date.ts'
import { claimTargets } from './claim-targets.ts'

const PAPER = '(?:letter|memo|memorandum|notice|note|bulletin|advisory|briefing|circular|e-?mail)'
/** "after a letter from the Department of Homeland Security" */
const SENT = new RegExp(`\\b${PAPER} (?:from|by|of) (?:the )?`, 'i')
/** "The letter, a copy of which the paper has seen, warned that …" */
const WARNS = new RegExp(`^(?:The|In the|That) ${PAPER}\\b[^.]{0,90}\\bwarn(?:ed|s|ing)\\b`)
/** How many passages further down it may say what the paper holds. */
const REACH = 3

/** A warning that is told in two: an agency's letter first, and then what the letter warned of. */
export function letterClaims(
  read: ReadPassage,
  after: ReadPassage[],
  { findAgencies, hierarchy }: AgencyKnowledge,
): Claim[] {
  const { text, companies } = read.passage
  const sent = SENT.exec(text)
  if (!sent || !after.slice(0, REACH).some(({ passage }) => WARNS.test(passage.text))) return []
  const end = sent.index + sent[0].length
  const agencies = findAgencies(text)
    .filter((found) => found.start >= end && found.start <= end + 4)
    .map(({ entity }) => entity)
    .filter((id) => hierarchy.country(id) !== 'CN')
  const targets = claimTargets(text, companies, [])
  if (agencies.length === 0 || targets.length === 0) return []
  const date = claimDate(read, { start: sent.index, end })
  return [{ ...claimBase(read, 'warn', date), agencies, targets, proposed: false, named: true }]
}
