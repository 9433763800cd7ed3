/** What is told as an agency's by a noun or a participle that names no kind: "remarks from", "a decision made by". */

import { contentKind } from './act-content.ts'
import type { AgencyGroup } from './agency-group.ts'
import { isAdviser, isPlace } from './agency-group.ts'
import type { ActionMatch, Clause } from './detect-actions.ts'
import { ADVERBS, ANAPHORS, AUXILIARIES, PREPOSITIONS } from './detect-grammar.ts'
import type { ActionKind } from '../source-index.ts'

/** What is said, and may be a warning. */
const SAYING =
  /^(?:remarks?|comments?|statements?|letters?|speech|tweets?|claims?|documents?|memo|notice|message|threats?|complaints?|ultimatum|memos?|paper)$/
/** What is decided or done. */
const DECIDING =
  /^(?:decisions?|moves?|announcements?|calls?|determinations?|interventions?|approvals?|votes?|verdicts?|rulings?|actions?|steps?|measures?|efforts?|attempts?|push|proposals?|plans?|campaigns?|notices?|designations?|opposition|demands?|refusals?)$/
/** What tells what was found. */
const FINDING = /^(?:reports?|assessments?|stud(?:y|ies)|findings|reviews?|audits?)$/
/** A danger that somebody else sees too. */
const DANGER = /^(?:threats?|risks?|dangers?|concerns?|fears?|suspicions?|allegations?|warnings?)$/
/** What an agency does to bring such a thing about. */
const MADE =
  /^(?:made|issued|taken|announced|signed|sent|published|released|imposed|delivered|launched|adopted|passed|approved|proposed|introduced|posted|obtained|seen|drafted|written|unveiled|filed|led|waged|prepared|commissioned|ordered|demanded|requested|backed|given|cited|raised|expressed|voiced|outlined|described|labelled|labeled|called|characterised|characterized|regarded|viewed|recognised|recognized|considered|identified|rejected|set|instructed|put|floated|mooted|tabled|pushed|championed|sponsored|spelled|shared|agreed|enacted|handed|levied)$/
/** How many words may stand between the noun and "by". */
const REACH = 5

/** The act before "by" or "from", where its sentence concerns a company; `at`: that preposition. */
export function matchAttributed(
  clause: Clause,
  group: AgencyGroup,
  at: number,
): ActionMatch | undefined {
  const preposition = clause.tokens[at]?.norm ?? ''
  if (!/^(?:by|from)$/.test(preposition) || !isConcerned(clause)) return undefined
  if (isPlace(group) && isAttribute(clause, group.to)) return undefined
  const from = preposition === 'by' && isMade(clause, at - 1) ? at - 1 : -1
  const noun = nounBefore(clause, from < 0 ? at : from, from >= 0)
  if (noun < 0 && (from < 0 || /^(?:made|seen|set|put)$/.test(clause.tokens[from]?.norm ?? '')))
    return undefined
  // "the largest ever imposed by"
  if (from > clause.from && clause.tokens[from - 1]?.norm === 'ever') return undefined
  const start = noun < 0 ? from : noun
  if (FINDING.test(clause.tokens[start]?.norm ?? '')) return attributed(group, start, 'report')
  const before = contentKind({ ...clause, to: at }, clause.from)
  const after = contentKind(clause, group.to)
  if (DANGER.test(clause.tokens[start]?.norm ?? '')) return attributed(group, start, 'warn')
  const kind = (from < 0 ? (after ?? before) : (before ?? after)) ?? vagueKind(clause, noun)
  // "a letter from the cyber centre told operators to shun it": advice
  const isAdvice = kind === 'ban' && isSaying(clause, noun) && isAdviser(group.agency)
  return kind && attributed(group, start, isAdvice ? 'warn' : kind)
}

function isSaying({ tokens }: Clause, noun: number): boolean {
  return noun >= 0 && SAYING.test(tokens[noun]?.norm ?? '')
}

function attributed(group: AgencyGroup, from: number, kind: ActionKind): ActionMatch {
  return { group, from, to: from + 1, kind, weak: true, modality: 'asserted', how: 'plain' }
}

/** "made by US companies": the country belongs to what follows. */
function isAttribute({ tokens, to }: Clause, at: number): boolean {
  const { gap = '', norm = '', text = '' } = at < to ? (tokens[at] ?? {}) : {}
  const isOther = AUXILIARIES.has(norm) || PREPOSITIONS.has(norm) || ADVERBS.has(norm)
  return /^[ -]$/.test(gap) && /^[a-z]/.test(text) && !isOther
}

function vagueKind({ tokens }: Clause, noun: number): ActionMatch['kind'] {
  if (noun < 0) return undefined
  return SAYING.test(tokens[noun]?.norm ?? '') ? 'warn' : 'restrict'
}

function isConcerned({ text, tokens, companies, from, to }: Clause): boolean {
  return companies.length > 0 || ANAPHORS.test(text.slice(tokens[from]?.start, tokens[to - 1]?.end))
}

function isMade({ tokens, from }: Clause, at: number): boolean {
  return at >= from && MADE.test(tokens[at]?.norm ?? '') && /^,?\s+$/.test(tokens[at]?.gap ?? '')
}

function nounBefore({ tokens, from }: Clause, to: number, isMade: boolean): number {
  for (let at = to - 1; at >= Math.max(from, to - REACH); at--) {
    const { norm = '' } = tokens[at] ?? {}
    if (!/^,?\s+$/.test(tokens[at + 1]?.gap ?? '')) return -1
    if ([SAYING, DECIDING, DANGER, FINDING].some((nouns) => nouns.test(norm))) return at
    // "the move is justified by": a verb that makes nothing
    if (AUXILIARIES.has(norm) && !isMade) return -1
  }
  return -1
}
