import { actionWordAt, hasRole } from './action-word.ts'
import type { AgencyGroup } from './agency-group.ts'
import type { ActionMatch, Clause } from './detect-actions.ts'
import { matchAttributed } from './detect-attributed.ts'
import { isPlace } from './agency-group.ts'
import { matchPlaced } from './detect-placed.ts'
import { DETERMINERS } from './detect-grammar.ts'
import { verbAfter } from './detect-nominal.ts'
import type { Token } from './detect-tokens.ts'
import { plannedBy, toldBy, urgedBy } from './detect-planned.ts'
import { WORD_FORM } from './lexicon.ts'
import type { WordSense } from './word-table.ts'

/** How many words may stand between an action word and "by"; longer clauses attach elsewhere. */
const REACH = 10
/** Nouns that also take "from" or "of" before the agency. */
const FROM_NOUNS =
  /^(?:warning|pressure|order|executive order|recommendation|testimony|charge|allegation|accusation|report|alert|advisory|advice|guidance|guideline|directive|assessment|finding|subpoena|reprieve|waiver|ban|penalty|fine|rule|sanction|restriction|scrutiny|criticism|objection|decree|bulletin|exemption|clearance|permission|study|analysis|conclusion|investigation|probe|inquiry|indictment|amendment|bill|request)$/

/** "was fined by the Commerce Department", "a warning from the FBI", "banned by the FCC". */
export function matchBefore(clause: Clause, group: AgencyGroup): ActionMatch | undefined {
  const paid = paidTo(clause, group)
  if (paid) return paid
  const placed = matchPlaced(clause, group)
  if (placed) return placed
  const at = prepositionBefore(clause, group.from)
  const preposition = clause.tokens[at]?.norm
  const relative = objectOf(clause, group)
  if (relative) return relative
  if (at < 0 || preposition === undefined || group.role === 'adjective') return undefined
  const urged = urgedBy(clause, group, at) ?? toldBy(clause, group, at)
  if (urged) return urged
  if (preposition === 'of' && isPlace(group)) return plannedBy(clause, group, at)
  const planned = plannedBy(clause, group, at)
  if (planned) return planned
  // "banned from use by the government"
  if (/^(?:use|uses|purchases?|procurement|adoption)$/.test(clause.tokens[at - 1]?.norm ?? ''))
    return undefined
  return wordsBefore(clause, group, at, preposition) ?? matchAttributed(clause, group, at)
}

/** The nearest action word before "by" or "from". */
function wordsBefore(
  clause: Clause,
  group: AgencyGroup,
  at: number,
  preposition: string,
): ActionMatch | undefined {
  // "the largest fine ever issued by": one that is compared with
  if (clause.tokens[at - 2]?.norm === 'ever') return undefined
  for (let i = at - 1; i >= Math.max(clause.from, at - REACH); i--) {
    const token = clause.tokens[i]
    const following = clause.tokens[i + 1]
    if (!token || !following || (/[,;:.!?]|\u2014/.test(following.gap) && !isInNumber(following)))
      return undefined
    const match =
      wordBefore(clause, group, i - 1, at, preposition, true) ??
      wordBefore(clause, group, i, at, preposition)
    if (match) return match
    // "praised by the ministry": the phrase belongs to a verb that is no action
    const isOther = i === at - 1 && preposition === 'by' && /(?:ed|wn|en)$/.test(token.norm)
    if (isOther && !hasRole(clause, i, 'light')) return undefined
    if (preposition !== 'by' && i < at - (isPlace(group) ? 3 : 9)) return undefined
  }
  return undefined
}

/** "1.2", "900,000". */
function isInNumber({ gap, norm }: Token): boolean {
  return /^[.,]$/.test(gap) && /^\d/.test(norm)
}

const MONEY = /^(?:\d+|million|billion|a|an|fine|penalty|about|some|nearly|more|than|us|of)$/

/** "ZTE agreed to pay the US government $900 million". */
function paidTo({ tokens, companies, from }: Clause, group: AgencyGroup): ActionMatch | undefined {
  let at = tokens[group.from - 1]?.norm === 'the' ? group.from - 2 : group.from - 1
  // "pay the United States" may be a price as well
  if (isPlace(group) && tokens[at]?.norm !== 'to') return undefined
  // "pay $892 million to the United States"
  if (tokens[at]?.norm === 'to') for (at--; at > from && MONEY.test(tokens[at]?.norm ?? '');) at--
  const isPaid = at >= from && /^(?:pay|paid|pays|paying)$/.test(tokens[at]?.norm ?? '')
  if (!isPaid || !companies.some((name) => name.to <= at)) return undefined
  return {
    group,
    from: at,
    to: at + 1,
    kind: 'fine',
    weak: true,
    modality: 'asserted',
    how: 'passive',
  }
}

/** "the ban that the US imposed", "the deal the Commerce Department announced on Thursday". */
function objectOf(clause: Clause, group: AgencyGroup): ActionMatch | undefined {
  const { tokens, from } = clause
  let at = group.from - 1
  while (at > from && /^(?:the|that|which)$/.test(tokens[at]?.norm ?? '')) at--
  if (at < from || at === group.from - 1 || !isPlain(clause, at + 1, group.to + 1)) return undefined
  const noun = actionWordAt(clause, at, WORD_FORM.noun)
  const verb = /^(?:ha[sd]|have)$/.test(tokens[group.to]?.norm ?? '') ? group.to + 1 : group.to
  if (!noun || !hasRole(clause, verb, 'light', WORD_FORM.past | WORD_FORM.participle))
    return undefined
  const next = tokens[verb + 1]
  // "says that the FCC announced a probe": it has an object of its own
  if (verb + 1 < clause.to && next && /^(?:a|an|the|its|new)$/.test(next.norm)) return undefined
  const { kind, weak } = noun.sense.lexeme
  return {
    group,
    from: at,
    to: verb + 1,
    kind,
    weak: Boolean(weak),
    modality: 'asserted',
    how: 'passive',
  }
}

function isPlain({ tokens }: Clause, from: number, to: number): boolean {
  return tokens.slice(from, to).every(({ gap }) => /^(?:\s+|\. )$/.test(gap))
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
  if (isUnknownOf(clause, i)) return undefined
  // "designated as threats by": the participle before it is what is done
  if (word.sense.noun !== undefined && clause.tokens[i - 1]?.norm === 'as') return undefined
  if (!takesPreposition(word.sense, preposition)) return undefined
  return {
    group,
    from: i,
    to: word.to,
    kind: orderedKind(clause, group, word.sense) ?? word.sense.lexeme.kind,
    weak: Boolean(word.sense.lexeme.weak),
    modality: modalityBefore(clause, i),
    how: 'passive',
  }
}

/** "an executive order from the president put Huawei on the list": what the order does. */
function orderedKind(
  clause: Clause,
  group: AgencyGroup,
  { lexeme }: WordSense,
): ActionMatch['kind'] {
  if (lexeme.kind !== 'restrict' || lexeme.noun === undefined) return undefined
  return verbAfter(clause, group.to)?.sense.lexeme.kind
}

/** "has no knowledge of a probe by": nobody says that there is one. */
function isUnknownOf({ tokens, from }: Clause, at: number): boolean {
  const before = tokens.slice(Math.max(from, at - 3), at).map(({ norm }) => norm)
  return before.some((word) => /^(?:aware|unaware|knowledge|confirmation)$/.test(word))
}

function formsBefore(preposition: string): number {
  const { participle, past, noun } = WORD_FORM
  if (preposition === 'with') return participle | past | noun | WORD_FORM.base
  return preposition === 'by' ? participle | past | noun : noun
}

/** "a warning from the FBI", "a settlement with", "a fine to"; anything is done "by". */
function takesPreposition({ lexeme, noun }: WordSense, preposition: string): boolean {
  if (preposition === 'by') return true
  if (preposition === 'with') return lexeme.kind === 'settle'
  if (preposition === 'to') return lexeme.kind === 'fine'
  return FROM_NOUNS.test(noun ?? '')
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
      !/^(?:senior|top|other|several|key|six|major|heads?|security|intelligence|spy|cyber|telecoms?|agency|regulator|watchdog|authority|body)$/.test(
        token.norm,
      )
    )
      return -1
  }
  return -1
}
