import type { FoundName } from './detect-names.ts'
import type { Token } from './detect-tokens.ts'
import type { LexiconEntity, NameRole } from './lexicon.ts'

/**
 * One or more agencies that act together, with the people who speak for them: "the FBI, CIA and
 * NSA", "the UK's National Cyber Security Centre", "FCC commissioner Brendan Carr".
 */
export type AgencyGroup = {
  /** Token positions, half-open. */
  from: number
  to: number
  /** Offsets in the folded text; the end leaves out a possessive. */
  start: number
  end: number
  agency: LexiconEntity | undefined
  /** Class of an agency named before ("the regulator"). */
  generic: string | undefined
  also: LexiconEntity[]
  role: NameRole | 'generic'
  /** A person speaks, not the body. */
  person: boolean
  possessive: boolean
  /** What the written form itself implies. */
  form: FoundName['form'] | undefined
  sure: boolean
}

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
    (a, b) => a.from - b.from,
  )
  return joinCoordinated(text, dropAppositions(text, joinNested(text, tokens, dropInner(all))))
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
  return tokens.flatMap((token, at) => {
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

/** "Commerce Department's Bureau of Industry and Security", "the FCC (Federal …)": the inner one acts. */
function joinNested(text: string, tokens: Token[], groups: AgencyGroup[]): AgencyGroup[] {
  const joined: AgencyGroup[] = []
  for (const group of groups) {
    const last = joined.at(-1)
    if (!last || !isNested(text, tokens, last, group)) joined.push(group)
    else joined[joined.length - 1] = mergeNested(last, group)
  }
  return joined
}

function isNested(text: string, tokens: Token[], outer: AgencyGroup, inner: AgencyGroup): boolean {
  const between = text.slice(outer.end, inner.start)
  if (/^'s? (?:own )?$|^ $/.test(between))
    return inner.role !== 'country' || outer.role === 'country'
  if (/^ ?\($/.test(between)) return text[tokens[inner.to - 1]?.end ?? 0] === ')'
  return /^,? of the $|^ of $|^ at the $/.test(between) && outer.person
}

function mergeNested(outer: AgencyGroup, inner: AgencyGroup): AgencyGroup {
  const alias = inner.agency?.id === outer.agency?.id
  const person = outer.person || inner.person
  return {
    ...inner,
    from: outer.from,
    start: outer.start,
    person,
    also: outer.also,
    agency: inner.agency ?? outer.agency,
    sure: inner.sure || alias || isWithin(inner, outer),
  }
}

function isWithin(inner: AgencyGroup, outer: AgencyGroup): boolean {
  return inner.agency?.country !== undefined && inner.agency.country === outer.agency?.country
}

/** "Ofcom, the UK's telecoms watchdog, …" is one agency, not also the government. */
function dropAppositions(text: string, groups: AgencyGroup[]): AgencyGroup[] {
  return groups.filter((group, i) => {
    const before = groups[i - 1]
    if (!before || group.agency?.partOf !== undefined || group.role !== 'name') return true
    const isAside = /^,(?: the| a| an)? $/.test(text.slice(before.end, group.start))
    return !isAside || text[group.end] !== ',' || before.agency?.country !== group.agency?.country
  })
}

/** What stands between two agencies of a list; only the last separator has the conjunction. */
const COMMA = /^\)?,(?: the)? ?$/
const CONJUNCTION = /^\)?(?:,? and| &|\/| or)(?: the)? ?$/

/** "the FBI, CIA and NSA", "Australia and Japan": one group led by the first. */
function joinCoordinated(text: string, groups: AgencyGroup[]): AgencyGroup[] {
  const joined: AgencyGroup[] = []
  for (let i = 0; i < groups.length; i++) {
    const end = endOfList(text, groups, i)
    const first = groups[i]
    const last = groups[end]
    if (!first || !last) break
    joined.push(end > i ? joinList(first, last, groups.slice(i + 1, end + 1)) : first)
    i = end
  }
  return joined
}

/** The last member of the list that begins at `from`; `from` itself where there is no list. */
function endOfList(text: string, groups: AgencyGroup[], from: number): number {
  for (let i = from; i + 1 < groups.length; i++) {
    const [here, next] = [groups[i], groups[i + 1]]
    if (!here || !next || here.role === 'generic' || next.role === 'generic') return from
    const between = text.slice(here.end, next.start)
    if (CONJUNCTION.test(between)) return i + 1
    if (!COMMA.test(between)) return from
  }
  return from
}

function joinList(first: AgencyGroup, last: AgencyGroup, rest: AgencyGroup[]): AgencyGroup {
  const also = rest.flatMap((group) => group.agency ?? []).filter((one) => one !== first.agency)
  return {
    ...first,
    to: last.to,
    end: last.end,
    possessive: last.possessive,
    also: [...first.also, ...also],
  }
}

/** "Secretary of State Mike Pompeo", read once by title and once by name: one group. */
function dropInner(groups: AgencyGroup[]): AgencyGroup[] {
  const kept: AgencyGroup[] = []
  for (const group of groups) {
    const last = kept.at(-1)
    if (!last || group.from >= last.to) kept.push(group)
    else kept[kept.length - 1] = mergeOverlapping(last, group)
  }
  return kept
}

function mergeOverlapping(outer: AgencyGroup, inner: AgencyGroup): AgencyGroup {
  const ahead = inner.to > outer.to ? inner : outer
  const { to, end, possessive } = ahead
  const sure = outer.sure || inner.sure
  // "China's foreign ministry": the ministry is more than the government
  const agency = outer.agency && outer.agency.partOf === undefined ? inner.agency : outer.agency
  return { ...outer, to, end, possessive, sure, agency, person: outer.person || inner.person }
}
