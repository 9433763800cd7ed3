import { actionWordAt, hasRole } from './action-word.ts'
import type { AgencyGroup } from './agency-group.ts'
import type { ActionMatch, Clause } from './detect-actions.ts'
import { isPlace } from './agency-group.ts'
import { DETERMINERS } from './detect-grammar.ts'
import { WORD_FORM } from './lexicon.ts'
import type { WordSense } from './word-table.ts'

/** How many words may stand between an action word and "by"; longer clauses attach elsewhere. */
const REACH = 10
/** Nouns that also take "from" or "of" before the agency. */
const FROM_NOUNS =
  /^(?:warning|pressure|order|executive order|recommendation|testimony|charge|allegation|report|alert|advisory|directive|assessment|finding|subpoena|reprieve|waiver|ban|penalty|fine)$/
const COMMITTEE_WORDS =
  /^(?:testif(?:y|ied|ies|ying)|testimony|appear(?:ing|ed|s)?|hearing|told|spoke|speaking|evidence|given|presented|delivered|submitted)$/

/** "was fined by the Commerce Department", "a warning from the FBI", "banned by the FCC". */
export function matchBefore(clause: Clause, group: AgencyGroup): ActionMatch | undefined {
  const at = prepositionBefore(clause, group.from)
  const preposition = clause.tokens[at]?.norm
  if (at < 0 || preposition === undefined) return undefined
  for (let i = at - 1; i >= Math.max(clause.from, at - REACH); i--) {
    const token = clause.tokens[i]
    const following = clause.tokens[i + 1]
    if (!token || !following || /[,;:.!?]|\u2014/.test(following.gap)) return undefined
    const match =
      wordBefore(clause, group, i - 1, at, preposition, true) ??
      wordBefore(clause, group, i, at, preposition)
    if (match) return match
    // "praised by the ministry": the phrase belongs to a verb that is no action
    const isOther = i === at - 1 && preposition === 'by' && /(?:ed|wn|en)$/.test(token.norm)
    if (isOther && !hasRole(clause, i, 'light')) return undefined
    if (preposition !== 'by' && i < at - 3) return undefined
  }
  return undefined
}

function wordBefore(
  clause: Clause,
  group: AgencyGroup,
  i: number,
  at: number,
  preposition: string,
  isPhrase = false,
): ActionMatch | undefined {
  const word = actionWordAt(clause, i, formsBefore(preposition))
  if (!word || word.to > at || (isPhrase && word.to !== i + 2)) return undefined
  if (!takesPreposition(word.sense, preposition)) return undefined
  return {
    group,
    from: i,
    to: word.to,
    kind: word.sense.lexeme.kind,
    weak: Boolean(word.sense.lexeme.weak),
    modality: modalityBefore(clause, i),
    how: 'passive',
  }
}

function formsBefore(preposition: string): number {
  const { participle, past, noun } = WORD_FORM
  return preposition === 'by' || preposition === 'with' ? participle | past | noun : noun
}

/** "a warning from the FBI", "a settlement with", "a fine to"; anything is done "by". */
function takesPreposition({ lexeme }: WordSense, preposition: string): boolean {
  if (preposition === 'by') return true
  if (preposition === 'with') return lexeme.kind === 'settle'
  if (preposition === 'to') return lexeme.kind === 'fine'
  return FROM_NOUNS.test(lexeme.noun?.split(',')[0] ?? '')
}

function modalityBefore(clause: Clause, at: number): ActionMatch['modality'] {
  const before = clause.tokens.slice(Math.max(clause.from, at - 4), at).map((token) => token.norm)
  if (before.includes('not') || before.includes('never') || before.at(-1) === 't') return 'negated'
  if (before.some((word) => /^(?:may|might|could|can)$/.test(word))) return 'possible'
  return before.includes('would') || before.includes('will') ? 'proposed' : 'asserted'
}

/** The position of "by", "from" or "of" before the group, articles and adjectives skipped; or -1. */
function prepositionBefore(clause: Clause, from: number): number {
  let at = from - 1
  for (let skipped = 0; skipped < 3 && at >= clause.from; skipped++, at--) {
    const token = clause.tokens[at]
    const next = clause.tokens[at + 1]
    if (!token || !next || !/^\s+$/.test(next.gap)) return -1
    if (/^(?:by|from|of|with|to)$/.test(token.norm)) return at
    if (
      !DETERMINERS.has(token.norm) &&
      !/^(?:senior|top|other|several|key|six|major|heads?)$/.test(token.norm)
    )
      return -1
  }
  return -1
}

/** How far before a committee, in words, the agency that speaks to it may stand. */
const WITNESS_REACH = 14

/** Another agency speaks to the committee: the testimony is that agency's. */
function hasWitness(clause: Clause, committee: AgencyGroup): boolean {
  return clause.groups.some(
    (one) =>
      one.to <= committee.from &&
      committee.from - one.to <= WITNESS_REACH &&
      !isPlace(one) &&
      !one.agency?.classes?.includes('legislature'),
  )
}

/** "testified before the Senate Intelligence Committee", "told a Senate committee". */
export function matchCommittee(clause: Clause, group: AgencyGroup): ActionMatch | undefined {
  if (hasWitness(clause, group)) return undefined
  for (let i = group.from - 1; i >= Math.max(clause.from, group.from - 5); i--) {
    const token = clause.tokens[i]
    const next = clause.tokens[i + 1]
    if (!token || !next || !/^\s+$/.test(next.gap)) return undefined
    if (!COMMITTEE_WORDS.test(token.norm)) continue
    const link = clause.tokens[i + 1]?.norm ?? ''
    if (token.norm !== 'told' && !/^(?:before|to|at|in|during|of)$/.test(link)) return undefined
    return {
      group,
      from: i,
      to: i + 1,
      kind: 'testify',
      weak: true,
      modality: 'asserted',
      how: 'committee',
    }
  }
  return undefined
}
