import { actionWordAt } from './action-word.ts'
import type { ActionMatch, Clause } from './detect-actions.ts'

/** How far back, in words, "done so" looks for what was done. */
const EARLIER_REACH = 60

/** The action word nearest before a clause, whoever's it is. */
export function lastActionBefore(clause: Clause): ActionMatch['kind'] {
  const before = { ...clause, from: 0, to: clause.from }
  for (let i = clause.from - 1; i >= Math.max(0, clause.from - EARLIER_REACH); i--) {
    const word = actionWordAt(before, i, ~0)
    if (word && (!word.sense.lexeme.weak || word.sense.lexeme.particles))
      return word.sense.lexeme.kind
  }
  return undefined
}
