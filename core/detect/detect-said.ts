import { actionWordAt } from './action-word.ts'
import type { ActionMatch } from './detect-actions.ts'
import {
  RISK_REACH,
  said,
  toldLawmakers,
  toldMinisters,
  toldToStop,
  saidRefusal,
  saidHearing,
} from './detect-told.ts'
import type { Walk } from './clause-walk.ts'
import { startWalk } from './clause-walk.ts'
import {
  AUXILIARIES,
  DETERMINERS,
  PRONOUN_SUBJECTS,
  RISK_WORDS,
  TIME_STARTS,
} from './detect-grammar.ts'
import { isTimeWord } from './time-phrase.ts'
import { WORD_FORM } from './lexicon.ts'

const GENERIC_SUBJECT = /^(?:agency|commission|department|regulator|government|ministry|bureau)$/
/** What a body says that a company did wrong. */
const WRONGS =
  /^(?:lied|misled|violated|violating|stole|stolen|stealing|defrauded|false|falsely|illegally|conspired|broke|breached|hid|hidden|concealed|deceived|theft|fraud|brazen|cheated|flouted|evaded)$/
/** Reads on as from a new subject. */
type Continue = (walk: Walk) => ActionMatch | undefined

/**
 * "said" alone is no action. It leads to one in "said it would ban", "said the ban", "told X to
 * stop", and where what is said of a company is a danger ("said Huawei poses a threat").
 */
export function matchSaid(walk: Walk, walkFrom: Continue): ActionMatch | undefined {
  const own = sameSubject(walk, walkFrom)
  if (own && !(own.weak && isTelling(own.kind))) return own
  return (
    toldLawmakers(walk) ??
    own ??
    saidNo(walk) ??
    saidNoun(walk) ??
    saidHearing(walk) ??
    toldToStop(walk) ??
    saidRefusal(walk) ??
    saidRisk(walk) ??
    toldMinisters(walk)
  )
}

/** What is told of a danger to those who hear witnesses is testimony. */
function isTelling(kind: ActionMatch['kind']): boolean {
  return kind === 'warn' || kind === 'report'
}

/** "said no to Huawei". */
function saidNo(walk: Walk): ActionMatch | undefined {
  const { tokens, companies } = walk.clause
  const [no, to] = [tokens[walk.at + 1]?.norm, tokens[walk.at + 2]?.norm]
  const isRefusal = no === 'no' && to === 'to' && companies.some((name) => name.from > walk.at)
  return isRefusal ? said(walk, 'ban') : undefined
}

/** How far after "said" its "that" may stand ("said on Monday in a statement that"). */
const THAT_REACH = 8

function afterThat(walk: Walk): number {
  const { tokens, to } = walk.clause
  for (let at = walk.at + 1; at < Math.min(to, walk.at + THAT_REACH); at++) {
    if (!/^\s+$/.test(tokens[at]?.gap ?? '')) break
    if (tokens[at]?.norm === 'that') return at + 1
  }
  return skipTime(walk.clause, walk.at + 1)
}

/** "said this week it was thinking of a ban". */
function skipTime({ tokens, to }: Walk['clause'], from: number): number {
  if (!TIME_STARTS.has(tokens[from]?.norm ?? '')) return from
  let at = from + 1
  while (at < to && isTimeWord(tokens[at])) at++
  return at > from + 1 ? at : from
}

/** "said (that) it will ban", "said the commission would ban". */
function sameSubject(walk: Walk, walkFrom: Continue): ActionMatch | undefined {
  const next = skipTime(walk.clause, walk.at + 1)
  const to =
    subjectEnd(walk, next) ??
    subjectEnd(walk, afterThat(walk)) ??
    subjectEnd(walk, afterAside(walk))
  return to === undefined ? undefined : walkFrom(startWalk(walk.clause, walk.group, to))
}

/** How far after "said" that pronoun may stand, in words. */
const ASIDE_REACH = 12
const ASIDES = /^(?:after|in|on|at|during|following|from|with)$/

/** "says after talks with the agencies he will": the pronoun that a helper follows. */
function afterAside({ clause, at }: Walk): number {
  const { tokens, to } = clause
  if (!ASIDES.test(tokens[at + 1]?.norm ?? '')) return -1
  for (let i = at + 2; i < Math.min(to - 1, at + ASIDE_REACH); i++) {
    if (!/^\s+$/.test(tokens[i]?.gap ?? '') || clause.companies.some((name) => name.from === i))
      return -1
    const isSubject = PRONOUN_SUBJECTS.has(tokens[i]?.norm ?? '')
    if (isSubject) return AUXILIARIES.has(tokens[i + 1]?.norm ?? '') ? i : -1
  }
  return -1
}

/** The position behind "it" or "the commission" at `at`; `undefined` where another subject stands. */
function subjectEnd({ clause: { tokens } }: Walk, at: number): number | undefined {
  const token = tokens[at]
  if (!token || !/^\s+$/.test(token.gap)) return undefined
  if (PRONOUN_SUBJECTS.has(token.norm)) return at + 1
  return token.norm === 'the' && GENERIC_SUBJECT.test(tokens[at + 1]?.norm ?? '')
    ? at + 2
    : undefined
}

/** "said the ban stands". */
function saidNoun(walk: Walk): ActionMatch | undefined {
  const at = afterThat(walk)
  if (!DETERMINERS.has(walk.clause.tokens[at]?.norm ?? '')) return undefined
  const noun = [at + 1, at + 2]
    .map((i) => actionWordAt(walk.clause, i, WORD_FORM.noun))
    .find(Boolean)
  if (!noun || noun.sense.lexeme.needsVerb) return undefined
  return {
    group: walk.group,
    from: walk.at,
    to: noun.to,
    kind: noun.sense.lexeme.kind,
    weak: Boolean(noun.sense.lexeme.weak),
    modality: 'asserted',
    how: 'said',
  }
}

function saidRisk(walk: Walk): ActionMatch | undefined {
  const { clause, at } = walk
  const end = Math.min(clause.to, at + RISK_REACH)
  if (!clause.companies.some((name) => name.from > at && name.from < end) && !walk.group.person)
    return undefined
  if (findsNothing(clause.tokens.slice(at, end).map((token) => token.norm)))
    return said(walk, 'report')
  const isWrong = clause.tokens.slice(at, end).some((token) => WRONGS.test(token.norm))
  if (isWrong) return said(walk, 'charge')
  const isAdvice = clause.tokens
    .slice(at, end)
    .some((token, i, all) => token.norm === 'should' && all[i + 1]?.norm === 'not')
  if (isAdvice) return said(walk, 'warn')
  const isRisk = clause.tokens
    .slice(at, end)
    .some((token, i) => RISK_WORDS.has(token.norm) && !isNamed(clause, at + i))
  return isRisk ? said(walk, 'warn') : undefined
}

/** "the Security Bureau" is no risk. */
function isNamed({ groups }: Walk['clause'], at: number): boolean {
  return groups.some((one) => one.from <= at && at < one.to)
}

/** "said there was no evidence". */
export function findsNothing(words: string[]): boolean {
  return words.some(
    (word, i) =>
      (word === 'no' || word === 'any') &&
      /^(?:evidence|proof|sign|signs|indication)$/.test(words[i + 1] ?? ''),
  )
}
