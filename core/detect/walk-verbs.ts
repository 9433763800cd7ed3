/** A walk's verbs that are no action: those that carry a noun or an intention, and unknown ones. */

import { actionWordAt, hasRole } from './action-word.ts'
import { isPlace } from './agency-group.ts'
import type { Step, Walk } from './clause-walk.ts'
import { CLAUSE_STARTS, PREPOSITIONS, PROPOSING, REFUSING, TENTATIVE } from './detect-grammar.ts'
import { WORD_FORM } from './lexicon.ts'

/** Verbs that carry a noun ("issue"), or an intention ("plan", "refuse"). */
export function stepLight(walk: Walk, norm: string): Step | undefined {
  const isLight =
    hasRole(walk.clause, walk.at, 'light') || TENTATIVE.has(norm) || PROPOSING.has(norm)
  if (!isLight) return undefined
  const isActedOn = walk.passive && !walk.begun && !norm.endsWith('ing') && !walk.afterTo
  // "are even considered a bill" is bad English for "are considering"
  if (isActedOn && !(TENTATIVE.has(norm) && ownsNoun(walk))) return 'stop'
  if (REFUSING.has(norm)) walk.modality = 'negated'
  else if (walk.modality === 'asserted' && TENTATIVE.has(norm)) walk.modality = 'possible'
  else if (walk.modality === 'asserted' && PROPOSING.has(norm)) walk.modality = 'proposed'
  if (norm.startsWith('threat')) walk.threat = walk.at
  walk.begun = walk.light = true
  walk.unknown = 0
  walk.afterTo = walk.afterPreposition = false
  walk.at++
  return 'on'
}

/** "confirms the exclusion": the noun is what it does. */
export function ownsNoun(walk: Walk): boolean {
  const next = [walk.at + 1, walk.at + 2, walk.at + 3]
  return next.some((at) => {
    const word = actionWordAt(walk.clause, at, WORD_FORM.noun)
    return (
      word &&
      walk.clause.tokens.slice(walk.at + 1, at + 1).every((token) => /^\s+$/.test(token.gap))
    )
  })
}

/** Words that are neither verb nor adverb, before and after the verb phrase has begun. */
const UNKNOWN_BEFORE = 3
const UNKNOWN_AFTER = 11

/** Any other word: it may be a verb that the lexicon does not know, or an object. */
export function stepUnknown(walk: Walk, norm: string): Step {
  const goesOn = (walk.begun && norm === 'this') || weighsWhether(walk, norm) || isAsked(walk, norm)
  if (CLAUSE_STARTS.has(norm) && !goesOn) return 'stop'
  const isPast = norm.endsWith('ed')
  // "the board was established", "US companies", "Chinese carriers": nothing that the agency does
  if (!walk.begun && ((walk.passive && isPast) || (isPlace(walk.group) && !isPast))) return 'stop'
  // "the senators for their work on the act"
  if (!walk.begun && /^(?:for|than|like|against)$/.test(norm)) return 'stop'
  if (isUndone(walk, norm)) walk.modality = 'negated'
  walk.unknown++
  if (walk.unknown > (walk.begun ? UNKNOWN_AFTER : UNKNOWN_BEFORE)) return 'stop'
  if (!walk.begun && norm.endsWith('s')) {
    walk.begun = true
    walk.pluralNoun = true
  }
  walk.begun = walk.begun || isPast
  walk.afterTo = false
  walk.afterPreposition = PREPOSITIONS.has(norm)
  walk.at++
  return 'on'
}

/** "asking it to bar". */
function isAsked({ clause, at }: Walk, norm: string): boolean {
  if (norm !== 'it' || clause.tokens[at + 1]?.norm !== 'to') return false
  return /^(?:ask|urg|press|tell|order|forc|requir)/.test(clause.tokens[at - 1]?.norm ?? '')
}

/** "is weighing whether to ban", "debated how to cut". */
function weighsWhether({ begun, light, clause, at }: Walk, norm: string): boolean {
  if (!begun || !light || !/^(?:whether|how)$/.test(norm)) return false
  return clause.tokens[at + 1]?.norm === 'to'
}

/** "stopped short of banning", "has yet to decide". */
function isUndone(walk: Walk, norm: string): boolean {
  return norm === 'short' && /^stop/.test(walk.clause.tokens[walk.at - 1]?.norm ?? '')
}
