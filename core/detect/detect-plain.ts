/**
 * An agency that does something to a company with a verb that the lexicon does not know: "torpedoed
 * the plan for Huawei", "put ZTE in the same category". What the verb does not tell, its content does.
 */

import { contentKind } from './act-content.ts'
import { hasRole } from './action-word.ts'
import type { AgencyGroup } from './agency-group.ts'
import { isPlace } from './agency-group.ts'
import type { ActionMatch, Clause } from './detect-actions.ts'
import {
  ADVERBS,
  ANAPHORS,
  AUXILIARIES,
  BE,
  CLAUSE_STARTS,
  DETERMINERS,
  DOMAIN,
  FUTURE,
  HAVE,
  MODALS,
  NEGATIONS,
  PREPOSITIONS,
  REFUSING,
} from './detect-grammar.ts'
import { informsPress } from './informs-press.ts'
import { opensHeadline } from './walk-steps.ts'
import { isSubject } from './clause-subject.ts'
import { WORD_FORM } from './lexicon.ts'
import { isSeveral } from './verb-forms.ts'
import type { Modality } from '../mention.ts'

/** The agency's verb with what stands before it. */
type Verb = { at: number; modality: Modality }

/** The act of an agency with whatever verb, where it concerns a company; `undefined` where none does. */
export function matchPlain(clause: Clause, group: AgencyGroup): ActionMatch | undefined {
  const verb = isReported(clause, group) ? undefined : findVerb(clause, group)
  if (!verb || !(concernsCompany(clause, verb.at + 1) || isRefusedHere(clause, verb)))
    return undefined
  if (informsPress(clause, verb.at)) return undefined
  const kind = kindOf(clause, group, verb)
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

/** Verbs that say more than that something was said. */
const ANNOUNCING = /^(?:announc|declar|confirm)/

function kindOf(clause: Clause, group: AgencyGroup, { at, modality }: Verb): ActionMatch['kind'] {
  if (hasRole(clause, at, 'refused') && modality === 'negated') return 'ban'
  if (hasRole(clause, at, 'plain') || hasRole(clause, at, 'refused')) return undefined
  if (REFUSING.has(clause.tokens[at]?.norm ?? '')) return 'restrict'
  // "has reported to ministers": it says itself that it is a report
  if (
    /^report(?:s|ed)?$/.test(clause.tokens[at]?.norm ?? '') &&
    clause.tokens[at + 1]?.norm === 'to'
  )
    return 'report'
  const isSaid = hasRole(clause, at, 'say')
  // "noted that Australia had banned": another's act
  if (isSaid && clause.groups.some((one) => one.from > at && isOtherSubject(clause, group, one)))
    return undefined
  const content = contentKind(clause, at + 1)
  if (
    content !== undefined ||
    isPlace(group) ||
    (isSaid && !ANNOUNCING.test(clause.tokens[at]?.norm ?? ''))
  )
    return content
  return group.person && !isSaid ? 'warn' : 'restrict'
}

const SUBORDINATE = /^(?:as|when|while|after|before|because|although|though|if|since)$/

/** "said that America would" of an American body is still its own. */
function isOtherSubject(clause: Clause, group: AgencyGroup, one: AgencyGroup): boolean {
  const isOwn = isPlace(one) && one.agency?.country === group.agency?.country
  const isPart = group.agency !== undefined && one.agency?.partOf === group.agency.id
  return isSubject(clause, one) && !isOwn && !isPart
}

/** A company, or a phrase that leads back to one, from a position on to the end of the clause. */
function concernsCompany(clause: Clause, from: number): boolean {
  const { companies, text, tokens } = clause
  let to = from
  while (to < clause.to && !SUBORDINATE.test(tokens[to]?.norm ?? '')) to++
  if (companies.some((name) => name.from >= from && name.from < to)) return true
  return ANAPHORS.test(text.slice(tokens[from]?.start ?? text.length, tokens[to - 1]?.end))
}

/** "will not procure from such suppliers": of the field, if not of a company by name. */
function isRefusedHere(clause: Clause, { at, modality }: Verb): boolean {
  if (modality !== 'negated' || !hasRole(clause, at, 'refused')) return false
  return DOMAIN.test(clause.text.slice(clause.tokens[at]?.end, clause.tokens[clause.to - 1]?.end))
}

/** How many helpers may stand between an agency and its verb. */
const HELPERS = 6

function findVerb(clause: Clause, group: AgencyGroup): Verb | undefined {
  const { tokens, to } = clause
  let modality: Modality = 'asserted'
  let helper = ''
  for (let at = group.to; at < Math.min(to, group.to + HELPERS); at++) {
    const { norm = '', gap = '', text = '' } = tokens[at] ?? {}
    if (!/^\s+$/.test(gap) && !(at === group.to && /^\)\s+$/.test(gap))) return undefined
    if (NEGATIONS.has(norm) || (norm === 'longer' && tokens[at - 1]?.norm === 'no')) {
      modality = 'negated'
      continue
    }
    if (AUXILIARIES.has(norm)) {
      if (modality === 'asserted' && MODALS.has(norm)) modality = 'possible'
      if (modality === 'asserted' && (FUTURE.has(norm) || norm === 'to')) modality = 'proposed'
      const isPlanned = BE.has(helper) || (at === group.to && opensHeadline(clause, group))
      if (norm === 'to' && !isPlanned) return undefined
      helper = norm
      continue
    }
    if (ADVERBS.has(norm) || (norm.length > 4 && norm.endsWith('ly'))) continue
    return /^[a-z]/.test(text) && isVerb(clause, group, at, helper) ? { at, modality } : undefined
  }
  return undefined
}

/** Whether a word can be the verb after its helper, if any; "was fined" is done to the agency. */
function isVerb(clause: Clause, group: AgencyGroup, at: number, helper: string): boolean {
  const norm = clause.tokens[at]?.norm ?? ''
  if (DETERMINERS.has(norm) || PREPOSITIONS.has(norm) || CLAUSE_STARTS.has(norm)) return false
  if (BE.has(helper)) return norm.endsWith('ing')
  if (HAVE.has(helper)) return /(?:ed|en|n|t|g|k|d|ne|de)$/.test(norm)
  if (helper !== '') return true
  if (hasRole(clause, at, 'say', sayForms(clause, group))) return true
  return /..ed$/.test(norm) || IRREGULAR.test(norm) || isThirdPerson(clause, group, at)
}

function sayForms(clause: Clause, group: AgencyGroup): number {
  const { base, past, third } = WORD_FORM
  return past | third | (isSeveral(clause, group) ? base : 0)
}

const IRREGULAR =
  /^(?:put|cut|took|gave|made|wrote|sent|set|let|kept|left|held|led|built|paid|won|found|told|threw|broke|drew|drove|hit|hurt|shut|stuck|struck|sought|brought|fought|caught|taught|dealt|spoke|stood|swore|tore|went|began|chose|laid|wound|spelt|shook)$/

/** "puts Huawei", "tells carriers"; plural nouns are followed by other words. */
function isThirdPerson(clause: Clause, group: AgencyGroup, at: number): boolean {
  const { norm = '' } = clause.tokens[at] ?? {}
  if (!/[^su]s$/.test(norm) || norm.length < 4) return false
  const next = clause.tokens[at + 1]
  if (!next || at + 1 >= clause.to || !/^\s+$/.test(next.gap)) return false
  if (REFUSING.has(norm) && next.norm === 'to') return true
  const isNamed = clause.companies.some((name) => name.from === at + 1)
  return isNamed || DETERMINERS.has(next.norm) || (!isPlace(group) && PREPOSITIONS.has(next.norm))
}
