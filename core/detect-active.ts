import { actionWordAt, hasRole } from './action-word.ts'
import type { AgencyGroup } from './detect-agencies.ts'
import type { ActionMatch, Clause } from './detect-actions.ts'
import {
  ADVERBS,
  AUXILIARIES,
  BE,
  CLAUSE_STARTS,
  DETERMINERS,
  FUTURE,
  MODALS,
  NEGATIONS,
  PREPOSITIONS,
  PROPOSING,
  REFUSING,
  TENTATIVE,
  TIME_STARTS,
  TIME_WORDS,
} from './detect-grammar.ts'
import { matchSaid } from './detect-said.ts'
import { WORD_FORM } from './lexicon.ts'
import type { Modality } from './mention.ts'

/** Words read after an agency before giving up; longer clauses begin to name other actors. */
const REACH = 26
/** Words that are neither verb nor adverb, before and after the verb phrase has begun. */
const UNKNOWN_BEFORE = 3
const UNKNOWN_AFTER = 11

/** Where the walk stands. */
export type Walk = {
  clause: Clause
  group: AgencyGroup
  at: number
  /** A light or unknown verb has been read. */
  begun: boolean
  light: boolean
  unknown: number
  modality: Modality
  passive: boolean
  /** "may", "will", "did": the plain form follows. */
  modal: boolean
  afterTo: boolean
  afterPreposition: boolean
  /** The word after an aside: the punctuation before it has been read. */
  asideEnd: number
}

/** "the FCC (…) has banned", "Australia took the decision to ban", "the EU plans to restrict". */
export function matchActive(clause: Clause, group: AgencyGroup): ActionMatch | undefined {
  if (group.possessive || group.role === 'adjective' || followsPossessor(clause, group))
    return undefined
  return walkFrom(startWalk(clause, group, group.to))
}

export function startWalk(clause: Clause, group: AgencyGroup, at: number): Walk {
  return {
    clause,
    group,
    at,
    begun: false,
    light: false,
    unknown: 0,
    modality: 'asserted',
    passive: false,
    modal: false,
    afterTo: false,
    afterPreposition: false,
    asideEnd: -1,
  }
}

/** "companies in the US banned": a place after a preposition does not act. */
function followsPossessor(clause: Clause, group: AgencyGroup): boolean {
  if (!isPlace(group)) return false
  const before = clause.tokens[group.from - 1]
  const article = before?.norm === 'the' ? clause.tokens[group.from - 2] : before
  if (group.from <= clause.from || !article || group.from - 1 < clause.from) return false
  return PREPOSITIONS.has(article.norm) && !/^(?:with)$/.test(article.norm)
}

/** Walks to the right until an action word fits or the clause ends. */
export function walkFrom(walk: Walk): ActionMatch | undefined {
  const limit = Math.min(walk.clause.to, walk.at + REACH)
  while (walk.at < limit) {
    const before = walk.at
    const result = step(walk)
    if (result === 'stop') return undefined
    if (result !== 'on') return result
    if (walk.at <= before) return undefined
  }
  return undefined
}

type Step = ActionMatch | 'on' | 'stop'

function step(walk: Walk): Step {
  const token = walk.clause.tokens[walk.at]
  if (!token) return 'stop'
  const gap = walk.asideEnd === walk.at ? 'ok' : crossGap(walk, token.gap)
  if (gap !== 'ok') return gap === 'skipped' ? 'on' : 'stop'
  return (
    stepName(walk) ??
    stepProForm(walk) ??
    stepAction(walk, token.norm) ??
    stepHelper(walk, token.norm) ??
    stepTime(walk, token.norm) ??
    stepSay(walk) ??
    stepLight(walk, token.norm) ??
    stepUnknown(walk, token.norm)
  )
}

/** Punctuation: brackets and asides are skipped, the rest ends the clause. */
function crossGap(walk: Walk, gap: string): 'ok' | 'skipped' | 'stop' {
  if (/^[\s'$€£%-]*$/.test(gap) || (walk.at === walk.group.to && /^\)\s*$/.test(gap))) return 'ok'
  if (/;/.test(gap)) return resumesVerb(walk)
  if (/[!?]/.test(gap)) return 'stop'
  // full stops inside a sentence belong to abbreviations ("Govt.")
  if (/^\.\s*$/.test(gap)) return 'ok'
  if (gap.includes('(')) return skipAside(walk, /\)/)
  if (/,|\u2014| - /.test(gap))
    return walk.begun
      ? crossComma(walk)
      : closesAside(walk)
        ? 'ok'
        : skipAside(walk, /,|\u2014| - /)
  return /^["'\s)\]]*$/.test(gap) && !/"/.test(gap)
    ? 'ok'
    : /^\s*["]\s*$/.test(gap) && walk.begun
      ? 'ok'
      : 'stop'
}

/** "the regulator, the FTC, is investigating": the agency itself stands in the aside. */
function closesAside({ clause, group, at }: Walk): boolean {
  if (at !== group.to || !isVerbish(clause, at)) return false
  const before = [clause.tokens[group.from], clause.tokens[group.from - 1]]
  return before.some((token) => /,|\u2014| - /.test(token?.gap ?? ''))
}

/** After the verb, only a participle or a second verb goes on with the same subject. */
function crossComma(walk: Walk): 'ok' | 'stop' {
  const { clause, at } = walk
  const next = clause.tokens[at]?.norm === 'and' ? at + 1 : at
  const word = actionWordAt(clause, next, WORD_FORM.gerund | WORD_FORM.past) ?? undefined
  if (word || hasRole(clause, next, 'light', WORD_FORM.gerund)) {
    walk.at = next
    walk.unknown = 0
    walk.afterPreposition = true
    return 'ok'
  }
  return 'stop'
}

/** "reverses its decision; disallows": the same subject goes on. */
function resumesVerb(walk: Walk): 'ok' | 'stop' {
  if (!actionWordAt(walk.clause, walk.at, WORD_FORM.third | WORD_FORM.past)) return 'stop'
  walk.begun = walk.light = walk.passive = false
  return 'ok'
}

/** Longest aside in words ("the telecom regulator", "which is part of …"). */
const ASIDE = 16

function skipAside(walk: Walk, closing: RegExp): 'skipped' | 'stop' {
  const { clause } = walk
  for (let i = walk.at + 1; i <= Math.min(clause.to - 1, walk.at + ASIDE); i++) {
    const gap = clause.tokens[i]?.gap ?? ''
    if (/[;!?]|\.\s/.test(gap)) return 'stop'
    if (!closing.test(gap)) continue
    if (!isVerbish(clause, i)) continue
    walk.at = i
    walk.asideEnd = i
    return 'skipped'
  }
  return 'stop'
}

function isVerbish(clause: Clause, at: number): boolean {
  const norm = clause.tokens[at]?.norm ?? ''
  if (AUXILIARIES.has(norm) || ADVERBS.has(norm) || norm.endsWith('ly')) return true
  return (
    Boolean(actionWordAt(clause, at, ~WORD_FORM.noun)) ||
    hasRole(clause, at, 'light') ||
    hasRole(clause, at, 'say')
  )
}

function stepName(walk: Walk): Step | undefined {
  const other = walk.clause.groups.find((group) => group.from === walk.at)
  if (other && other !== walk.group) {
    if (!walk.begun) return 'stop'
    walk.at = other.to
    walk.unknown++
    return 'on'
  }
  const company = walk.clause.companies.find((name) => name.from === walk.at)
  if (!company) return undefined
  if (!walk.begun) return 'stop'
  walk.at = company.to
  return 'on'
}

/** "have already done so", "followed suit": the action named before. */
function stepProForm(walk: Walk): Step | undefined {
  const [a, b] = [
    walk.clause.tokens[walk.at]?.norm ?? '',
    walk.clause.tokens[walk.at + 1]?.norm ?? '',
  ]
  const repeats =
    (/^(?:do|did|done|doing)$/.test(a) && b === 'so') ||
    (/^follow(?:s|ed|ing)?$/.test(a) && b === 'suit')
  return repeats ? match(walk, walk.at, walk.at + 2, undefined, true) : undefined
}

function match(
  walk: Walk,
  from: number,
  to: number,
  kind: ActionMatch['kind'],
  weak: boolean,
): ActionMatch {
  return { group: walk.group, from, to, kind, weak, modality: walk.modality, how: 'active' }
}

function stepAction(walk: Walk, norm: string): Step | undefined {
  const verb = actionWordAt(walk.clause, walk.at, allowedForms(walk))
  if (verb) {
    // "the FCC was sued": the agency is the one acted on
    if (walk.passive && (verb.sense.forms & WORD_FORM.gerund) === 0 && !walk.begun && !walk.afterTo)
      return 'stop'
    if (TENTATIVE.has(norm) || isPluralNoun(walk)) return undefined
    return match(walk, walk.at, verb.to, verb.sense.lexeme.kind, Boolean(verb.sense.lexeme.weak))
  }
  if (!walk.begun && !walk.light) return undefined
  const noun = actionWordAt(walk.clause, walk.at, WORD_FORM.noun)
  if (!noun || walk.afterTo || (noun.sense.lexeme.needsVerb && !walk.light)) return undefined
  return match(walk, walk.at, noun.to, noun.sense.lexeme.kind, Boolean(noun.sense.lexeme.weak))
}

/** Which forms can be this agency's verb at this point of the clause. */
function allowedForms(walk: Walk): number {
  const { base, third, past, gerund, participle } = WORD_FORM
  if (walk.afterTo) return base
  if (!walk.begun) return third | past | gerund | participle | (takesBase(walk) ? base : 0)
  const previous = walk.clause.tokens[walk.at - 1]?.norm ?? ''
  return (
    (walk.afterPreposition || walk.light || previous === 'and' ? gerund : 0) |
    (previous === 'and' ? past | third : 0)
  )
}

/** "U.S. sanctions against Iran": a country's plural noun, unless an object follows. */
function isPluralNoun(walk: Walk): boolean {
  if (walk.begun || !isPlace(walk.group)) return false
  const { clause, at } = walk
  if (!actionWordAt(clause, at, WORD_FORM.noun)) return false
  const next = at + 1 < clause.to ? clause.tokens[at + 1] : undefined
  return (
    !next ||
    !/^[\s"']+$/.test(next.gap) ||
    PREPOSITIONS.has(next.norm) ||
    AUXILIARIES.has(next.norm)
  )
}

/** "officials warn", "may ban"; not "US list". */
function takesBase(walk: Walk): boolean {
  const { group, clause } = walk
  const last = clause.tokens[group.to - 1]?.norm ?? ''
  return (
    walk.modal ||
    group.also.length > 0 ||
    (!isPlace(group) && last.length > 3 && /[^s]s$/.test(last))
  )
}

function stepHelper(walk: Walk, norm: string): Step | undefined {
  const isAdverb = ADVERBS.has(norm) || (norm.length > 4 && norm.endsWith('ly'))
  if (!AUXILIARIES.has(norm) && !NEGATIONS.has(norm) && !isAdverb && norm !== 't') return undefined
  if (BE.has(norm) && norm !== 's' && !walk.begun) walk.passive = true
  const isYetTo = norm === 'yet' && walk.clause.tokens[walk.at + 1]?.norm === 'to'
  if (NEGATIONS.has(norm) || norm === 't' || isYetTo) walk.modality = 'negated'
  else if (walk.modality === 'asserted' && MODALS.has(norm)) walk.modality = 'possible'
  else if (walk.modality === 'asserted' && FUTURE.has(norm)) walk.modality = 'proposed'
  if (norm === 'to') {
    walk.afterTo = true
    // "asked the department to lift": it is wanted, not done
    if (walk.at === walk.group.to) walk.modality = 'proposed'
  }
  if (MODALS.has(norm) || FUTURE.has(norm) || /^d(?:o|id|oes)n?$/.test(norm)) walk.modal = true
  walk.at++
  return 'on'
}

/** "in May", "on Thursday", "last month". */
function stepTime(walk: Walk, norm: string): Step | undefined {
  if (!TIME_STARTS.has(norm)) return undefined
  let to = walk.at + 1
  while (to < walk.at + 5 && isTimeWord(walk.clause.tokens[to])) to++
  if (to === walk.at + 1) return undefined
  walk.at = to
  return 'on'
}

function isTimeWord(token: { norm: string; gap: string } | undefined): boolean {
  if (!token || !/^[\s,]+$/.test(token.gap)) return false
  return (
    TIME_WORDS.has(token.norm) ||
    /^\d{1,4}$/.test(token.norm) ||
    DETERMINERS.has(token.norm) ||
    token.norm === 'last'
  )
}

function stepSay(walk: Walk): Step | undefined {
  if (walk.begun || !hasRole(walk.clause, walk.at, 'say')) return undefined
  if (walk.passive && !walk.clause.tokens[walk.at]?.norm.endsWith('ing')) return 'stop'
  if (hasRole(walk.clause, walk.at, 'light') && ownsNoun(walk)) return undefined
  const said = matchSaid(walk)
  if (said) return said
  return hasRole(walk.clause, walk.at, 'light') ? undefined : 'stop'
}

/** "confirms the exclusion": the noun is what it does. */
function ownsNoun(walk: Walk): boolean {
  const next = [walk.at + 1, walk.at + 2, walk.at + 3]
  return next.some((at) => {
    const word = actionWordAt(walk.clause, at, WORD_FORM.noun)
    return (
      word &&
      walk.clause.tokens.slice(walk.at + 1, at + 1).every((token) => /^\s+$/.test(token.gap))
    )
  })
}

function stepLight(walk: Walk, norm: string): Step | undefined {
  const isLight =
    hasRole(walk.clause, walk.at, 'light') || TENTATIVE.has(norm) || PROPOSING.has(norm)
  if (!isLight) return undefined
  if (walk.passive && !walk.begun && !norm.endsWith('ing') && !walk.afterTo) return 'stop'
  if (REFUSING.has(norm)) walk.modality = 'negated'
  else if (walk.modality === 'asserted' && TENTATIVE.has(norm)) walk.modality = 'possible'
  else if (walk.modality === 'asserted' && PROPOSING.has(norm)) walk.modality = 'proposed'
  walk.begun = walk.light = true
  walk.unknown = 0
  walk.afterTo = walk.afterPreposition = false
  walk.at++
  return 'on'
}

function stepUnknown(walk: Walk, norm: string): Step {
  if (CLAUSE_STARTS.has(norm) && !(walk.begun && norm === 'this')) return 'stop'
  const isPast = norm.endsWith('ed')
  // "the board was established", "US companies", "Chinese carriers": nothing that the agency does
  if (!walk.begun && ((walk.passive && isPast) || (isPlace(walk.group) && !isPast))) return 'stop'
  if (isUndone(walk, norm)) walk.modality = 'negated'
  walk.unknown++
  if (walk.unknown > (walk.begun ? UNKNOWN_AFTER : UNKNOWN_BEFORE)) return 'stop'
  walk.begun = walk.begun || /(?:ed|s)$/.test(norm)
  walk.afterTo = false
  walk.afterPreposition = PREPOSITIONS.has(norm)
  walk.at++
  return 'on'
}

/** "stopped short of banning", "has yet to decide". */
function isUndone(walk: Walk, norm: string): boolean {
  return norm === 'short' && /^stop/.test(walk.clause.tokens[walk.at - 1]?.norm ?? '')
}

/** A country's name or seat, which is also an attribute of others ("US companies"). */
export function isPlace(group: AgencyGroup): boolean {
  return group.role === 'country' || group.role === 'seat' || group.role === 'adjective'
}
