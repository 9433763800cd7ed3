import { actionWordAt, hasRole } from './action-word.ts'
import type { AgencyGroup } from './agency-group.ts'
import { isPlace } from './agency-group.ts'
import type { Clause } from './detect-actions.ts'
import { WORD_FORM } from './lexicon.ts'
import type { Step, Walk } from './clause-walk.ts'
import {
  ADVERBS,
  AUXILIARIES,
  BE,
  CLAUSE_STARTS,
  DETERMINERS,
  FUTURE,
  HAVE,
  MODALS,
  NEGATIONS,
  PREPOSITIONS,
  PROPOSING,
  REFUSING,
  TENTATIVE,
  TIME_STARTS,
  TIME_WORDS,
} from './detect-grammar.ts'

/** Words that are neither verb nor adverb, before and after the verb phrase has begun. */
const UNKNOWN_BEFORE = 3
const UNKNOWN_AFTER = 11

/** Auxiliaries, negations and adverbs; they tell whether it happened. */
export function stepHelper(walk: Walk, norm: string): Step | undefined {
  const isAdverb = ADVERBS.has(norm) || (norm.length > 4 && norm.endsWith('ly'))
  if (!AUXILIARIES.has(norm) && !NEGATIONS.has(norm) && !isAdverb && norm !== 't') return undefined
  if (HAVE.has(norm) && hasThing(walk)) return takeLight(walk)
  if (BE.has(norm) && norm !== 's' && !walk.begun) walk.passive = true
  const isYetTo = norm === 'yet' && walk.clause.tokens[walk.at + 1]?.norm === 'to'
  if (NEGATIONS.has(norm) || norm === 't' || isYetTo) walk.modality = 'negated'
  else if (walk.modality === 'asserted' && MODALS.has(norm)) walk.modality = 'possible'
  else if (walk.modality === 'asserted' && FUTURE.has(norm)) walk.modality = 'proposed'
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

/** What is said of somebody else's deed, and what is to come of it. */
const HEARSAY = /^(?:understood|said|believed|thought|reported|alleged|rumoured|rumored|known)$/
const DUE = /^(?:expected|set|likely|due|poised|about|ready|going|scheduled|supposed|planning)$/

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
