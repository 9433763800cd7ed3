import type { AgencyGroup } from './agency-group.ts'
import { isPlace } from './agency-group.ts'
import type { Clause } from './detect-actions.ts'
import { PREPOSITIONS } from './detect-grammar.ts'

/** "requires the FCC to adopt", "US to ban" at the head of a sentence; not "a complaint with a court to". */
export function mayBeAsked(clause: Clause, group: AgencyGroup): boolean {
  if (opensHeadline(clause, group)) return true
  if (isPlace(group) || group.agency?.umbrella || group.role === 'generic') return false
  const before = [clause.tokens[group.from - 1], clause.tokens[group.from - 2]]
  return !before.some((token) => token !== undefined && PREPOSITIONS.has(token.norm))
}

/** "UK to strip Huawei", "Huawei ban: UK to remove …". */
export function opensHeadline({ tokens, from }: Clause, group: AgencyGroup): boolean {
  return group.from === from || /^:\s+$/.test(tokens[group.from]?.gap ?? '')
}
