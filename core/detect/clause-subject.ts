import type { AgencyGroup } from './agency-group.ts'
import { isPlace } from './agency-group.ts'
import type { Clause } from './detect-actions.ts'
import { PREPOSITIONS } from './detect-grammar.ts'

/** Whether a group may be the subject of what follows. */
export function isSubject(clause: Clause, group: AgencyGroup): boolean {
  return !group.possessive && group.role !== 'adjective' && !followsPossessor(clause, group)
}

/** "companies in the US banned": a place after a preposition does not act. */
function followsPossessor(clause: Clause, group: AgencyGroup): boolean {
  const before = clause.tokens[group.from - 1]
  if (isAskedAbout(clause, group) || isEnabled(clause, group)) return true
  // "businesses advising the government had warned"
  if (group.role === 'generic' && before && /^[a-z]{3,}ing$/.test(before.text)) return true
  if (!isPlace(group) || isExample(clause, group)) return false
  const article = before?.norm === 'the' ? clause.tokens[group.from - 2] : before
  if (group.from <= clause.from || !article || group.from - 1 < clause.from) return false
  return (
    (PREPOSITIONS.has(article.norm) || article.norm === 'to') && !/^(?:with)$/.test(article.norm)
  )
}

/** "lets the premier veto": what it may do is not done. */
function isEnabled({ tokens, from }: Clause, group: AgencyGroup): boolean {
  const at = tokens[group.from - 1]?.norm === 'the' ? group.from - 2 : group.from - 1
  return at >= from && /^(?:let|lets|letting|helps?|helped)$/.test(tokens[at]?.norm ?? '')
}

/** How far before "how" the question may begin, in words ("asked the minister how the government"). */
const ASK_REACH = 5

/** "asked why the agency regulates": a question tells no act. */
function isAskedAbout({ tokens, from }: Clause, group: AgencyGroup): boolean {
  const at = tokens[group.from - 1]?.norm === 'the' ? group.from - 2 : group.from - 1
  if (at < from || !/^(?:how|why|what)$/.test(tokens[at]?.norm ?? '')) return false
  return tokens
    .slice(Math.max(from, at - ASK_REACH), at)
    .some(({ norm }) => /^(?:ask|wonder|question|inquir)/.test(norm))
}

/** "several countries, including Denmark, have": it is one of those that act. */
export function isExample({ tokens, from }: Clause, group: AgencyGroup): boolean {
  const at = tokens[group.from - 1]?.norm === 'the' ? group.from - 2 : group.from - 1
  if (at - 1 < from || !/^,\s+$/.test(tokens[group.to]?.gap ?? '')) return false
  return (
    /^,\s+$/.test(tokens[at]?.gap ?? '') &&
    tokens[at]?.norm === 'including' &&
    /^(?:countries|governments|states|nations|allies|agencies|members)$/.test(
      tokens[at - 1]?.norm ?? '',
    )
  )
}
