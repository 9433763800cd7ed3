import { actionWordAt } from './action-word.ts'
import type { ActionMatch, Clause } from './detect-actions.ts'
import type { Refinement } from './lexicon.ts'
import { WORD_FORM } from './lexicon.ts'

/** The kind of an action, as the words around it make it more exact. */
export function refineKind(
  match: ActionMatch,
  clause: Clause,
  refinements: Refinement[],
): ActionMatch['kind'] {
  if (isDraftLaw(clause, match)) return 'legislate'
  if (urgesOther(clause, match)) return 'urge-allies'
  if (endsBan(clause, match)) return 'lift'
  if (match.permits) return match.modality === 'negated' ? 'ban' : 'lift'
  const words = clause.tokens.slice(clause.from, clause.to).map((token) => token.norm)
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

/** How far after "urged" the other government may stand, in words. */
const URGED_REACH = 4

/** "called on Canada to keep it out", "urged Brazil": another government is to do it. */
function urgesOther(clause: Clause, match: ActionMatch): boolean {
  const { group } = match
  const end = Math.max(match.from, match.how === 'active' ? match.to + URGED_REACH : 0)
  const isUrging = clause.tokens.slice(group.to, match.to).some((token) => URGING.test(token.norm))
  return (
    isUrging &&
    clause.groups.some(
      (one) =>
        one.from >= group.to &&
        one.from < end &&
        one.agency !== undefined &&
        one.agency.country !== group.agency?.country,
    )
  )
}

const ENDING =
  /^(?:end|lift|revers|remov|eas|drop|scrap|withdr|rescind|overturn|relax|suspend|waiv)(?:s|e|es|ed|ped|ped|ew|aws|ing|ping)?$/
/** How far before the noun that verb may stand, in words ("lifted its seven-year ban"). */
const ENDING_REACH = 4
const BANS: ActionMatch['kind'][] = ['ban', 'restrict', 'deny-export']

/** "ended the ban": the noun is a ban, and the verb does away with it. */
function endsBan(clause: Clause, match: ActionMatch): boolean {
  if (!match.isNoun) return endsBanned(clause, match)
  if (!BANS.includes(match.kind)) return false
  const from = Math.max(match.group.to, match.from - ENDING_REACH)
  return clause.tokens.slice(from, match.from).some((token) => ENDING.test(token.norm))
}

/** "suspended the denial order": the verb is an action word itself. */
function endsBanned(clause: Clause, { how, from, to }: ActionMatch): boolean {
  if (how !== 'active' || !ENDING.test(clause.tokens[from]?.norm ?? '')) return false
  for (let at = to; at < Math.min(clause.to, to + ENDING_REACH); at++) {
    if (!/^[\s-]+$/.test(clause.tokens[at]?.gap ?? '')) return false
    const noun = actionWordAt(clause, at, WORD_FORM.noun)
    if (noun) return BANS.includes(noun.sense.lexeme.kind)
  }
  return false
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

/** The action word nearest before a clause, whoever's it is. */
export function lastActionBefore(clause: Clause): ActionMatch['kind'] {
  const before = { ...clause, from: 0, to: clause.from }
  for (let i = clause.from - 1; i >= Math.max(0, clause.from - EARLIER_REACH); i--) {
    const word = actionWordAt(before, i, ~0)
    if (word && (!word.sense.lexeme.weak || word.sense.lexeme.particles))
      return word.sense.lexeme.kind
  }
  return undefined
}
