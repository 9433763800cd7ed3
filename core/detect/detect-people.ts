import type { Token } from './detect-tokens.ts'

/** Phrases by their first word, the longest first. */
export type PhraseTable = Map<string, string[][]>

/** Prepares phrases for `longestPhrase`. */
export function createPhraseTable(phrases: string[][]): PhraseTable {
  const table: PhraseTable = new Map()
  for (const phrase of phrases.toSorted((a, b) => b.length - a.length)) {
    const first = phrase[0] ?? ''
    const same = table.get(first)
    if (same) same.push(phrase)
    else table.set(first, [phrase])
  }
  return table
}

/** How many words of the longest phrase stand at `at`, with plain gaps; 0 where there is none. */
export function longestPhrase(tokens: Token[], at: number, phrases: PhraseTable): number {
  const first = tokens[at]
  if (!first || !(/^[\s-]+$/.test(first.gap) || first.gap === "'s ")) return 0
  const fits = phrases
    .get(first.norm)
    ?.find((phrase) => phrase.every((word, k) => k === 0 || isNext(tokens[at + k], word)))
  return fits?.length ?? 0
}

function isNext(token: Token | undefined, word: string): boolean {
  return token?.norm === word && /^(?:[\s-]+|')$/.test(token.gap)
}

/** Names have fewer words. */
const NAME_WORDS = 5
const INITIALS = /^(?:maj|gen|lt|col|dr|mr|ms|mrs|sens?|reps?|adm|sir)$/

/** The position after the capitalised words of a person's name; `at` where there are none. */
export function skipName(tokens: Token[], at: number): number {
  let to = at
  while (to < at + NAME_WORDS && isNamePart(tokens, to)) to++
  return to
}

function isNamePart(tokens: Token[], at: number): boolean {
  const token = tokens[at]
  const previous = tokens[at - 1]
  if (!token || !previous || !/^\p{Lu}/u.test(token.text)) return false
  const isInitial = previous.text.length === 1 || INITIALS.test(previous.norm)
  return (
    /^(?:\s+|-)$/.test(token.gap) ||
    (isInitial && /^\.\s+$/.test(token.gap)) ||
    /^(?:jr|sr)$/.test(token.norm)
  )
}

/** "Sens. Cotton and Van Hollen", "Representatives Smith, Jones and Lee". */
export function skipNames(tokens: Token[], at: number): number {
  let to = skipName(tokens, at)
  for (let next = nextInList(tokens, to); to > at && next > to; next = nextInList(tokens, to)) {
    const end = skipName(tokens, next)
    if (end === next) break
    to = end
  }
  return to
}

function nextInList(tokens: Token[], at: number): number {
  const token = tokens[at]
  if (!token) return at
  if (token.norm === 'and' && /^,?\s+$/.test(token.gap)) return at + 1
  return at
}

/** The position behind a member's party and state, "(R-Ark.)"; `at` where none follow. */
export function skipParty(text: string, tokens: Token[], at: number): number {
  const [party, state] = [tokens[at], tokens[at + 1]]
  if (!party || !state || !/^\.?\s\($/.test(party.gap) || !/^[RDI]$/.test(party.text)) return at
  const last = tokens[at + 2]?.gap === '. ' || tokens[at + 2]?.gap === '.' ? at + 2 : at + 1
  return state.gap === '-' && /^\.?\)/.test(text.slice(tokens[last]?.end)) ? last + 1 : at
}
