import type { AgencyGroup } from './agency-group.ts'
import { FORMER, isPlace, isPossessive } from './agency-group.ts'
import { skipName } from './detect-people.ts'
import type { Token } from './detect-tokens.ts'

type Generic = { words: string[]; agencyClass: string }

/** Phrases for an agency named before, with the class that they stand for; by first and second word. */
export type GenericTable = Map<string, Map<string, Generic[]>>

/** Prepares the lexicon's phrases; of those that begin alike, the longest first; single words at ''. */
export function createGenericTable(generics: Record<string, string>): GenericTable {
  const table: GenericTable = new Map()
  const all = Object.entries(generics).map(([form, agencyClass]) => ({
    words: form.split(' '),
    agencyClass,
  }))
  for (const generic of all.toSorted((a, b) => b.words.length - a.words.length)) {
    const [first = '', second = ''] = generic.words
    const bySecond = table.get(first) ?? new Map<string, Generic[]>()
    table.set(first, bySecond.set(second, [...(bySecond.get(second) ?? []), generic]))
  }
  return table
}

/** The longest phrase at a place. */
export function genericAt(
  tokens: Token[],
  at: number,
  generics: GenericTable,
): Generic | undefined {
  const bySecond = generics.get(tokens[at]?.norm ?? '')
  if (!bySecond) return undefined
  const longer = bySecond
    .get(tokens[at + 1]?.norm ?? '')
    ?.find((one) => one.words.every((word, k) => tokens[at + k]?.norm === word))
  return longer ?? bySecond.get('')?.[0]
}

/** "the regulator", "the committee": groups without an agency, where no named one stands. */
export function findGenerics(
  text: string,
  tokens: Token[],
  named: AgencyGroup[],
  generics: GenericTable,
): AgencyGroup[] {
  const taken = new Set(named.flatMap((group) => range(group.from, group.to)))
  // "In Canberra, ministers": a place is no agency that they explain
  const ends = new Set(named.filter((group) => !isPlace(group)).map(({ to }) => to))
  const found: AgencyGroup[] = []
  for (let at = 0; at < tokens.length; at++) {
    const generic = genericAt(tokens, at, generics)
    if (!generic || generic.words.some((_, k) => taken.has(at + k))) continue
    const to =
      generic.agencyClass === 'minister'
        ? skipName(tokens, at + generic.words.length)
        : at + generic.words.length
    // an aside to the agency just named
    const isFormer = FORMER.test(tokens[at - 1]?.norm ?? '')
    const isOthers = generic.words.length === 1 && !opensClause(tokens, at)
    if (
      !(ends.has(at) || isAfterPlace(tokens, taken, at)) &&
      !isFormer &&
      !isOthers &&
      !isOfBody(tokens, to)
    )
      found.push(createGeneric(text, tokens, at, to, generic.agencyClass))
    at = to - 1
  }
  return found
}

function isAfterPlace(tokens: Token[], taken: Set<number>, at: number): boolean {
  return taken.has(at - 1) && !tokens[at]?.gap.includes(',')
}

const BODY = /^(?:university|college|institute|faculty|school|city|town|club|church|company|bank)$/

/** "the Senate of the University": a body that is no agency. */
function isOfBody(tokens: Token[], at: number): boolean {
  if (tokens[at]?.norm !== 'of') return false
  const noun = tokens[at + 1]?.norm === 'the' ? at + 2 : at + 1
  return BODY.test(tokens[noun]?.norm ?? '')
}

const OPENING =
  /^(?:and|but|when|after|as|that|because|while|if|where|before|since|which|some|several|many|senior|top|government|federal|intelligence|security|national|cybersecurity|western|how|why|says|said|other|s)$/

/** "regulators" and "officials" are a government's where nothing before them tells whose. */
function opensClause(tokens: Token[], at: number): boolean {
  const { gap = '' } = tokens[at] ?? {}
  const before = tokens[at - 1]
  return !before || !/^\s+$/.test(gap) || OPENING.test(before.norm)
}

function createGeneric(
  text: string,
  tokens: Token[],
  from: number,
  to: number,
  agencyClass: string,
): AgencyGroup {
  return {
    from,
    to,
    start: tokens[from]?.start ?? 0,
    end: tokens[to - 1]?.end ?? 0,
    agency: undefined,
    generic: agencyClass,
    also: [],
    role: 'generic',
    person: false,
    possessive: isPossessive(tokens, text, to),
    form: undefined,
    sure: true,
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i)
}
