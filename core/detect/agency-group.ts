import type { Token } from './detect-tokens.ts'
import type { NameForm } from './name-table.ts'
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
  role: NameRole | 'generic' | 'pronoun'
  /** A person speaks, not the body. */
  person: boolean
  possessive: boolean
  /** What the written form itself implies. */
  form: NameForm | undefined
  sure: boolean
}

/** A country's name or seat, which is also an attribute of others ("US companies"). */
export function isPlace(group: AgencyGroup): boolean {
  return group.role === 'country' || group.role === 'seat' || group.role === 'adjective'
}

/** "'s", or the bare apostrophe after an s: what stands before the token at `at`. */
export function isPossessive(tokens: Token[], text: string, at: number): boolean {
  const end = tokens[at - 1]?.end ?? 0
  return text[end] === "'" && (tokens[at]?.norm === 's' || !/[a-z]/i.test(text[end + 1] ?? ' '))
}

/** The position behind a possessive's "s"; `at` where there is none. */
export function skipPossessive(text: string, tokens: Token[], at: number): number {
  return isPossessive(tokens, text, at) && tokens[at]?.norm === 's' ? at + 1 : at
}

/** Who held an office no longer acts for it. */
export const FORMER = /^(?:former|ex|retired)$/

const ADVISING = ['watch', 'cyber', 'intelligence', 'committee', 'legislature', 'foreign']

/** A body that advises and makes no rules: a cyber agency, a secret service, a parliament. */
export function isAdviser(agency: LexiconEntity | undefined): boolean {
  const classes = agency?.classes ?? []
  return ADVISING.some((one) => classes.includes(one))
}
