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
  let next = 0
  // Heads before a group whose verbs are still to come. Groups come in order, and a sentence may be long.
  let open: ActionMatch[] = []
  return matches.filter((match) => {
    const { from, to } = match.group
    for (let head = heads[next]; head && head.group.to < from; head = heads[(next += 1)])
      open.push(head)
    open = open.filter((head) => head.from >= to)
    return !open.some((head) => isInAside(clause, head, match))
  })
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

/** Whether the other act, whose group stands between an agency and its verb, stands in an aside there. */
function isInAside(clause: Clause, head: ActionMatch, other: ActionMatch): boolean {
  const { tokens, companies } = clause
  const [from, verb] = [head.group.to, head.from]
  const { group } = other
  let close = group.to
  while (close <= verb && !CLOSES.test(tokens[close]?.gap ?? '')) close++
  if (close > verb) return false
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
