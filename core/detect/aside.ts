/** Where an aside between an agency and its verb ends, and which relative clauses are asides. */

import { actionWordAt, hasRole } from './action-word.ts'
import type { Clause } from './detect-actions.ts'
import { AUXILIARIES } from './detect-grammar.ts'
import { WORD_FORM } from './lexicon.ts'

/** What opens an aside: a comma, a dash, a bracket, perhaps behind the bracket of an abbreviation. */
export const OPENS = /^\.?\)?(?:,\s|\s\(|\s?\u2014|\s-\s)/
/** What closes one before the verb. */
export const CLOSES = /^\.?["']?(?:,|\)|\s?\u2014|\s-\s)/

/** The word behind the aside that begins at `from`; `from` where there is none before the verb. */
export function behindAside({ tokens }: Clause, from: number, verb: number): number {
  if (!OPENS.test(tokens[from]?.gap ?? '')) return from
  for (let at = verb; at > from; at--) if (CLOSES.test(tokens[at]?.gap ?? '')) return at
  return from
}

/** How many words a relative clause in passing may have. */
const PASSING = 14

/**
 * "the FCC, which regulates carriers, banned Huawei": the clause at "which" names no company, and a
 * finite verb follows it.
 */
export function tellsInPassing(clause: Clause, from: number): boolean {
  const { tokens, companies, to } = clause
  for (let at = from + 2; at < Math.min(to, from + PASSING); at++) {
    if (companies.some((name) => name.from < at && name.from >= from)) return false
    const { gap = '' } = tokens[at] ?? {}
    if (/[;:!?"]/.test(gap)) return false
    if (CLOSES.test(gap) && isFinite(clause, at)) return isFollowed(clause, at)
  }
  return false
}

/** Whether a company follows that the verb may be about. */
function isFollowed({ companies }: Clause, at: number): boolean {
  return companies.some((name) => name.from > at)
}

function isFinite(clause: Clause, at: number): boolean {
  const { norm = '' } = clause.tokens[at] ?? {}
  const forms = WORD_FORM.third | WORD_FORM.past
  return (
    (AUXILIARIES.has(norm) && norm !== 'not' && norm !== 'to') ||
    hasRole(clause, at, 'light', forms) ||
    hasRole(clause, at, 'say', forms) ||
    actionWordAt(clause, at, forms) !== undefined
  )
}
