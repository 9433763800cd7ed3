import { actionWordAt } from './action-word.ts'
import type { ActionMatch } from './detect-actions.ts'
import type { Walk } from './clause-walk.ts'
import { startWalk } from './clause-walk.ts'
import { DETERMINERS, PRONOUN_SUBJECTS, RISK_WORDS } from './detect-grammar.ts'
import { WORD_FORM } from './lexicon.ts'

/** How far after "said" a risk makes the statement a warning, in words. */
const RISK_REACH = 40
const TELL = /^t(?:ell|ells|old|elling)$/
const GENERIC_SUBJECT = /^(?:agency|commission|department|regulator|government|ministry|bureau)$/
const STOPPING =
  /^(?:stop|avoid|refrain|remove|exclude|strip|not|shun|cease|take|pull|drop|ditch|block|end|halt)$/
/** What a body says that a company did wrong. */
const WRONGS =
  /^(?:lied|misled|violated|violating|stole|stolen|stealing|defrauded|false|falsely|illegally|conspired|broke|breached|theft|fraud|brazen|cheated|flouted|evaded)$/
const HEARERS = /^(?:senators?|lawmakers?|legislators?|congress|mps|committee|panel|hearing)$/

/** Reads on as from a new subject. */
type Continue = (walk: Walk) => ActionMatch | undefined

/**
 * "said" alone is no action. It leads to one in "said it would ban", "said the ban", "told X to
 * stop", and where what is said of a company is a danger ("said Huawei poses a threat").
 */
export function matchSaid(walk: Walk, walkFrom: Continue): ActionMatch | undefined {
  return (
    sameSubject(walk, walkFrom) ??
    saidNoun(walk) ??
    toldLawmakers(walk) ??
    toldToStop(walk) ??
    saidRefusal(walk) ??
    saidRisk(walk) ??
    (toldMinisters(walk) ? said(walk, 'warn') : undefined)
  )
}

/** How far after "said" its "that" may stand ("said on Monday in a statement that"). */
const THAT_REACH = 8

function afterThat(walk: Walk): number {
  const { tokens, to } = walk.clause
  for (let at = walk.at + 1; at < Math.min(to, walk.at + THAT_REACH); at++) {
    if (!/^\s+$/.test(tokens[at]?.gap ?? '')) break
    if (tokens[at]?.norm === 'that') return at + 1
  }
  return walk.at + 1
}

/** "said (that) it will ban", "said the commission would ban". */
function sameSubject(walk: Walk, walkFrom: Continue): ActionMatch | undefined {
  const at = afterThat(walk)
  const { tokens } = walk.clause
  const token = tokens[at]
  if (!token || !/^\s+$/.test(token.gap)) return undefined
  const to = PRONOUN_SUBJECTS.has(token.norm)
    ? at + 1
    : token.norm === 'the' && GENERIC_SUBJECT.test(tokens[at + 1]?.norm ?? '')
      ? at + 2
      : undefined
  return to === undefined ? undefined : walkFrom(startWalk(walk.clause, walk.group, to))
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

/** "told senators that …": testimony. */
function toldLawmakers(walk: Walk): ActionMatch | undefined {
  const { tokens } = walk.clause
  if (!TELL.test(tokens[walk.at]?.norm ?? '')) return undefined
  const hearers = tokens.slice(walk.at + 1, Math.min(walk.clause.to, walk.at + 5))
  const end = hearers.findIndex((token) => token.gap.includes(',') || token.norm === 'that')
  const named = end < 0 ? hearers : hearers.slice(0, end)
  return named.some((token) => HEARERS.test(token.norm)) ? said(walk, 'testify') : undefined
}

const WARNED =
  /^(?:cabinet|ministers?|operators?|carriers?|telcos|universities|governments?|premier|capitals)$/

/** "told the cabinet that no fix would do": what it says of the matter is a warning. */
function toldMinisters({ clause, at, group }: Walk): boolean {
  const { tokens } = clause
  if (group.generic !== undefined || !TELL.test(tokens[at]?.norm ?? '')) return false
  const hearers = tokens.slice(at + 1, Math.min(clause.to, at + 4))
  const that = hearers.findIndex((token) => token.norm === 'that')
  return that > 0 && hearers.slice(0, that).some((token) => WARNED.test(token.norm))
}

function toldToStop(walk: Walk): ActionMatch | undefined {
  if (!TELL.test(walk.clause.tokens[walk.at]?.norm ?? '')) return undefined
  const words = walk.clause.tokens
    .slice(walk.at, Math.min(walk.clause.to, walk.at + 10))
    .map((token) => token.norm)
  const stops = words.some(
    (word, i) =>
      (word === 'to' && STOPPING.test(words[i + 1] ?? '')) ||
      (word === 'not' && words[i + 1] === 'to'),
  )
  return stops ? said(walk, 'warn') : undefined
}

const GRANTED =
  /^(?:renewed|allowed|permitted|extended|granted|licensed|approved|used|able|welcome|welcomed|considered|accepted|eligible)$/

/** "told operators that licences for Huawei gear would not be renewed". */
function saidRefusal(walk: Walk): ActionMatch | undefined {
  const { clause, at } = walk
  const words = clause.tokens
    .slice(at, Math.min(clause.to, at + RISK_REACH))
    .map((token) => token.norm)
  const refuses = words.some(
    (word, i) =>
      (word === 'not' || word === 'longer') &&
      words[i + 1] === 'be' &&
      GRANTED.test(words[i + 2] ?? ''),
  )
  const isNamed = clause.companies.some((name) => name.from > at)
  return refuses && isNamed ? said(walk, 'restrict') : undefined
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
  const isRisk = clause.tokens.slice(at, end).some((token) => RISK_WORDS.has(token.norm))
  return isRisk ? said(walk, 'warn') : undefined
}

/** "said there was no evidence". */
function findsNothing(words: string[]): boolean {
  return words.some(
    (word, i) =>
      (word === 'no' || word === 'any') &&
      /^(?:evidence|proof|sign|signs|indication)$/.test(words[i + 1] ?? ''),
  )
}

function said(walk: Walk, kind: ActionMatch['kind']): ActionMatch {
  return {
    group: walk.group,
    from: walk.at,
    to: walk.at + 1,
    kind,
    weak: true,
    modality: 'asserted',
    how: 'said',
  }
}
