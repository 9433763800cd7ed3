/** Whom an agency tells something, and what they are to do about it. */

import { isAdviser } from './agency-group.ts'
import type { Walk } from './clause-walk.ts'
import type { ActionMatch } from './detect-actions.ts'

/** How far after "said" a risk makes the statement a warning, in words. */
export const RISK_REACH = 40
const TELL = /^t(?:ell|ells|old|elling)$/
const STOPPING =
  /^(?:stop|avoid|refrain|remove|exclude|strip|not|shun|cease|take|pull|drop|ditch|block|end|halt)$/
/** What a service or a cyber agency tells people is advice; what a ministry tells them is a rule. */
function advises({ group }: Walk): boolean {
  return group.agency === undefined || isAdviser(group.agency)
}

/** What is told to be done with what is there already. */
const REMOVING = /^(?:remove|exclude|strip|take|pull|drop|ditch|replace|rip|end|halt|stop|cease)$/
const HEARERS = /^(?:senators?|lawmakers?|legislators?|congress|mps|committee|panel|hearing)$/

/** "told senators that …": testimony. */
export function toldLawmakers(walk: Walk): ActionMatch | undefined {
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
export function toldMinisters(walk: Walk): ActionMatch | undefined {
  const { clause, at, group } = walk
  const { tokens } = clause
  if (group.generic !== undefined || !TELL.test(tokens[at]?.norm ?? '')) return undefined
  const hearers = tokens.slice(at + 1, Math.min(clause.to, at + 4))
  const that = hearers.findIndex((token) => token.norm === 'that')
  const isTold = that > 0 && hearers.slice(0, that).some((token) => WARNED.test(token.norm))
  return isTold ? said(walk, 'warn') : undefined
}

/** "told operators to remove", "told people not to buy": a rule or advice, by who says it. */
export function toldToStop(walk: Walk): ActionMatch | undefined {
  if (!TELL.test(walk.clause.tokens[walk.at]?.norm ?? '')) return undefined
  const words = walk.clause.tokens
    .slice(walk.at, Math.min(walk.clause.to, walk.at + 10))
    .map((token) => token.norm)
  const stops = words.some(
    (word, i) =>
      (word === 'to' && STOPPING.test(words[i + 1] ?? '')) ||
      (word === 'not' && words[i + 1] === 'to'),
  )
  const isAdvice = words.some(
    (word, i) => word === 'to' && words[i + 1] === 'be' && CAREFUL.test(words[i + 2] ?? ''),
  )
  if (isAdvice) return said(walk, 'warn')
  const isOrder = words.some((word, i) => word === 'to' && REMOVING.test(words[i + 1] ?? ''))
  if (!stops) return undefined
  return said(walk, isOrder || !advises(walk) ? 'restrict' : 'warn')
}

const CAREFUL = /^(?:wary|careful|cautious|vigilant|alert|mindful|aware|suspicious)$/

const GRANTED =
  /^(?:renewed|allowed|permitted|extended|granted|licensed|approved|used|welcome|welcomed|considered|accepted|eligible)$/

/** "told operators that licences for Huawei gear would not be renewed". */
export function saidRefusal(walk: Walk): ActionMatch | undefined {
  const { clause, at } = walk
  const words = clause.tokens
    .slice(at, Math.min(clause.to, at + RISK_REACH))
    .map((token) => token.norm)
  const isTold = TELL.test(words[0] ?? '') && words.slice(1, 4).some((word) => WARNED.test(word))
  const refuses = words.some(
    (word, i) =>
      (isTold && /^(?:cannot|not|unable)$/.test(word) && mayRenew(words.slice(i + 1, i + 5))) ||
      ((word === 'not' || word === 'longer') &&
        words[i + 1] === 'be' &&
        GRANTED.test(words[i + 2] ?? '')),
  )
  const isNamed = clause.companies.some((name) => name.from > at)
  return refuses && isNamed ? said(walk, 'restrict') : undefined
}

/** "announced that the committee will hold a hearing". */
export function saidHearing(walk: Walk): ActionMatch | undefined {
  const { tokens, to } = walk.clause
  const words = tokens.slice(walk.at, Math.min(to, walk.at + RISK_REACH)).map(({ norm }) => norm)
  const at = words.findIndex((word) => /^(?:hold|holds|holding|held|convene)$/.test(word))
  const isHearing = at >= 0 && words.slice(at + 1, at + 5).some((word) => /^hearings?$/.test(word))
  return isHearing ? said(walk, 'testify') : undefined
}

/** "(will not) be able to renew". */
function mayRenew(words: string[]): boolean {
  return words.some((word) => /^(?:renew|extend|buy|use|deploy|install|keep)$/.test(word))
}

/** What is said amounts to an action of that kind. */
export function said(walk: Walk, kind: ActionMatch['kind']): ActionMatch {
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
