import { OWNED, isOwned, lastNoun, publishedKind, secondVerb, takesBan } from './action-object.ts'
import { actionWordAt, hasRole } from './action-word.ts'
import type { AgencyGroup } from './agency-group.ts'
import type { Step, Walk } from './clause-walk.ts'
import { startWalk } from './clause-walk.ts'
import type { ActionMatch, Clause } from './detect-actions.ts'
import { isSubject } from './clause-subject.ts'
import { BE, HAVE, PRO_NOUNS, TENTATIVE } from './detect-grammar.ts'
import { readQuestion } from './clause-question.ts'
import { informsPress } from './informs-press.ts'
import { matchSaid } from './detect-said.ts'
import { WORD_FORM } from './lexicon.ts'
import { allowedForms, isPluralNoun } from './verb-forms.ts'
import { crossGap } from './walk-gaps.ts'
import { stepName } from './walk-names.ts'
import { stepTime } from './time-phrase.ts'
import { stepHearsay, stepHelper } from './walk-helpers.ts'
import { ownsNoun, stepLight, stepUnknown } from './walk-verbs.ts'

/** Words read after an agency before giving up; longer clauses begin to name other actors. */
const REACH = 26
/** "the FCC (…) has banned", "Norway made a move to ban", "the EU plans to restrict". */
export function matchActive(clause: Clause, group: AgencyGroup): ActionMatch | undefined {
  if (!isSubject(clause, group) && !isDoing(clause, group)) return undefined
  const walk = startWalk(
    clause,
    group,
    isDoing(clause, group) ? skipJoined(clause, group.to) : skipOthers(clause, group.to),
  )
  const asked = readQuestion(clause, group)
  if (asked && !BE.has(asked.helper) && !HAVE.has(asked.helper)) walk.modal = true
  if (asked) walk.modality = asked.modality
  const found = walkFrom(walk)
  if (found || walk.threat === undefined) return found
  return match({ ...walk, modality: 'asserted' }, walk.threat, walk.threat + 1, 'warn', true)
}

/** "in the wake of the US designating ZTE": a sure word in "-ing" after a country. */
function isDoing(clause: Clause, group: AgencyGroup): boolean {
  if (group.possessive || group.role === 'adjective') return false
  const at = skipJoined(clause, group.to)
  const word = actionWordAt(clause, at, WORD_FORM.gerund)
  return clause.tokens[at]?.gap === ' ' && word !== undefined && !word.sense.lexeme.weak
}

/** "the US and other allies in blacklisting". */
function skipJoined({ tokens }: Pick<Clause, 'tokens'>, from: number): number {
  const at = skipOthers({ tokens }, from)
  return /^(?:in|from)$/.test(tokens[at]?.norm ?? '') && /ing$/.test(tokens[at + 1]?.norm ?? '')
    ? at + 1
    : from
}

/** "the US and some other countries". */
function skipOthers({ tokens }: Pick<Clause, 'tokens'>, from: number): number {
  if (tokens[from]?.norm !== 'and') return from
  for (let at = from + 1; at <= from + 3; at++) {
    if (OTHERS.test(tokens[at]?.norm ?? '')) return at + 1
    if (
      !/^(?:some|other|several|many|its|their|western|european|most|all)$/.test(
        tokens[at]?.norm ?? '',
      )
    )
      return from
  }
  return from
}

const OTHERS = /^(?:allies|countries|nations|governments|states)$/

/** Walks to the right until an action word fits or the clause ends. */
function walkFrom(walk: Walk): ActionMatch | undefined {
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

function step(walk: Walk): Step {
  const token = walk.clause.tokens[walk.at]
  if (!token) return 'stop'
  const gap = walk.asideEnd === walk.at ? 'ok' : crossGap(walk, token.gap)
  if (gap !== 'ok') return gap === 'skipped' ? 'on' : 'stop'
  return (
    stepName(walk) ??
    stepProForm(walk) ??
    stepHearsay(walk, token.norm) ??
    stepAction(walk, token.norm) ??
    stepTime(walk, token.norm) ??
    stepHelper(walk, token.norm) ??
    stepSay(walk) ??
    stepLight(walk, token.norm) ??
    stepUnknown(walk, token.norm)
  )
}

const RULES = /^(?:rules?|measures?|steps?|actions?|polic(?:y|ies)|laws?)$/

/** "have already done so", "followed suit": the action named before. */
function stepProForm(walk: Walk): Step | undefined {
  const [a, b] = [
    walk.clause.tokens[walk.at]?.norm ?? '',
    walk.clause.tokens[walk.at + 1]?.norm ?? '',
  ]
  const repeats =
    (/^(?:do|does|did|done|doing)$/.test(a) && /^(?:so|likewise)$/.test(b)) ||
    (/^follow(?:s|ed|ing)?$/.test(a) && b === 'suit')
  // "the ministry did the same"
  if (/^(?:do|does|did|done|doing)$/.test(a) && b === 'the' && isSameThing(walk))
    return match(walk, walk.at, walk.at + 3, undefined, true)
  if (repeats) return match(walk, walk.at, walk.at + 2, undefined, true)
  // "made a similar move"
  const isSame = walk.light && /^(?:similar|same)$/.test(a) && (PRO_NOUNS.has(b) || RULES.test(b))
  return isSame ? match(walk, walk.at, walk.at + 2, undefined, true) : undefined
}

function isSameThing({ clause, at }: Walk): boolean {
  return clause.tokens[at + 2]?.norm === 'same' && clause.tokens[at + 2]?.gap === ' '
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

const ARTICLE = /^(?:a|an|the)$/

function stepAction(walk: Walk, norm: string): Step | undefined {
  const isNoun = ARTICLE.test(walk.clause.tokens[walk.at - 1]?.norm ?? '')
  const verb = isNoun ? undefined : actionWordAt(walk.clause, walk.at, allowedForms(walk))
  if (verb) {
    // "the FCC was sued": the agency is the one acted on
    if (walk.passive && (verb.sense.forms & WORD_FORM.gerund) === 0 && !walk.begun && !walk.afterTo)
      return 'stop'
    if (TENTATIVE.has(norm) || isPluralNoun(walk)) return undefined
    if (informsPress(walk.clause, walk.at)) return 'stop'
    const second = secondVerb(walk, verb)
    const { weak } = (second ?? verb).sense.lexeme
    const kind = publishedKind(walk, verb) ?? (second ?? verb).sense.lexeme.kind
    const isWeak = Boolean(weak) && !takesBan(walk, verb)
    const found = match(walk, walk.at, (second ?? verb).to, kind, isWeak)
    const isPassed = verb.sense.lexeme.permits && kind !== verb.sense.lexeme.kind
    return verb.sense.lexeme.permits && !isPassed ? { ...found, permits: true } : found
  }
  if (!walk.begun && !walk.light) return undefined
  const noun = lastNoun(walk)
  if (!noun || walk.afterTo || (noun.sense.lexeme.needsVerb && !walk.light)) return undefined
  if (OWNED.includes(noun.sense.lexeme.kind) && isOwned(walk)) return undefined
  const found = match(
    walk,
    walk.at,
    noun.to,
    noun.sense.lexeme.kind,
    Boolean(noun.sense.lexeme.weak),
  )
  return { ...found, isNoun: true }
}

/** "considers banning", "is considering whether"; not "considers Huawei a threat". */
function mullsAction({ clause, at }: Walk): boolean {
  if (!TENTATIVE.has(clause.tokens[at]?.norm ?? '')) return false
  const next = clause.tokens[at + 1]?.norm ?? ''
  return /ing$|^(?:whether|how|if|a|an|new|further|more)$/.test(next)
}

function stepSay(walk: Walk): Step | undefined {
  if (mullsAction(walk)) return undefined
  if (walk.begun || !hasRole(walk.clause, walk.at, 'say')) return undefined
  if (walk.passive && !walk.clause.tokens[walk.at]?.norm.endsWith('ing')) return 'stop'
  if (hasRole(walk.clause, walk.at, 'light') && ownsNoun(walk)) return undefined
  const said = matchSaid(walk, walkFrom)
  if (said) return said
  return hasRole(walk.clause, walk.at, 'light') ? undefined : 'stop'
}
