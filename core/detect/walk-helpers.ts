/** What stands before the verb and tells whether it happened: "has not", "may", "is expected to". */

import { actionWordAt, hasRole } from './action-word.ts'
import type { Step, Walk } from './clause-walk.ts'
import { ADVERBS, AUXILIARIES, BE, DUE, FUTURE, HAVE, MODALS, NEGATIONS } from './detect-grammar.ts'
import { afterHelper } from './helper-modality.ts'
import { WORD_FORM } from './lexicon.ts'
import { mayBeAsked } from './opens-headline.ts'
import { ownsNoun } from './walk-verbs.ts'

/** Auxiliaries, negations and adverbs; they tell whether it happened. */
export function stepHelper(walk: Walk, norm: string): Step | undefined {
  const isAdverb = ADVERBS.has(norm) || (norm.length > 4 && norm.endsWith('ly'))
  if (!AUXILIARIES.has(norm) && !NEGATIONS.has(norm) && !isAdverb && norm !== 't') return undefined
  if (HAVE.has(norm) && hasThing(walk)) return takeLight(walk)
  if (BE.has(norm) && norm !== 's' && !walk.begun) walk.passive = true
  const isYetTo = norm === 'yet' && walk.clause.tokens[walk.at + 1]?.norm === 'to'
  walk.modality = norm === 't' || isYetTo ? 'negated' : afterHelper(walk.modality, norm)
  if (norm === 'to') {
    // "military bases to close": another noun is to do it
    if (walk.unknown > 0 && (!walk.begun || walk.pluralNoun)) return 'stop'
    walk.afterTo = true
    // "is to ban"
    if (BE.has(walk.clause.tokens[walk.at - 1]?.norm ?? '')) {
      walk.passive = false
      if (walk.modality === 'asserted') walk.modality = 'proposed'
    }
    // "asked the department to lift": it is wanted, not done
    if (walk.at === walk.group.to) {
      const isLed = isBrought(walk)
      if (!isLed && !mayBeAsked(walk.clause, walk.group)) return 'stop'
      if (!isLed) walk.modality = 'proposed'
    }
  }
  if (MODALS.has(norm) || FUTURE.has(norm) || /^d(?:o|id|oes)n?$/.test(norm)) walk.modal = true
  walk.at++
  return 'on'
}

const BROUGHT =
  /^(?:led|prompted|caused|forced|pushed|spurred|driven|drove|compelled|persuaded|convinced|leading|prompting|forcing)$/

/** "fears that led Denmark to ban": it did. */
function isBrought({ clause: { tokens, from }, group }: Walk): boolean {
  const at = tokens[group.from - 1]?.norm === 'the' ? group.from - 2 : group.from - 1
  return at >= from && BROUGHT.test(tokens[at]?.norm ?? '')
}

/** "has a similar ban", "had serious concerns"; not "has lifted its ban". */
function hasThing(walk: Walk): boolean {
  const at = walk.at + 1
  const next = walk.clause.tokens[at]?.norm ?? ''
  const isVerb =
    /(?:ed|en)$/.test(next) ||
    ADVERBS.has(next) ||
    next.endsWith('ly') ||
    hasRole(walk.clause, at, 'light') ||
    Boolean(actionWordAt(walk.clause, at, WORD_FORM.participle))
  return !isVerb && ownsNoun(walk)
}

/** "has a similar ban", "had concerns": the noun is what it does. */
function takeLight(walk: Walk): Step {
  walk.begun = walk.light = true
  walk.at++
  return 'on'
}

/** What is said of somebody else's deed, and what is to come of it. */
const HEARSAY = /^(?:understood|said|believed|thought|reported|alleged|rumoured|rumored|known)$/

/** "is understood to have warned", "is expected to ban". */
export function stepHearsay(walk: Walk, norm: string): Step | undefined {
  const { clause, at } = walk
  if (!walk.passive || walk.begun || clause.tokens[at + 1]?.norm !== 'to') return undefined
  if (!HEARSAY.test(norm) && !DUE.test(norm)) return undefined
  if (walk.modality === 'asserted' && DUE.test(norm)) walk.modality = 'proposed'
  walk.passive = false
  walk.modal = true
  walk.at = at + 2
  return 'on'
}
