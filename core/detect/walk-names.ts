import { actionWordAt } from './action-word.ts'
import type { AgencyGroup } from './agency-group.ts'
import { isPlace } from './agency-group.ts'
import type { Step, Walk } from './clause-walk.ts'
import { WORD_FORM } from './lexicon.ts'

/** Other names on the way: other agencies, companies, and who and which. */
export function stepName(walk: Walk): Step | undefined {
  const other = walk.clause.groups.find((group) => group.from === walk.at)
  if (other && other !== walk.group) {
    if (!walk.begun && !isWhere(walk, other)) return 'stop'
    walk.at = other.to
    walk.unknown++
    return 'on'
  }
  const company = walk.clause.companies.find((name) => name.from === walk.at)
  if (!company) return joinsCompany(walk) ?? opensRelative(walk)
  if (!walk.begun) return 'stop'
  walk.at = company.to
  return 'on'
}

/** "the department and ZTE reached a settlement". */
function joinsCompany(walk: Walk): Step | undefined {
  if (walk.at !== walk.group.to || walk.clause.tokens[walk.at]?.norm !== 'and') return undefined
  const company = walk.clause.companies.find((name) => name.from === walk.at + 1)
  if (!company) return undefined
  walk.at = company.to
  return 'on'
}

/** "the FCC, which banned", "the president, who agreed to": the agency is the subject. */
function opensRelative(walk: Walk): Step | undefined {
  const { clause, group, at } = walk
  const pronoun = at === group.to ? (clause.tokens[at]?.norm ?? '') : ''
  if (!/^(?:which|who|that)$/.test(pronoun)) return undefined
  if (pronoun === 'that' && !actionWordAt(clause, at + 1, WORD_FORM.third | WORD_FORM.past))
    return undefined
  walk.at = walk.asideEnd = at + 1
  return 'on'
}

/** "the ambassador in Ljubljana urged". */
function isWhere({ clause, at }: Walk, place: AgencyGroup): boolean {
  return isPlace(place) && /^(?:in|to|at)$/.test(clause.tokens[at - 1]?.norm ?? '')
}
