import { actionWordAt } from './action-word.ts'
import type { ActionMatch, Clause } from './detect-actions.ts'
import type { Refinement } from './lexicon.ts'
import type { ActionKind } from './source-index.ts'

/** The kind of an action, as the words around it make it more exact. */
export function refineKind(
  match: ActionMatch,
  clause: Clause,
  refinements: Refinement[],
): ActionMatch['kind'] {
  if (isDraftLaw(clause, match)) return 'legislate'
  if (urgesOther(clause, match)) return 'urge-allies'
  const fits = refinements.find(
    (one) =>
      match.kind !== undefined &&
      one.from.includes(match.kind) &&
      (!one.agencies || one.agencies.includes(match.group.agency?.id ?? '')) &&
      (!one.verbs || one.verbs.includes(clause.tokens[match.from]?.norm ?? '')) &&
      one.words.some((word) => words.includes(word)),
  )
  return fits?.to ?? match.kind
}

const URGING = /^(?:call|ask|urg|press|push|tell|told|persuad|lobb|convinc|want)/

/** "called on Canada to keep it out": another government is to do it. */
function urgesOther(clause: Clause, match: ActionMatch): boolean {
  const between = clause.groups.filter((one) => one.from >= match.group.to && one.to <= match.from)
  const { agency } = match.group
  const isOther = between.some(
    (one) => one.agency !== undefined && one.agency.country !== agency?.country,
  )
  return (
    isOther &&
    clause.tokens.slice(match.group.to, match.from).some((token) => URGING.test(token.norm))
  )
}

const LAWMAKING = ['legislature', 'lawmaker']

/** What a lawmaker proposes to forbid is a law. */
function isDraftLaw(clause: Clause, match: ActionMatch): boolean {
  if (match.kind !== 'ban' && match.kind !== 'restrict') return false
  const classes = match.group.agency?.classes ?? []
  const verbs = clause.tokens.slice(match.group.to, match.from)
  return (
    classes.some((one) => LAWMAKING.includes(one)) &&
    verbs.some((token) => token.norm.startsWith('propos'))
  )
}

/** How far back, in words, "done so" looks for what was done. */
const EARLIER_REACH = 60

export function lastActionBefore(clause: Clause, start: number): ActionMatch['kind'] {
  const at = clause.tokens.findIndex((token) => token.start >= start)
  const whole = { ...clause, from: 0, to: at }
  for (let i = at - 1; i >= Math.max(0, at - EARLIER_REACH); i--) {
    const word = actionWordAt(whole, i, ~0)
    if (word && (!word.sense.lexeme.weak || word.sense.lexeme.particles))
      return word.sense.lexeme.kind
  }
  return undefined
}

