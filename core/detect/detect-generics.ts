import type { AgencyGroup } from './agency-group.ts'
import { FORMER, isPossessive } from './agency-group.ts'
import type { Token } from './detect-tokens.ts'

/** Phrases for an agency named before, with the class that they stand for; by first word. */
export type GenericTable = Map<string, { words: string[]; agencyClass: string }[]>

/** Prepares the lexicon's phrases; those of one first word, the longest first. */
export function createGenericTable(generics: Record<string, string>): GenericTable {
  const table: GenericTable = new Map()
  for (const [phrase, agencyClass] of Object.entries(generics)) {
    const words = phrase.split(' ')
    const first = words[0] ?? ''
    table.set(first, [...(table.get(first) ?? []), { words, agencyClass }])
  }
  for (const list of table.values()) list.sort((a, b) => b.words.length - a.words.length)
  return table
}

/** "the regulator", "the committee": groups without an agency, where no named one stands. */
export function findGenerics(
  text: string,
  tokens: Token[],
  named: AgencyGroup[],
  generics: GenericTable,
): AgencyGroup[] {
  const taken = new Set(named.flatMap((group) => range(group.from, group.to)))
  const found: AgencyGroup[] = []
  for (let at = 0; at < tokens.length; at++) {
    const generic = (generics.get(tokens[at]?.norm ?? '') ?? []).find((one) =>
      one.words.every((word, k) => tokens[at + k]?.norm === word && !taken.has(at + k)),
    )
    if (!generic) continue
    const to = at + generic.words.length
    // an aside to the agency just named
    const isFormer = FORMER.test(tokens[at - 1]?.norm ?? '')
    if (!taken.has(at - 1) && !isFormer)
      found.push(createGeneric(text, tokens, at, to, generic.agencyClass))
    at = to - 1
  }
  return found
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
