import type { ActionWord } from './action-word.ts'
import { actionWordAt, hasRole } from './action-word.ts'
import type { AgencyGroup } from './agency-group.ts'
import { isPlace, isPossessive } from './agency-group.ts'
import type { Step, Walk } from './clause-walk.ts'
import { startWalk } from './clause-walk.ts'
import type { ActionMatch, Clause } from './detect-actions.ts'
import { PREPOSITIONS, TENTATIVE } from './detect-grammar.ts'
import { matchSaid } from './detect-said.ts'
import { WORD_FORM } from './lexicon.ts'
import { allowedForms, isPluralNoun } from './verb-forms.ts'
import { crossGap } from './walk-gaps.ts'
import { stepName } from './walk-names.ts'
import { ownsNoun, stepHelper, stepLight, stepTime, stepUnknown } from './walk-steps.ts'

/** Words read after an agency before giving up; longer clauses begin to name other actors. */
const REACH = 26
/** "the FCC (…) has banned", "Norway made a move to ban", "the EU plans to restrict". */
export function matchActive(clause: Clause, group: AgencyGroup): ActionMatch | undefined {
  if (group.possessive || group.role === 'adjective' || followsPossessor(clause, group))
    return undefined
  const walk = startWalk(clause, group, group.to)
  const found = walkFrom(walk)
  if (found || walk.threat === undefined) return found
  return match({ ...walk, modality: 'asserted' }, walk.threat, walk.threat + 1, 'warn', true)
}

/** "companies in the US banned": a place after a preposition does not act. */
function followsPossessor(clause: Clause, group: AgencyGroup): boolean {
  const before = clause.tokens[group.from - 1]
  // "businesses advising the government had warned"
  if (group.role === 'generic' && before && /^[a-z]{3,}ing$/.test(before.text)) return true
  if (!isPlace(group)) return false
  const article = before?.norm === 'the' ? clause.tokens[group.from - 2] : before
  if (group.from <= clause.from || !article || group.from - 1 < clause.from) return false
  return PREPOSITIONS.has(article.norm) && !/^(?:with)$/.test(article.norm)
}

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
    stepAction(walk, token.norm) ??
    stepTime(walk, token.norm) ??
    stepHelper(walk, token.norm) ??
    stepSay(walk) ??
    stepLight(walk, token.norm) ??
    stepUnknown(walk, token.norm)
  )
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
    const second = secondVerb(walk, verb)
    const { kind, weak } = (second ?? verb).sense.lexeme
    const found = match(walk, walk.at, (second ?? verb).to, kind, Boolean(weak))
    return verb.sense.lexeme.permits ? { ...found, permits: true } : found
  }
  if (!walk.begun && !walk.light) return undefined
  const noun = actionWordAt(walk.clause, walk.at, WORD_FORM.noun)
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

/** "must review and block": of two verbs, the one that is sure. */
function secondVerb({ clause }: Walk, first: ActionWord): ActionWord | undefined {
  if (!first.sense.lexeme.weak || clause.tokens[first.to]?.norm !== 'and') return undefined
  const second = actionWordAt(clause, first.to + 1, first.sense.forms & ~WORD_FORM.noun)
  return second?.sense.lexeme.weak ? undefined : second
}

/** What a company may do or have too. */
const OWNED: ActionMatch['kind'][] = ['charge', 'report', 'settle', 'testify', 'lift', 'warn']

/** "threw out Huawei's lawsuit": the noun is the company's. */
function isOwned({ clause, at }: Walk): boolean {
  return clause.companies.some(
    (name) =>
      name.to < at && at - name.to <= 2 && isPossessive(clause.tokens, clause.text, name.to),
  )
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
