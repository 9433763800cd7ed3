/** What is put on a list, taken off it, or only called names. */

import { isAdviser } from './agency-group.ts'
import type { ActionMatch, Clause } from './detect-actions.ts'

/** How far after a rule the list that it adds to may stand, in words. */
const LIST_REACH = 14

/** "amends the regulations by adding Huawei to the Entity List". */
export function addsToList({ tokens, to }: Clause, { kind, to: from }: ActionMatch): boolean {
  if (kind !== 'restrict' && kind !== 'deny-export') return false
  const words = tokens.slice(from, Math.min(to, from + LIST_REACH)).map(({ norm }) => norm)
  const at = words.indexOf('adding')
  return at >= 0 && words.slice(at).some((word) => word === 'list' || word === 'blacklist')
}

const OFFICE = /^(?:general|secretary|director|minister|president|chair\w*|commissioner|senator)$/

/** "called the two companies a threat": what one person says puts nobody on a list. */
export function callsOnly({ tokens }: Clause, { kind, group, from, how }: ActionMatch): boolean {
  if (kind !== 'designate' || how !== 'active') return false
  const verb = tokens[from]?.norm ?? ''
  if (/^(?:call|descri|characteri|regard)/.test(verb) && isAdviser(group.agency)) return true
  const isPerson =
    group.person || tokens.slice(group.from, group.to).some(({ norm }) => OFFICE.test(norm))
  return isPerson && /^(?:call|descri|characteri|regard|brand|label|dub)/.test(verb)
}

/** "introduces a blacklist", "took it off its list": that of another government than the American one keeps out. */
export function listsOut({ tokens }: Clause, { kind, group, from, to }: ActionMatch): boolean {
  if (kind === 'designate' && tokens.slice(group.to, from).some(({ norm }) => norm === 'off'))
    return true
  if (kind !== 'designate' || group.agency?.umbrella !== true || group.agency.country === 'US')
    return false
  // "plans to widen a blacklist" is about the list
  if (tokens.slice(group.to, from).some(({ norm }) => /^(?:widen|add|put)/.test(norm))) return false
  return tokens.slice(from, to).some(({ norm }) => norm.startsWith('blacklist'))
}
