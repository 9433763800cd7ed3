/** What may stand between an agency and its verb: its head's name, where it sits, when it acted, a remark. */

import { actionWordAt, hasRole } from './action-word.ts'
import type { AgencyGroup } from './agency-group.ts'
import { tellsInPassing } from './aside.ts'
import type { Clause } from './detect-actions.ts'
import { ADVERBS, AUXILIARIES, TIME_STARTS } from './detect-grammar.ts'
import { WORD_FORM } from './lexicon.ts'
import { isTimeWord } from './time-phrase.ts'

/** How many words an aside may have. */
const ASIDE = 14
const CLOSED = /^\.?["']?[,)\u2014]/
/** A comma, a dash or a bracket, perhaps behind the bracket of an abbreviation. */
const OPENED = /^\.?\)?(?:,\s|\s[(\u2014]|\s-\s|\u2014)/
const PLACING = /^(?:in|of|at|for|from|on)$/

/** Where the verb may begin behind a group; `undefined` where punctuation ends the clause there. */
export function skipAsides(clause: Clause, group: AgencyGroup): number | undefined {
  const relative = relativeVerb(clause, group)
  if (relative !== undefined) return relative
  const at = skipTime(clause, skipPlace(clause, group.to))
  const { gap = '' } = clause.tokens[at] ?? {}
  if (at >= clause.to) return undefined
  if (/^\)?\s+["']?$/.test(gap)) return at
  return OPENED.test(gap) ? closeOf(clause, at) : undefined
}

/** "the agency, which has warned": the verb of the relative clause is the agency's. */
function relativeVerb(clause: Clause, group: AgencyGroup): number | undefined {
  const { tokens, to } = clause
  const { norm = '', gap = '' } = tokens[group.to] ?? {}
  const isRelative = group.to + 1 < to && /^,?\s+$/.test(gap) && /^(?:which|who)$/.test(norm)
  return isRelative && !tellsInPassing(clause, group.to) ? group.to + 1 : undefined
}

/** How many words a phrase of place may have. */
const PLACE = 5

/** "officials in Berlin", "the head of the relevant agency": up to where a verb begins. */
function skipPlace(clause: Clause, from: number): number {
  const { tokens, to } = clause
  if (!PLACING.test(tokens[from]?.norm ?? '') || !/^\)?\s+$/.test(tokens[from]?.gap ?? ''))
    return from
  // "bars the government from using": no place
  if (tokens[from + 1]?.norm.endsWith('ing')) return from
  for (let at = from + 2; at < Math.min(to, from + 2 + PLACE); at++) {
    if (!/^\s+$/.test(tokens[at]?.gap ?? ''))
      return /^,\s+$/.test(tokens[at]?.gap ?? '') ? at : from
    if (hasVerbForm(clause, at) && !/^\p{Lu}/u.test(tokens[at]?.text ?? '')) return at
  }
  return from
}

function skipTime({ tokens, to }: Clause, from: number): number {
  if (!/^\s+$/.test(tokens[from]?.gap ?? '')) return from
  if (isTimeWord(tokens[from]) && !AUXILIARIES.has(tokens[from]?.norm ?? '')) {
    let at = from
    while (at < to && isTimeWord(tokens[at])) at++
    return at
  }
  if (!TIME_STARTS.has(tokens[from]?.norm ?? '')) return from
  let at = from + 1
  while (at < to && isTimeWord(tokens[at])) at++
  return at > from + 1 ? at : from
}

/** The word behind the mark that ends the aside, where a verb may begin. */
function closeOf(clause: Clause, from: number): number | undefined {
  const { tokens, to } = clause
  if (hasVerbForm(clause, from) && /,/.test(tokens[from]?.gap ?? '')) return undefined
  for (let at = from + 1; at < Math.min(to, from + ASIDE); at++) {
    const { gap = '' } = tokens[at] ?? {}
    if (/[;:!?"]/.test(gap)) return undefined
    if (CLOSED.test(gap.trim()) || / - /.test(gap)) {
      if (hasVerbForm(clause, at)) return at
    }
  }
  return undefined
}

function hasVerbForm(clause: Clause, at: number): boolean {
  const { norm = '' } = clause.tokens[at] ?? {}
  const forms = ~(WORD_FORM.noun | WORD_FORM.gerund)
  return (
    AUXILIARIES.has(norm) ||
    ADVERBS.has(norm) ||
    /..(?:ed|ly)$/.test(norm) ||
    hasRole(clause, at, 'light', forms) ||
    hasRole(clause, at, 'say', forms) ||
    actionWordAt(clause, at, forms) !== undefined
  )
}
