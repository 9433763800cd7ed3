/** The finite verb of an agency that is the subject of its clause, whatever verb that is. */

import { actionWordAt, hasRole } from './action-word.ts'
import type { AgencyGroup } from './agency-group.ts'
import { isPlace } from './agency-group.ts'
import { readQuestion } from './clause-question.ts'
import type { Clause } from './detect-actions.ts'
import {
  ADVERBS,
  AUXILIARIES,
  BE,
  CLAUSE_STARTS,
  DETERMINERS,
  DUE,
  HAVE,
  NEGATIONS,
  PREPOSITIONS,
  REFUSING,
} from './detect-grammar.ts'
import { afterHelper } from './helper-modality.ts'
import { WORD_FORM } from './lexicon.ts'
import { skipAsides } from './subject-asides.ts'
import { isSeveral } from './verb-forms.ts'
import type { Modality } from '../mention.ts'
import { opensHeadline } from './opens-headline.ts'

/** A verb with what stands before it; of a state of mind ("is wary"), the adjective. */
export type SubjectVerb = { at: number; modality: Modality; isState: boolean }

/** How many helpers may stand before the verb. */
const HELPERS = 7
/** What an agency is that minds something. */
const MINDS =
  /^(?:wary|concerned|worried|nervous|alarmed|unsatisfied|dissatisfied|skeptical|sceptical|suspicious|cautious|uneasy|unhappy|adamant|forthright|outspoken|vocal|critical|opposed|mindful|unconvinced|fearful|furious|angry|convinced|anxious|hostile|hesitant|reluctant|troubled|unimpressed|uncomfortable|distrustful|frustrated)$/
/** "has no plans to", "have no intention of". */
const INTENTS = /^(?:plans?|intentions?|desire|wish)$/
/** Verbs that may stand between an agency and what it minds. */
const STATES =
  /^(?:remain|remains|remained|become|became|becomes|grew|grown|grow|feel|feels|felt|seems|seem|stay|stays)$/

/** The verb of a group that leads its clause; `undefined` where none is near, or what is done is done to it. */
export function findSubjectVerb(clause: Clause, group: AgencyGroup): SubjectVerb | undefined {
  const { tokens, to } = clause
  const start = skipAsides(clause, group)
  if (start === undefined) return undefined
  const asked = readQuestion(clause, group)
  let modality: Modality = asked?.modality ?? 'asserted'
  let helper = asked?.helper ?? ''
  for (let at = start; at < Math.min(to, start + HELPERS); at++) {
    const { norm = '', gap = '', text = '' } = tokens[at] ?? {}
    if (at > start && !/^\s+["']?$/.test(gap)) return undefined
    if (norm === 'no' && HAVE.has(helper) && INTENTS.test(tokens[at + 1]?.norm ?? ''))
      return { at: at + 1, modality: 'negated', isState: false }
    if (NEGATIONS.has(norm) || (norm === 'longer' && tokens[at - 1]?.norm === 'no')) {
      modality = 'negated'
      continue
    }
    if (AUXILIARIES.has(norm)) {
      modality = afterHelper(modality, norm)
      if (modality === 'asserted' && norm === 'to') modality = 'proposed'
      const isPlanned = BE.has(helper) || (at === group.to && opensHeadline(clause, group))
      if (norm === 'to' && !isPlanned) return undefined
      helper = norm
      continue
    }
    if (ADVERBS.has(norm) || (norm.length > 4 && norm.endsWith('ly'))) continue
    if ((BE.has(helper) || STATES.test(tokens[at - 1]?.norm ?? '')) && MINDS.test(norm))
      return /"/.test(gap) ? undefined : { at, modality, isState: true }
    if (STATES.test(norm) && MINDS.test(tokens[at + 1]?.norm ?? '')) continue
    if (BE.has(helper) && DUE.test(norm) && tokens[at + 1]?.norm === 'to') continue
    const isFound = /^[a-z]/.test(text) && isVerb(clause, group, at, helper)
    return isFound ? { at, modality, isState: false } : undefined
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
  if (hasRole(clause, at, 'say', finiteForms(clause, group))) return true
  return (
    /..ed$/.test(norm) ||
    IRREGULAR.test(norm) ||
    isThirdPerson(clause, group, at) ||
    isPlainForm(clause, group, at)
  )
}

function finiteForms(clause: Clause, group: AgencyGroup): number {
  const { base, past, third } = WORD_FORM
  return past | third | (isPlural(clause, group) ? base : 0)
}

/** "officials", "the FBI and the NSA". */
function isPlural(clause: Clause, group: AgencyGroup): boolean {
  const last = clause.tokens[group.to - 1]?.norm ?? ''
  return isSeveral(clause, group) || (!isPlace(group) && last.length > 2 && /[^s]s$/.test(last))
}

const IRREGULAR =
  /^(?:put|cut|took|gave|made|wrote|sent|set|let|kept|left|held|led|built|paid|won|found|told|threw|broke|drew|drove|hit|hurt|shut|stuck|struck|sought|brought|fought|caught|taught|dealt|spoke|stood|swore|tore|went|began|chose|laid|wound|spelt|shook|got|ran|rose|withdrew|undertook|saw|came)$/

/** "officials allege", "ministers want": the plain form of a word that is no noun. */
function isPlainForm(clause: Clause, group: AgencyGroup, at: number): boolean {
  if (!isPlural(clause, group)) return false
  const { base, noun } = WORD_FORM
  const isKnown = hasRole(clause, at, 'light', base) || actionWordAt(clause, at, base) !== undefined
  return isKnown && actionWordAt(clause, at, noun) === undefined
}

/** "puts Huawei", "tells carriers"; plural nouns are followed by other words. */
function isThirdPerson(clause: Clause, group: AgencyGroup, at: number): boolean {
  const { norm = '' } = clause.tokens[at] ?? {}
  if (!/[^su]s$/.test(norm) || norm.length < 4) return false
  const next = clause.tokens[at + 1]
  if (!next || at + 1 >= clause.to || !/^\s+$/.test(next.gap)) return false
  if (REFUSING.has(norm) && next.norm === 'to') return true
  const isNamed = clause.companies.some((name) => name.from === at + 1)
  if (isNamed || DETERMINERS.has(next.norm)) return true
  if (hasRole(clause, at, 'light', WORD_FORM.third)) return !PREPOSITIONS.has(next.norm)
  return !isPlace(group) && (PREPOSITIONS.has(next.norm) || /^(?:to|\d)/.test(next.norm))
}
