/**
 * An agency that does something to a company with a verb that the lexicon does not know: "torpedoed
 * the plan for Huawei", "put ZTE in the same category". What the verb does not tell, its content does.
 */

import { contentKind } from './act-content.ts'
import { hasRole } from './action-word.ts'
import type { AgencyGroup } from './agency-group.ts'
import { isPlace } from './agency-group.ts'
import { isSubject } from './clause-subject.ts'
import type { ActionMatch, Clause } from './detect-actions.ts'
import { ANAPHORS, DOMAIN, PREPOSITIONS, REFUSING, TENTATIVE } from './detect-grammar.ts'
import { findsNothing } from './detect-said.ts'
import { informsPress } from './informs-press.ts'
import type { SubjectVerb } from './subject-verb.ts'
import { findSubjectVerb } from './subject-verb.ts'

/** The act of an agency with whatever verb, where it concerns a company; `undefined` where none does. */
export function matchPlain(clause: Clause, group: AgencyGroup): ActionMatch | undefined {
  const verb =
    isReported(clause, group) || isObject(clause, group)
      ? undefined
      : findSubjectVerb(clause, group)
  if (!verb) return undefined
  const isNear = isConcerned(clause, group, verb.at + 1) || isRefusedHere(clause, verb)
  if (!isNear && !isBodysDeed(clause, group, verb)) return undefined
  if (informsPress(clause, verb.at)) return undefined
  const kind = verb.isState ? 'warn' : kindOf(clause, group, verb)
  if (kind === undefined) return undefined
  const { at, modality } = verb
  const isRefusal = hasRole(clause, at, 'refused')
  return {
    group,
    from: at,
    to: at + 1,
    kind,
    weak: true,
    modality: isRefusal ? 'asserted' : modality,
    how: 'plain',
  }
}

/** "ZTE wrote that the FCC had …", "he and Xi are …": somebody else's word, or not alone. */
function isReported({ tokens, companies, from }: Clause, group: AgencyGroup): boolean {
  const at = tokens[group.from - 1]?.norm === 'the' ? group.from - 2 : group.from - 1
  const norm = at >= from ? (tokens[at]?.norm ?? '') : ''
  return norm === 'and' || (norm === 'that' && companies.some((name) => name.to <= at))
}

/** "to members of Congress", "against the ministry": what stands behind a preposition leads no clause. */
function isObject({ tokens, from }: Clause, group: AgencyGroup): boolean {
  const at = tokens[group.from - 1]?.norm === 'the' ? group.from - 2 : group.from - 1
  const norm = at >= from ? (tokens[at]?.norm ?? '') : ''
  const isLed = norm === 'to' || (PREPOSITIONS.has(norm) && norm !== 'following')
  return isLed && !/^(?:who|which)$/.test(tokens[group.to]?.norm ?? '')
}

/** How far after a verb what was not found may stand, in words ("has seen no proof"). */
const FINDING_REACH = 5

/** Verbs that say more than that something was said. */
const ANNOUNCING = /^(?:announc|declar|confirm)/

function kindOf(
  clause: Clause,
  group: AgencyGroup,
  { at, modality }: SubjectVerb,
): ActionMatch['kind'] {
  if (hasRole(clause, at, 'refused') && modality === 'negated') return 'ban'
  const rest = clause.tokens.slice(at, Math.min(clause.to, at + FINDING_REACH))
  if (findsNothing(rest.map(({ norm }) => norm))) return 'report'
  if (hasRole(clause, at, 'plain') || hasRole(clause, at, 'refused')) return undefined
  const norm = clause.tokens[at]?.norm ?? ''
  if (REFUSING.has(norm)) return 'restrict'
  // "has reported to ministers": it says itself that it is a report
  if (
    /^report(?:s|ed)?$/.test(clause.tokens[at]?.norm ?? '') &&
    clause.tokens[at + 1]?.norm === 'to'
  )
    return 'report'
  const isSaid = hasRole(clause, at, 'say')
  // "noted that Australia had banned": another's act
  if (
    isSaid &&
    clause.groups.some((one) => isInside(clause, at + 1, one) && isOtherSubject(clause, group, one))
  )
    return undefined
  const isLoose = isPlace(group) || group.agency?.country === 'CN'
  const content = contentKind(isLoose ? mainClause(clause, at + 1) : clause, at + 1)
  if (content === undefined && (TENTATIVE.has(norm) || REVIEWING.test(norm))) return 'evaluate'
  if (content === undefined && /^t(?:old|ell|ells|elling)$/.test(norm)) return 'restrict'
  // "overruled a push to relax the ban"
  if (content === 'lift' && OPPOSING.test(norm)) return 'ban'
  if (
    content !== undefined ||
    isLoose ||
    (isSaid && !ANNOUNCING.test(clause.tokens[at]?.norm ?? ''))
  )
    return content
  return group.person && !isSaid ? 'warn' : 'restrict'
}

/** Whether a group stands in what is said, before the next comma. */
function isInside({ tokens }: Clause, from: number, { from: to }: AgencyGroup): boolean {
  return to > from && tokens.slice(from, to + 1).every(({ gap }) => !gap.includes(','))
}

const REVIEWING =
  /^(?:review|reassess|study|stud|examin|debat|weigh|mull|ponder)(?:s|es|ies|ed|ied|ing|ying)?$/
const OPPOSING =
  /^(?:overrul|reject|dismiss|oppos|resist|rebuff|scotch|quash|denounc|criticis|criticiz)/

const SUBORDINATE = /^(?:as|when|while|after|before|because|although|though|if|since)$/

/** "Beijing retaliated after Sweden's ban": what a country does ends where the next clause begins. */
function mainClause(clause: Clause, from: number): Clause {
  let to = from
  while (to < clause.to && !SUBORDINATE.test(clause.tokens[to]?.norm ?? '')) to++
  return { ...clause, to }
}

/** "said that America would" of an American body is still its own. */
function isOtherSubject(clause: Clause, group: AgencyGroup, one: AgencyGroup): boolean {
  const isOwn = isPlace(one) && one.agency?.country === group.agency?.country
  const isPart = group.agency !== undefined && one.agency?.partOf === group.agency.id
  return isSubject(clause, one) && !isOwn && !isPart
}

/**
 * A company in the sentence, or behind the verb a phrase that leads back to one; of a body, the field
 * is enough where its words tell an act.
 */
function isConcerned(clause: Clause, group: AgencyGroup, from: number): boolean {
  const { companies, text, tokens } = clause
  const { to } = isPlace(group) ? mainClause(clause, from) : clause
  if (companies.some((name) => name.from < to && (name.from >= from || !isPlace(group))))
    return true
  const rest = text.slice(tokens[from]?.start ?? text.length, tokens[to - 1]?.end)
  return ANAPHORS.test(rest) || (DOMAIN.test(rest) && contentKind(clause, from) !== undefined)
}

/**
 * "The bureau certified the first model": what an agency does that is no whole government. Whether it
 * concerns a company is for the sentences around it to tell.
 */
function isBodysDeed(clause: Clause, group: AgencyGroup, { at, isState }: SubjectVerb): boolean {
  if (isState || isPlace(group) || group.agency?.umbrella) return false
  // "closed its case": a matter of its own
  if (/^(?:its|their|his|her)$/.test(clause.tokens[at + 1]?.norm ?? '')) return false
  const isCourt = group.agency?.classes?.includes('court') || group.generic === 'court'
  return !isCourt && !hasRole(clause, at, 'say')
}

/** "will not procure from such suppliers": of the field, if not of a company by name. */
function isRefusedHere(clause: Clause, { at, modality }: SubjectVerb): boolean {
  if (modality !== 'negated' || !hasRole(clause, at, 'refused')) return false
  return DOMAIN.test(clause.text.slice(clause.tokens[at]?.end, clause.tokens[clause.to - 1]?.end))
}
