import { actionWordAt, hasRole } from './action-word.ts'
import type { AgencyGroup } from './agency-group.ts'
import { isPlace } from './agency-group.ts'
import type { Step, Walk } from './clause-walk.ts'
import { startWalk } from './clause-walk.ts'
import type { ActionMatch, Clause } from './detect-actions.ts'
import { AUXILIARIES, PREPOSITIONS, TENTATIVE } from './detect-grammar.ts'
import { matchSaid } from './detect-said.ts'
import { WORD_FORM } from './lexicon.ts'
import { crossGap } from './walk-gaps.ts'
import { stepHelper, stepLight, stepTime, stepUnknown } from './walk-steps.ts'

/** Words read after an agency before giving up; longer clauses begin to name other actors. */
const REACH = 26
/** "the FCC (…) has banned", "Norway made a move to ban", "the EU plans to restrict". */
export function matchActive(clause: Clause, group: AgencyGroup): ActionMatch | undefined {
  if (group.possessive || group.role === 'adjective' || followsPossessor(clause, group))
    return undefined
  return walkFrom(startWalk(clause, group, group.to))
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
    stepHelper(walk, token.norm) ??
    stepTime(walk, token.norm) ??
    stepSay(walk) ??
    stepLight(walk, token.norm) ??
    stepUnknown(walk, token.norm)
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
  const found = match(
    walk,
    walk.at,
    noun.to,
    noun.sense.lexeme.kind,
    Boolean(noun.sense.lexeme.weak),
  )
  return { ...found, isNoun: true }
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
  // British use: "the NCSC assess that"; not where the word may be a noun
  const isCollective = !isPlace(group) && !actionWordAt(clause, walk.at, WORD_FORM.noun)
  return (
    walk.modal ||
    isCollective ||
    group.also.length > 0 ||
    (!isPlace(group) && last.length > 3 && /[^s]s$/.test(last))
  )
}

function stepSay(walk: Walk): Step | undefined {
  if (walk.begun || !hasRole(walk.clause, walk.at, 'say')) return undefined
  if (walk.passive && !walk.clause.tokens[walk.at]?.norm.endsWith('ing')) return 'stop'
  if (hasRole(walk.clause, walk.at, 'light') && ownsNoun(walk)) return undefined
  const said = matchSaid(walk, walkFrom)
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
