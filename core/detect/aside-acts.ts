/** Who acts where an aside between an agency and its verb names another one. */

import { CLOSES, OPENS } from './aside.ts'
import type { ActionMatch, Clause } from './detect-actions.ts'
import { PREPOSITIONS } from './detect-grammar.ts'
import type { Token } from './detect-tokens.ts'

/**
 * Leaves out what an aside only names: in "the FCC, an agency that Congress created, banned" the verb
 * is the FCC's, in "the FCC, after pressure from Congress, banned" its ban is the act.
 */
export function dropAsideActs(clause: Clause, matches: ActionMatch[]): ActionMatch[] {
  const heads = matches.filter((match) => isHead(clause, match))
  return matches.filter(
    (match) => !heads.some((head) => head !== match && isInAside(clause, head, match)),
  )
}

/** What a clause before the main one begins with: its agency leads nothing. */
const LEADING_IN =
  /^(?:like|unlike|as|besides|despite|alongside|than|and|or|after|before|since|while|when|to)$/
/** What goes on behind a comma and is no aside. */
const GOING_ON = /^(?:and|or|but|so|yet|while|when|where|as|because|although|though|if)$/

/** An agency that an aside follows, and behind it what it did. */
function isHead({ tokens, from }: Clause, { group, from: verb, how }: ActionMatch): boolean {
  if (how === 'passive' || how === 'nominal' || verb <= group.to || group.possessive) return false
  const first = tokens[group.to]
  if (!first || !OPENS.test(first.gap) || GOING_ON.test(first.norm)) return false
  const { norm = '' } = tokens[skipArticle(tokens, group.from - 1, from)] ?? {}
  return !LEADING_IN.test(norm) && !PREPOSITIONS.has(norm)
}

/** Whether the other act, or the one who does it, stands between an agency and its verb. */
function isInAside(clause: Clause, head: ActionMatch, other: ActionMatch): boolean {
  const { tokens, companies } = clause
  const [from, verb] = [head.group.to, head.from]
  const { group } = other
  if (group.from <= from || group.to > verb) return false
  const close = tokens.findIndex((token, i) => i >= group.to && i <= verb && CLOSES.test(token.gap))
  if (close < 0) return false
  if (other.from >= close) return other.from === verb && isWithin(clause, from, group.from)
  // "citing the FBI's warning about Huawei" is an act of its own
  return other.to <= close && !companies.some((name) => name.from >= from && name.to <= close)
}

/** Whether a group stands inside the aside that begins at `from`, and is not all that it names. */
function isWithin({ tokens }: Clause, from: number, at: number): boolean {
  if (skipArticle(tokens, at - 1, from) < from) return false
  return tokens.slice(from + 1, at + 1).every(({ gap }) => !CLOSES.test(gap))
}

/** The position before an article; it may lie before `from`. */
function skipArticle(tokens: Token[], at: number, from: number): number {
  return at >= from && /^(?:the|an?)$/.test(tokens[at]?.norm ?? '') ? at - 1 : at
}
