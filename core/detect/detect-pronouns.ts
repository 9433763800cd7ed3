/**
 * "It also barred ZTE", "he had signed the order": a pronoun as the subject of an action stands for
 * the agency that leads its sentence, or the sentence before.
 */

import type { AgencyGroup } from './agency-group.ts'
import { isPlace } from './agency-group.ts'
import type { ActionMatch, Clause } from './detect-actions.ts'
import { matchActive } from './detect-active.ts'
import { ADVERBS, DETERMINERS, PREPOSITIONS, TIME_STARTS, TIME_WORDS } from './detect-grammar.ts'

/** A pronoun's class, which its agency must share: a body, a person, several. */
export type PronounClass = 'it' | 'person' | 'they'

const PRONOUNS = new Map<string, PronounClass>([
  ['it', 'it'],
  ['he', 'person'],
  ['she', 'person'],
  ['they', 'they'],
])
/** The longest of them. */
const PRONOUN_LENGTH = 4

/** Whom a pronoun means: an agency; nobody of ours; or, `earlier`, whom the block before was about. */
export type Lead = AgencyGroup | 'earlier' | undefined

/** The actions of a sentence's pronouns, and what the next sentence's stand for. */
export type PronounActions = { matches: ActionMatch[]; lead: Lead }

/** `isQuoted` tells whether an offset lies in a quotation, whose "it" is somebody else's. */
export function readPronouns(
  clause: Clause,
  before: Lead,
  isQuoted: (offset: number) => boolean,
): PronounActions {
  const first = firstName(clause)
  if (clause.companies.length === 0) return { matches: [], lead: first ? first.group : before }
  const matches: ActionMatch[] = []
  let goesOn = false
  for (let at = clause.from; at < clause.to; at++) {
    const pronoun = pronounAt(clause, at)
    if (!pronoun || isQuoted(clause.tokens[at]?.start ?? 0)) continue
    const isLater = first !== undefined && first.at < at
    // "warned that it should" may be anybody; after a comma it is the first one again
    if (isLater && !/,/.test(clause.tokens[at]?.gap ?? '')) continue
    const meant = isLater ? first.group : before
    if (!meant || (meant !== 'earlier' && classOf(meant) !== pronoun)) continue
    goesOn ||= meant === before
    const match = matchActive(clause, standIn(clause, at, meant, pronoun))
    if (match && isSure(clause, match)) matches.push(match)
  }
  return { matches, lead: goesOn ? before : first?.group }
}

/** A pronoun is little to go by: the word must be a sure one, and the company in its sentence. */
function isSure({ companies }: Clause, { weak, to }: ActionMatch): boolean {
  return !weak && companies.some((name) => name.from >= to)
}

function pronounAt({ tokens }: Clause, at: number): PronounClass | undefined {
  const token = tokens[at]
  if (!token || token.norm.length > PRONOUN_LENGTH || token.text === 'IT') return undefined
  return PRONOUNS.get(token.norm)
}

/** The first name of a sentence, which leads it; a company's has no group. */
function firstName(clause: Clause): { at: number; group: AgencyGroup | undefined } | undefined {
  const group = clause.groups.find((one) => one.from >= clause.from && leads(clause, one))
  const company = clause.companies.find((one) => one.from >= clause.from)
  const isCompany = company && (!group || company.from < group.from)
  if (isCompany) return { at: company.from, group: undefined }
  return group && { at: group.from, group }
}

/** Only what opens its sentence leads it; "US companies" and "the FCC's rule" lead nothing. */
function leads({ tokens, from }: Clause, group: AgencyGroup): boolean {
  if (group.role === 'adjective' || group.possessive) return false
  if (isPlace(group) && PREPOSITIONS.has(tokens[group.from - 1]?.norm ?? '')) return false
  return tokens.slice(from, group.from).every(({ norm }) => isAdverbial(norm))
}

/** A word of "In May last year the …". */
function isAdverbial(norm: string): boolean {
  const isTime = TIME_WORDS.has(norm) || TIME_STARTS.has(norm) || /^\d/.test(norm)
  return isTime || PREPOSITIONS.has(norm) || DETERMINERS.has(norm) || ADVERBS.has(norm)
}

/** The pronoun that an agency goes by. */
export function classOf({ person, also }: AgencyGroup): PronounClass {
  if (also.length > 0) return 'they'
  return person ? 'person' : 'it'
}

const NOBODY: Pick<AgencyGroup, 'agency' | 'also' | 'person' | 'form' | 'sure'> = {
  agency: undefined,
  also: [],
  person: false,
  form: undefined,
  sure: true,
}

/** A group at the pronoun's place, for what it means; the page tells whom an earlier block meant. */
function standIn(
  { tokens }: Clause,
  at: number,
  meant: AgencyGroup | 'earlier',
  pronoun: PronounClass,
): AgencyGroup {
  const { start = 0, end = 0 } = tokens[at] ?? {}
  const group = meant === 'earlier' ? { ...NOBODY, generic: pronoun } : meant
  return {
    ...group,
    form: undefined,
    role: 'pronoun',
    from: at,
    to: at + 1,
    start,
    end,
    possessive: false,
  }
}
