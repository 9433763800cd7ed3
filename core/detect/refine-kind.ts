import { sureKind } from './act-content.ts'
import { actionWordAt } from './action-word.ts'
import { blocksDeal, expelsPeople, forbidsUse, rulesBan } from './ban-kind.ts'
import type { ActionMatch, Clause } from './detect-actions.ts'
import { endsBan } from './ends-ban.ts'
import { isDraftLaw, memberKind } from './law-kind.ts'
import type { Refinement } from './lexicon.ts'
import { addsToList, callsOnly, listsOut } from './list-kind.ts'
import { messagesAbroad, urgesOther } from './urges-other.ts'

/** The kind of an action, as the words around it make it more exact. */
export function refineKind(
  match: ActionMatch,
  clause: Clause,
  refinements: Refinement[],
): ActionMatch['kind'] {
  if (isDraftLaw(clause, match)) return 'legislate'
  if (isServiceOnly(match)) return 'warn'
  const byMember = memberKind(clause, match)
  if (byMember) return byMember
  if (fearsOnly(clause, match)) return 'warn'
  if (urgesOther(clause, match) || messagesAbroad(clause, match)) return 'urge-allies'
  if (endsBan(clause, match)) return 'lift'
  if (blocksDeal(clause, match)) return 'restrict'
  if (expelsPeople(clause, match)) return 'charge'
  if (addsToList(clause, match)) return 'designate'
  if (callsOnly(clause, match)) return 'warn'
  if (isPublished(clause, match)) return 'report'
  if (rulesBan(clause, match)) return 'ban'
  // "has reported to ministers": it says itself that it is a report
  if (match.kind === 'report' && /^report/.test(clause.tokens[match.from]?.norm ?? ''))
    return 'report'
  if (forbidsUse(clause, match)) return 'ban'
  if (asksReview(clause, match)) return 'investigate'
  if (listsOut(clause, match)) return 'ban'
  if (approvesRule(clause, match)) return sureKind(clause, match.to, clause.to) ?? 'restrict'
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
  return atHome(match, fits?.to ?? match.kind)
}

/** "Paris will not renew its licences": only the United States denies them what they buy. */
function atHome({ group, how }: ActionMatch, kind: ActionMatch['kind']): ActionMatch['kind'] {
  const country = group.agency?.country
  const isGuess = kind === 'deny-export' && how === 'plain' && country !== undefined
  return isGuess && country !== 'US' ? 'restrict' : kind
}

const RULE =
  /^(?:toolbox|toolkit|rules?|plans?|measures?|package|guidelines?|regulations?|framework|resolution|recommendations?|directive|strategy|standards?)$/

/** "approved a toolbox that limits": leave is given to a rule, not to a company. */
function approvesRule({ tokens, to }: Clause, match: ActionMatch): boolean {
  if (!match.permits || match.modality === 'negated') return false
  return tokens.slice(match.to, Math.min(to, match.to + 3)).some(({ norm }) => RULE.test(norm))
}

/** "publishes its report: both are a threat": it is a report whatever it says. */
function isPublished({ tokens }: Clause, { kind, from, to }: ActionMatch): boolean {
  if (kind !== 'report') return false
  if (!/^(?:publish|releas|issu)/.test(tokens[from]?.norm ?? '')) return false
  return tokens.slice(to, to + 4).some(({ norm }) => /^reports?$/.test(norm))
}

/** "intelligence chiefs singled it out": a service has no means to restrict anybody. */
function isServiceOnly({ kind, weak, group, how }: ActionMatch): boolean {
  if (kind !== 'restrict' || !weak || how === 'nominal') return false
  return group.agency?.classes?.includes('intelligence') === true
}

/** "instructed its staff to review", "commissioned an analysis": it is looked into. */
function asksReview(clause: Clause, match: ActionMatch): boolean {
  const { tokens, to } = clause
  if (match.isNoun && match.kind === 'report')
    return /^commission/.test(tokens[match.from - 2]?.norm ?? '')
  if (match.how !== 'active' || !ASKING.test(tokens[match.from]?.norm ?? '')) return false
  const end = Math.min(to, match.to + ASK_REACH)
  for (let at = match.to; at < end; at++) {
    if (tokens[at]?.norm !== 'to') continue
    const words = [at + 1, at + 2, at + 3, at + 4].map((i) => actionWordAt(clause, i, ~0))
    return words.find(Boolean)?.sense.lexeme.kind === 'investigate'
  }
  return false
}

const ASKING = /^(?:instruct|order|direct|ask|task)(?:s|ed)?$/
/** How far after "instructed" its "to" may stand, in words. */
const ASK_REACH = 6

/** "officials allege it could spy": nobody is charged. */
function fearsOnly({ tokens, to }: Clause, { kind, from }: ActionMatch): boolean {
  if (kind !== 'charge' || !/^alleg/.test(tokens[from]?.norm ?? '')) return false
  return tokens
    .slice(from, Math.min(to, from + FEAR_REACH))
    .some(({ norm }) => /^(?:could|might|may|can)$/.test(norm))
}

/** How far after "allege" the "could" may stand, in words. */
const FEAR_REACH = 10
