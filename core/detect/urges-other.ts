import type { AgencyGroup } from './agency-group.ts'
import { isPlace } from './agency-group.ts'
import { behindAside } from './aside.ts'
import type { ActionMatch, Clause } from './detect-actions.ts'

const URGING = /^(?:threat|call|ask|urg|press|push|tell|told|persuad|lobb|convinc|want)/

const OTHERS = /^(?:allies|ally|countries|nations|governments|states|capitals|members|partners?)$/

/** How far after "urged" the other government may stand, in words. */
const URGED_REACH = 4

/** Whether another government is to act: "called on Canada to keep it out", "urged Brazil". */
export function urgesOther(clause: Clause, match: ActionMatch): boolean {
  const { group } = match
  if (group.agency?.country === 'CN') return false
  if (warnedAbroad(clause, match)) return true
  const end = Math.max(match.from, match.how === 'active' ? match.to + URGED_REACH : 0)
  const isUrging =
    (match.how === 'active' && warnsAbroad(clause, match)) ||
    clause.tokens
      .slice(behindAside(clause, group.to, match.from), match.to)
      .some((token) => URGING.test(token.norm))
  const isPlural = clause.tokens
    .slice(group.to, Math.max(end, match.from))
    .some(({ norm }) => OTHERS.test(norm))
  // the EU's members are no allies of it
  if (isUrging && isPlural && group.agency?.country !== 'EU') return true
  return (
    isUrging &&
    clause.groups.some(
      (one) =>
        one.role !== 'adjective' &&
        one.from >= group.to &&
        !isPlaced(clause, one) &&
        one.from < end &&
        one.agency !== undefined &&
        one.agency.country !== 'CN' &&
        one.agency.country !== group.agency?.country,
    )
  )
}

/** "the ministry in New Delhi": where it sits, not whom it asks. */
function isPlaced({ tokens }: Clause, { from }: AgencyGroup): boolean {
  return /^(?:in|at)$/.test(tokens[from - 1]?.norm ?? '')
}

/** How far after a message's verb the government that gets it may stand, in words. */
const MESSAGE_REACH = 6

/** Whether another government is told of a danger: "sent the message to Seoul that it was a risk". */
export function messagesAbroad({ groups }: Clause, { how, kind, to, group }: ActionMatch): boolean {
  if (
    how !== 'plain' ||
    !(kind === 'warn' || (kind === 'report' && group.agency?.country === 'US'))
  )
    return false
  return groups.some(
    (one) =>
      one.from >= to &&
      one.from <= to + MESSAGE_REACH &&
      one.role !== 'adjective' &&
      one.agency !== undefined &&
      one.agency.country !== 'CN' &&
      one.agency.country !== group.agency?.country,
  )
}

/** "Poland and Hungary had been cautioned by the US". */
function warnedAbroad({ groups, from }: Clause, match: ActionMatch): boolean {
  const { kind, how, group, isNoun } = match
  if (kind !== 'warn' || how !== 'passive' || isNoun || group.agency?.country === 'CN') return false
  return groups.some(
    (one) =>
      one.from >= from &&
      one.to <= match.from &&
      match.from - one.to <= WARNED_REACH &&
      isPlace(one) &&
      one.role !== 'adjective' &&
      one.agency?.country !== 'CN' &&
      one.agency?.country !== group.agency?.country,
  )
}

/** How many words may stand between those warned and the word ("had been"). */
const WARNED_REACH = 3

/** "warned Hungary about", "told the Czech government that". */
function warnsAbroad(
  { tokens, groups }: Clause,
  { kind, to, isNoun, group }: ActionMatch,
): boolean {
  if (kind !== 'warn' || isNoun || group.agency?.country === 'CN') return false
  if (/^inform/.test(tokens[to - 1]?.norm ?? '')) return false
  const at = tokens[to]?.norm === 'the' ? to + 1 : to
  if ([at, at + 1].some((i) => /^(?:allies|partners|capitals)$/.test(tokens[i]?.norm ?? '')))
    return true
  return groups.some((one) => one.from === at && one.agency?.country !== 'CN')
}
