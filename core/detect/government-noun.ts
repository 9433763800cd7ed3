/** What makes a country's name its government: "Australia's own telecoms regulator". */

import type { AgencyWords } from './agency-words.ts'
import { longestPhrase } from './detect-people.ts'
import type { Token } from './detect-tokens.ts'

/** How many words may stand between a country and what of it acts ("top civilian intelligence"). */
const MODIFIERS = 3

/** The position after "own telecoms regulator"; undefined where no such noun stands at `at`. */
export function governmentNoun(
  tokens: Token[],
  at: number,
  words: AgencyWords,
): number | undefined {
  for (let i = at; i <= at + MODIFIERS; i++) {
    const noun = longestPhrase(tokens, i, words.governmentNouns)
    if (noun > 0) return longerNoun(tokens, i, i + noun, words)
    const token = tokens[i]
    if (!token || !/^(?:[\s-]+|'s )$/.test(token.gap)) return undefined
    if (i > at && words.governmentHeads.has(token.norm)) return i + 1
    if (!words.governmentModifiers.has(token.norm)) return undefined
  }
  return undefined
}

/** "intelligence" alone is a noun, and a modifier in "intelligence services chief". */
function longerNoun(tokens: Token[], from: number, to: number, words: AgencyWords): number {
  if (!words.governmentModifiers.has(tokens[from]?.norm ?? '') || to > from + 1) return to
  const longer = governmentNoun(tokens, to, words)
  const head = tokens[to]
  const isHead =
    head !== undefined && /^[\s-]+$/.test(head.gap) && words.governmentHeads.has(head.norm)
  return longer ?? (isHead ? to + 1 : to)
}
