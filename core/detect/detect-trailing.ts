/** "ZTE will plead guilty, the Justice Department said on Tuesday": what is told stands before. */

import { sureKind } from './act-content.ts'
import { hasRole } from './action-word.ts'
import type { AgencyGroup } from './agency-group.ts'
import { isPlace } from './agency-group.ts'
import type { ActionMatch, Clause } from './detect-actions.ts'
import { WORD_FORM } from './lexicon.ts'

/** How many words may follow "said" to the end of its sentence ("on Tuesday in a statement"). */
const REST = 6

/** What a sentence about a company tells, by the agency that is named as its source at the end. */
export function matchTrailing(clause: Clause, group: AgencyGroup): ActionMatch | undefined {
  const { tokens, companies, groups, from, to } = clause
  const start = tokens[group.from - 1]?.norm === 'the' ? group.from - 1 : group.from
  if (!/^,\s+$/.test(tokens[start]?.gap ?? '') || to - group.to > REST) return undefined
  if (!hasRole(clause, group.to, 'say', WORD_FORM.past | WORD_FORM.third)) return undefined
  const isAboutCompany = companies.some((name) => name.to <= start)
  // "Delhi will not allow it, officials said": the act is told already
  const isVague = group.role === 'generic'
  const isOthers = groups.some((one) => one.to <= start && (isVague || !isPlace(one)))
  if (!isAboutCompany || isOthers || isPlace(group)) return undefined
  const kind = sureKind(clause, from, start)
  if (kind === undefined) return undefined
  const end = group.to + 1
  return { group, from: group.to, to: end, kind, weak: true, modality: 'asserted', how: 'plain' }
}
