import type { Step, Walk } from './clause-walk.ts'
import { DETERMINERS, TIME_STARTS, TIME_WORDS } from './detect-grammar.ts'

/** "in May", "on Thursday", "last month". */
export function stepTime(walk: Walk, norm: string): Step | undefined {
  if (!TIME_STARTS.has(norm)) return undefined
  let to = walk.at + 1
  while (to < walk.at + 5 && isTimeWord(walk.clause.tokens[to])) to++
  const words = walk.clause.tokens.slice(walk.at + 1, to)
  // "for their": a determiner alone tells no time
  if (words.every((token) => DETERMINERS.has(token.norm))) return undefined
  walk.at = to
  return 'on'
}

/** Whether a word belongs to a phrase of time. */
export function isTimeWord(token: { norm: string; gap: string } | undefined): boolean {
  if (!token || !/^[\s,]+$/.test(token.gap)) return false
  return (
    TIME_WORDS.has(token.norm) ||
    /^\d{1,4}$/.test(token.norm) ||
    DETERMINERS.has(token.norm) ||
    token.norm === 'last'
  )
}
