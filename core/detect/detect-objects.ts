/** What an action is done to, where no company of ours is named: is it somebody else? */

import { actionWordAt } from './action-word.ts'
import type { ActionMatch, Clause } from './detect-actions.ts'
import { isPlace } from './agency-group.ts'
import { ANAPHORS, DOMAIN } from './detect-grammar.ts'
import type { Token } from './detect-tokens.ts'
import { WORD_FORM } from './lexicon.ts'

/** How far after the verb its object's name may stand, in words. */
const OBJECT_REACH = 3
/** Capitalised words that name nobody. */
const NEUTRAL =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Chinese|American|Americans|China|The|Mr|Mrs|Ms|Dr|G|I|UK|US|EU|A|An|It|Its|He|She|They|We|This|That|Entity|List|National|Security|Covered|Executive|Order|Communist|Party|Republican|Democrat|Democratic|European|Western|Parliament|Congress|Act|Five|Eyes|Internet|Universal|Service|Fund|USF)$/
const INDEFINITE = /^(?:a|an|two|three|four|five|several|some|dozens)$/
/** Countries that the matter is between: "American suppliers" may be those of the companies. */
const BETWEEN = ['US', 'CN']

/** "sued Google", "fined a broadcaster", "banned Australian lobsters": another's matter. */
export function namesOtherObject(clause: Clause, match: ActionMatch): boolean {
  if (match.kind === 'urge-allies') return false
  if (match.kind === 'warn' && isOfField(clause, match.to)) return false
  if (match.how !== 'active' || match.isNoun) return namesAfter(clause, match)
  return namesAfter(clause, match) || isIndefinite(clause, match) || isForeign(clause, match)
}

/** "informed Spark that its network was at risk": who is told is not what it is about. */
function isOfField({ tokens, text, to }: Clause, from: number): boolean {
  return DOMAIN.test(text.slice(tokens[from]?.start ?? text.length, tokens[to - 1]?.end))
}

function namesAfter(clause: Clause, match: ActionMatch): boolean {
  if (match.how !== 'active') return false
  for (let at = match.to; at < Math.min(clause.to, match.to + OBJECT_REACH); at++) {
    const token = clause.tokens[at]
    if (!token || !/^[\s-]*$/.test(token.gap)) return false
    if (isOtherName(token)) return !isAgency(clause, at)
  }
  return false
}

/** "a broadcaster" is new to the reader; "a Chinese company", "a ban", "a network" may be of the matter. */
function isIndefinite(clause: Clause, { to }: ActionMatch): boolean {
  const { tokens, text } = clause
  if (!INDEFINITE.test(tokens[to]?.norm ?? '') || !/^\s+$/.test(tokens[to]?.gap ?? '')) return false
  const rest = text.slice(tokens[to]?.start, tokens[clause.to - 1]?.end)
  if (ANAPHORS.test(rest) || DOMAIN.test(rest)) return false
  const nouns = [to + 1, to + 2, to + 3]
  return !nouns.some((at) => actionWordAt(clause, at, WORD_FORM.noun))
}

/** "banned Australian lobsters"; not "put pressure on Denmark to drop the two companies". */
function isForeign(clause: Clause, { to }: ActionMatch): boolean {
  const group = clause.groups.find((one) => one.from === to)
  if (ANAPHORS.test(clause.text.slice(clause.tokens[to]?.start, clause.tokens[clause.to - 1]?.end)))
    return false
  return group !== undefined && isPlace(group) && !BETWEEN.includes(group.agency?.country ?? '')
}

/** Names in the clause that are no agency's, wherever they stand. */
export function namesOthers(clause: Clause, match: ActionMatch): boolean {
  const start = Math.min(match.group.from, match.from)
  const end = Math.max(match.to, match.group.to)
  return clause.tokens.slice(clause.from, clause.to).some((token, i) => {
    const at = clause.from + i
    const isInside = at >= start && at < end
    const isFirst = at === clause.from && !/^\p{Lu}{2,}$/u.test(token.text)
    return !isInside && !isFirst && isOtherName(token) && !isAgency(clause, at)
  })
}

function isOtherName({ text }: Token): boolean {
  return /^\p{Lu}/u.test(text) && !NEUTRAL.test(text)
}

function isAgency(clause: Clause, at: number): boolean {
  return clause.groups.some((group) => group.from <= at && at < group.to)
}
