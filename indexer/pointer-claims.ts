import type { Claim } from './claim.ts'
import type { ReadPassage } from './read-passages.ts'
import { claimDate } from './claim-date.ts'
import { pointsAt } from './pointers.ts'

/** "The warning was given in February", "The draft rule was published on March 7". */
const DATED =
  /^(?:This was announced|(?:The|That|This) (?:[\w-]+ ){1,3}(?:was|were|had been|came|took effect|dates?|goes back) (?:first )?(?:given|issued|made|imposed|announced|published|signed|introduced|released|sent|delivered|filed|reached|dated|in|on|from|to))\b|^It (?:was|is) dated\b/
/** How many passages back such a sentence points. */
const REACH = 8

/** A sentence that dates an act told further up tells that act again, with its own date. */
export function pointerClaims(
  read: ReadPassage,
  reads: ReadPassage[],
  at: number,
  claims: Claim[],
): Claim[] {
  const date = claimDate(read)
  if (!date || !DATED.test(read.passage.text)) return []
  const near = new Set(reads.slice(Math.max(0, at - REACH), at))
  const { text } = read.passage
  // "It was dated February 2" takes up what the sentence before pointed at.
  const before = /^It\b/.test(text) ? (reads[at - 1]?.passage.text ?? '') : ''
  // "This was announced on Monday" takes up the sentence before, whatever it told.
  const told = /^This was\b/.test(text)
    ? claims.findLast((one) => one.read === reads[at - 1])
    : undefined
  const claim =
    told ?? claims.findLast((one) => near.has(one.read) && pointsAt(`${text} ${before}`, one))
  return claim ? [{ ...claim, read, date }] : []
}
