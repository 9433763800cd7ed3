import { actionWordAt } from './action-word.ts'
import type { AgencyGroup } from './agency-group.ts'
import { isPlace } from './agency-group.ts'
import type { Walk } from './clause-walk.ts'
import type { Clause } from './detect-actions.ts'
import { AUXILIARIES, PREPOSITIONS } from './detect-grammar.ts'
import { WORD_FORM } from './lexicon.ts'

/** Which forms can be this agency's verb at this point of the clause. */
export function allowedForms(walk: Walk): number {
  const { base, third, past, gerund, participle } = WORD_FORM
  const before = [walk.clause.tokens[walk.at - 2]?.norm, walk.clause.tokens[walk.at - 1]?.norm]
  // "called for it to be removed"
  if (walk.begun && before[0] === 'to' && before[1] === 'be') return participle
  if (walk.afterTo) return base
  if (!walk.begun) return third | past | gerund | participle | (takesBase(walk) ? base : 0)
  const previous = walk.clause.tokens[walk.at - 1]?.norm ?? ''
  return (
    (walk.afterPreposition || walk.light || previous === 'and' ? gerund : 0) |
    (previous === 'and' || isNextVerb(walk) ? past | third : 0)
  )
}

/** "reverses course, orders": a comma between two verbs of one subject. */
function isNextVerb({ clause, at }: Walk): boolean {
  return /^,\s+$/.test(clause.tokens[at]?.gap ?? '')
}

/** "U.S. sanctions against Iran": a country's plural noun, unless an object follows. */
export function isPluralNoun(walk: Walk): boolean {
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

/** "the FBI and NSA warn", "Ministers Champagne and Mendicino announce". */
export function isSeveral({ tokens }: Clause, group: AgencyGroup): boolean {
  return (
    group.also.length > 0 || tokens.slice(group.from, group.to).some(({ norm }) => norm === 'and')
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
    isSeveral(clause, group) ||
    (!isPlace(group) && last.length > 3 && /[^s]s$/.test(last))
  )
}
