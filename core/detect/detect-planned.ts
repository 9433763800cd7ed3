/** What somebody plans or asks for: "the decision of Canberra to ban", "at the urging of the president". */

import { sureKind } from './act-content.ts'
import type { ActionWord } from './action-word.ts'
import { actionWordAt } from './action-word.ts'
import type { AgencyGroup } from './agency-group.ts'
import type { ActionMatch, Clause } from './detect-actions.ts'
import { DECIDED, PLANS } from './detect-nominal.ts'
import { WORD_FORM } from './lexicon.ts'

/** "the decision of the Australian government to exclude". */
export function plannedBy(clause: Clause, group: AgencyGroup, at: number): ActionMatch | undefined {
  const noun = clause.tokens[at - 1]?.norm ?? ''
  if (!PLANS.test(noun) || !/^(?:of|by)$/.test(clause.tokens[at]?.norm ?? '')) return undefined
  const isNot = clause.tokens[group.to]?.norm === 'not'
  const to = isNot ? group.to + 1 : group.to
  if (clause.tokens[to]?.norm !== 'to') return undefined
  const verb = plannedVerb(clause, to + 1)
  if (!verb) return undefined
  const { weak } = verb.sense.lexeme
  const kind =
    isNot && verb.sense.lexeme.permits
      ? 'ban'
      : getsOthers(clause, group.to, verb.to)
        ? 'urge-allies'
        : verb.sense.lexeme.kind
  const modality = DECIDED.test(noun) ? 'asserted' : 'proposed'
  return { group, from: at - 1, to: verb.to, kind, weak: Boolean(weak), modality, how: 'passive' }
}

/** How far after "to" the deed may stand, in words ("to make its partners shun"). */
const PLAN_REACH = 5

function plannedVerb(clause: Clause, from: number): ActionWord | undefined {
  for (let at = from; at < Math.min(clause.to, from + PLAN_REACH); at++) {
    if (!/^\s+$/.test(clause.tokens[at]?.gap ?? '')) return undefined
    const verb = actionWordAt(clause, at, WORD_FORM.base)
    if (verb && (at === from || !verb.sense.lexeme.weak || getsOthers(clause, from, at)))
      return verb
  }
  return undefined
}

/** "to make its partners shun": others are to do it. */
function getsOthers({ tokens }: Clause, from: number, to: number): boolean {
  return tokens.slice(from, to).some(({ norm }) => /^(?:allies|partners|countries)$/.test(norm))
}

/** "at the urging of the president": what is done is what he asked for. */
export function urgedBy(clause: Clause, group: AgencyGroup, at: number): ActionMatch | undefined {
  const noun = clause.tokens[at - 1]?.norm ?? ''
  if (!/^(?:urging|insistence|behest|instigation|request)$/.test(noun)) return undefined
  if (clause.tokens[at]?.norm !== 'of') return undefined
  const kind = sureKind(clause, clause.from, at - 1)
  if (kind === undefined) return undefined
  return {
    group,
    from: at - 1,
    to: at,
    kind,
    weak: true,
    modality: 'asserted',
    how: 'passive',
  }
}

/** How far behind the agency the order may stand, in words ("told by the government on Monday to stop"). */
const ORDER_REACH = 5
const ORDERED =
  /^(?:stop|avoid|refrain|remove|exclude|strip|shun|cease|drop|ditch|block|end|halt|rip|replace)$/

function isOfCompany({ companies }: Clause, at: number): boolean {
  return companies.some((name) => name.to <= at)
}

const FORCED = /^(?:told|asked|made|forced|required|obliged|compelled|instructed|directed|pressed)$/

/** "operators have been told by the government to stop buying". */
export function toldBy(clause: Clause, group: AgencyGroup, at: number): ActionMatch | undefined {
  const { tokens, to } = clause
  if (tokens[at]?.norm !== 'by' || !FORCED.test(tokens[at - 1]?.norm ?? '')) return undefined
  for (let i = group.to; i < Math.min(to, group.to + ORDER_REACH); i++) {
    if (!/^\s+$/.test(tokens[i]?.gap ?? '')) return undefined
    if (tokens[i]?.norm !== 'to') continue
    const isStop = ORDERED.test(tokens[i + 1]?.norm ?? '')
    // "ZTE was made by the department to replace its board"
    const isCompany =
      !/^(?:told|asked)$/.test(tokens[at - 1]?.norm ?? '') && isOfCompany(clause, at)
    if (!isStop && !isCompany) continue
    const rest = { kind: 'restrict', weak: true, modality: 'asserted', how: 'passive' } as const
    return { group, from: at - 1, to: at, ...rest }
  }
  return undefined
}
