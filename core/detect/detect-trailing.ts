/** "ZTE will plead guilty, the Justice Department said on Tuesday": what is told stands before. */

import { contentKind, sureKind } from './act-content.ts'
import { hasRole } from './action-word.ts'
import type { AgencyGroup } from './agency-group.ts'
import { isPlace } from './agency-group.ts'
import type { ActionMatch, Clause } from './detect-actions.ts'
import { WORD_FORM } from './lexicon.ts'
import type { ActionKind } from '../source-index.ts'

/** How many words may follow "said" to the end of its sentence ("on Tuesday in a statement"). */
const REST = 6
const SPOKEN = WORD_FORM.past | WORD_FORM.third

/** What a sentence about a company tells, by the agency that is named as its source at the end. */
export function matchTrailing(clause: Clause, group: AgencyGroup): ActionMatch | undefined {
  const { tokens, from, to } = clause
  const start = tokens[group.from - 1]?.norm === 'the' ? group.from - 1 : group.from
  const source = spokenAfter(clause, group, start) ?? spokenBefore(clause, start)
  if (!source || isPlace(group) || !isAboutCompany(clause, group, source.told)) return undefined
  const kind = sureKind(clause, from, source.told) ?? dangerKind(clause, source.told)
  if (kind === undefined || to - group.to > source.rest) return undefined
  return {
    group,
    from: source.from,
    to: source.to,
    kind,
    weak: true,
    modality: 'asserted',
    how: 'plain',
  }
}

/** Where what is told ends, the word that says whose it is, and how much may follow. */
type Source = { told: number; from: number; to: number; rest: number }

/** "…, the Justice Department said". */
function spokenAfter(clause: Clause, group: AgencyGroup, start: number): Source | undefined {
  // a quotation's speaker by surname goes on with what was told already
  const gaps = group.role === 'surname' ? /^,\s+$/ : /^"?,"?\s+"?$/
  if (!gaps.test(clause.tokens[start]?.gap ?? '')) return undefined
  if (!hasRole(clause, group.to, 'say', SPOKEN)) return undefined
  return { told: start, from: group.to, to: group.to + 1, rest: REST }
}

/** How many words may follow a name behind "said" ("who leads the inquiry"). */
const REST_OF_NAME = 12

/** "…, said the department", "…, according to the FCC". */
function spokenBefore({ tokens, words, from }: Clause, start: number): Source | undefined {
  const isAccording = tokens[start - 1]?.norm === 'to' && tokens[start - 2]?.norm === 'according'
  const at = isAccording ? start - 2 : start - 1
  const senses = words.get(tokens[at]?.norm ?? '') ?? []
  const isSaid = senses.some(({ lexeme, forms }) => lexeme.role === 'say' && (forms & SPOKEN) !== 0)
  if (at <= from || !(isAccording || isSaid) || !/^\s+$/.test(tokens[start]?.gap ?? ''))
    return undefined
  if (!/^(?:"?,"?|")\s+$/.test(tokens[at]?.gap ?? '')) return undefined
  return { told: at, from: at, to: isAccording ? at + 2 : at + 1, rest: REST_OF_NAME }
}

function isAboutCompany({ companies, groups }: Clause, group: AgencyGroup, end: number): boolean {
  // "Delhi will not allow it, officials said": the act is told already
  const isVague = group.role === 'generic'
  const isOthers = groups.some((one) => one.to <= end && (isVague || !isPlace(one)))
  return companies.some((name) => name.to <= end) && !isOthers
}

/** "Huawei is a threat, the FCC says": what it says of the company is a warning. */
function dangerKind(clause: Clause, end: number): ActionKind | undefined {
  return contentKind({ ...clause, to: end }, clause.from) === 'warn' ? 'warn' : undefined
}
