import type { AgencyGroup } from './agency-group.ts'
import type { FoundName } from './detect-names.ts'
import type { Token } from './detect-tokens.ts'
import { joinAgencies } from './join-agencies.ts'
import type { NameRole } from './lexicon.ts'

/** What the grouping needs of the lexicon. */
export type AgencyWords = {
  governmentNouns: string[][]
  titles: string[][]
  generics: { words: string[]; agencyClass: string }[]
}

/** "'s", or the bare apostrophe after an s. */
export function isPossessive(tokens: Token[], text: string, at: number): boolean {
  const end = tokens[at - 1]?.end ?? 0
  return text[end] === "'" && (tokens[at]?.norm === 's' || !/[a-z]/i.test(text[end + 1] ?? ' '))
}

/** The agency groups of a block, in order. */
export function groupAgencies(
  text: string,
  tokens: Token[],
  names: FoundName[],
  words: AgencyWords,
): AgencyGroup[] {
  const single = names
    .filter((name) => name.entity.kind === 'agency')
    .flatMap((name) => extendName(text, tokens, name, words) ?? [])
  const all = [...single, ...findGenerics(text, tokens, single, words)].sort(
    (a, b) => a.from - b.from || b.to - a.to,
  )
  return joinAgencies(text, tokens, all)
}

function extendName(
  text: string,
  tokens: Token[],
  name: FoundName,
  words: AgencyWords,
): AgencyGroup | undefined {
  let { to, from } = name
  let role: NameRole = name.form.role
  if (role === 'adjective' || role === 'country' || role === 'seat') {
    const at = role === 'adjective' ? to : skipPossessive(text, tokens, to)
    const noun = longestPhrase(tokens, at, words.governmentNouns, true)
    if (noun > 0) [to, role] = [at + noun, 'name']
    else if (tokens[to]?.norm === 'general') return undefined
  }
  const cabinet = skipPossessive(text, tokens, to)
  if (cabinet > to && CABINET.test(tokens[cabinet]?.norm ?? '')) to = cabinet + 1
  const isOfficial = role === 'official' || role === 'surname'
  const afterName = skipPossessive(text, tokens, to)
  const afterPerson = isOfficial ? afterName : readPerson(tokens, afterName, words)
  if (afterPerson > afterName) to = afterPerson
  while (from > 0 && isTitleBefore(tokens, from)) from--
  return createGroup(text, tokens, {
    from,
    to,
    role,
    person: isOfficial || afterPerson > afterName,
    agency: name.entity,
    form: name.form,
    sure: name.sure,
  })
}

/** "Boris Johnson's government". */
const CABINET = /^(?:government|administration|cabinet)$/

type GroupSeed = Pick<AgencyGroup, 'from' | 'to' | 'role' | 'person' | 'agency' | 'form' | 'sure'>

function createGroup(text: string, tokens: Token[], seed: GroupSeed): AgencyGroup {
  const last = tokens[seed.to - 1]
  return {
    ...seed,
    start: tokens[seed.from]?.start ?? 0,
    end: last?.end ?? 0,
    generic: undefined,
    also: [],
    possessive: isPossessive(tokens, text, seed.to),
  }
}

function skipPossessive(text: string, tokens: Token[], at: number): number {
  return isPossessive(tokens, text, at) && tokens[at]?.norm === 's' ? at + 1 : at
}

const HONORIFICS =
  /^(?:president|secretary|director|chairman|chairwoman|chair|commissioner|minister|dr|mr|ms|mrs|maj|gen|adm|then|acting)$/

function isTitleBefore(tokens: Token[], from: number): boolean {
  const before = tokens[from - 1]
  return (
    before !== undefined &&
    HONORIFICS.test(before.norm) &&
    /^[\s.-]+$/.test(tokens[from]?.gap ?? '')
  )
}

/** The position after "Director Chris Wray", "spokesman Maj. Dave Eastburn"; `at` where there is none. */
function readPerson(tokens: Token[], at: number, words: AgencyWords): number {
  let to = at
  if (
    tokens[to]?.norm === 'press' ||
    tokens[to]?.norm === 'deputy' ||
    tokens[to]?.norm === 'acting'
  )
    to++
  const title = longestPhrase(tokens, to, words.titles, true)
  if (title === 0) return at
  to += title
  for (let count = 0; count < 5; count++) {
    const token = tokens[to]
    const previous = tokens[to - 1]
    if (!token || !previous || !/^\p{Lu}/u.test(token.text)) break
    const isInitial =
      previous.text.length === 1 || /^(?:maj|gen|lt|col|dr|mr|ms|sen|rep)$/.test(previous.norm)
    if (
      !/^\s+$/.test(token.gap) &&
      !(isInitial && /^\.\s+$/.test(token.gap)) &&
      !/^(?:jr|sr)$/.test(token.norm)
    )
      break
    to++
  }
  return to
}

/** How many words of the longest phrase stand at `at`, with plain gaps. */
function longestPhrase(
  tokens: Token[],
  at: number,
  phrases: string[][],
  plainFirst: boolean,
): number {
  let best = 0
  for (const phrase of phrases) {
    const fits = phrase.every((word, k) => {
      const token = tokens[at + k]
      return (
        token?.norm === word &&
        (/^[\s-]+$/.test(token.gap) || (k === 0 && (!plainFirst || token.gap === "'s ")))
      )
    })
    if (fits && phrase.length > best) best = phrase.length
  }
  return best
}

function findGenerics(
  text: string,
  tokens: Token[],
  named: AgencyGroup[],
  words: AgencyWords,
): AgencyGroup[] {
  const taken = new Set(named.flatMap((group) => range(group.from, group.to)))
  const firstWords = new Set(words.generics.map((one) => one.words[0]))
  return tokens.flatMap((token, at) => {
    if (!firstWords.has(token.norm)) return []
    const generic = words.generics.find((one) =>
      one.words.every((word, k) => tokens[at + k]?.norm === word && !taken.has(at + k)),
    )
    if (!generic) return []
    const to = at + generic.words.length
    if (
      taken.has(at - 1) ||
      words.generics.some(
        (one) => one.words.length > generic.words.length && startsBefore(tokens, at, one.words),
      )
    )
      return []
    return [
      {
        from: at,
        to,
        start: token.start,
        end: tokens[to - 1]?.end ?? token.end,
        agency: undefined,
        generic: generic.agencyClass,
        also: [],
        role: 'generic' as const,
        person: false,
        possessive: isPossessive(tokens, text, to),
        form: undefined,
        sure: true,
      },
    ]
  })
}

/** Whether a longer phrase that ends the same way begins before `at`. */
function startsBefore(tokens: Token[], at: number, phrase: string[]): boolean {
  return phrase.some(
    (_, shift) => shift > 0 && phrase.every((word, k) => tokens[at - shift + k]?.norm === word),
  )
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i)
}
