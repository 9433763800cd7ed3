import { sureKind } from './act-content.ts'
import { actionWordAt } from './action-word.ts'
import { isAdviser } from './agency-group.ts'
import type { ActionMatch, Clause } from './detect-actions.ts'
import { endsBan } from './ends-ban.ts'
import type { Refinement } from './lexicon.ts'
import { WORD_FORM } from './lexicon.ts'
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

/** How far after a rule the list that it adds to may stand, in words. */
const LIST_REACH = 14

/** "amends the regulations by adding Huawei to the Entity List". */
function addsToList({ tokens, to }: Clause, { kind, to: from }: ActionMatch): boolean {
  if (kind !== 'restrict' && kind !== 'deny-export') return false
  const words = tokens.slice(from, Math.min(to, from + LIST_REACH)).map(({ norm }) => norm)
  const at = words.indexOf('adding')
  return at >= 0 && words.slice(at).some((word) => word === 'list' || word === 'blacklist')
}

const OFFICE = /^(?:general|secretary|director|minister|president|chair\w*|commissioner|senator)$/

/** "called the two companies a threat": what one person says puts nobody on a list. */
function callsOnly({ tokens }: Clause, { kind, group, from, how }: ActionMatch): boolean {
  if (kind !== 'designate' || how !== 'active') return false
  const verb = tokens[from]?.norm ?? ''
  if (/^(?:call|descri|characteri|regard)/.test(verb) && isAdviser(group.agency)) return true
  const isPerson =
    group.person || tokens.slice(group.from, group.to).some(({ norm }) => OFFICE.test(norm))
  return isPerson && /^(?:call|descri|characteri|regard|brand|label|dub)/.test(verb)
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

const PEOPLE =
  /^(?:employees?|workers?|staff|executives?|man|men|woman|director|manager|diplomats?)$/
/** How far after the word the people may stand ("the expulsion of two employees"). */
const PEOPLE_REACH = 4

/** "expelled two employees": it is about people, not about equipment. */
function expelsPeople({ tokens, to }: Clause, match: ActionMatch): boolean {
  if (match.kind !== 'ban' || !/^(?:expel|deport|oust|evict)/.test(tokens[match.from]?.norm ?? ''))
    return false
  const end = Math.min(to, match.to + PEOPLE_REACH)
  return tokens.slice(match.to, end).some(({ norm }) => PEOPLE.test(norm))
}

/** How far after a rule its ban may stand, in words. */
const RULE_REACH = 10

/** "signed an order that effectively banned": what the rule does. */
function rulesBan(clause: Clause, match: ActionMatch): boolean {
  const rule = clause.tokens[match.to - 1]?.norm ?? ''
  if (match.kind !== 'restrict' || match.modality !== 'asserted') return false
  if (!/^(?:order|rule|rules|regulations?|conditions?)$/.test(rule)) return false
  const end = Math.min(clause.to, match.to + RULE_REACH)
  const that = clause.tokens
    .slice(match.to, end)
    .findIndex(({ norm }) => /^(?:that|which|barring|banning|prohibiting|excluding)$/.test(norm))
  if (that < 0 || clause.tokens.slice(match.to, end).some(({ norm }) => norm === 'not'))
    return false
  const verbs = [0, 1, 2, 3].map((k) => actionWordAt(clause, match.to + that + k, ~WORD_FORM.noun))
  return verbs.some((word) => word?.sense.lexeme.kind === 'ban' && !word.sense.lexeme.weak)
}

const BLOCKING = /^block(?:s|ed|ing)?$/
const DEAL = /^(?:deal|merger|takeover|acquisition|stake)$/
/** How far after "block" the deal may stand, in words. */
const DEAL_REACH = 9

/** "must block the takeover": one matter is stopped, nobody is banned. */
function blocksDeal({ tokens, to }: Clause, match: ActionMatch): boolean {
  const verb = tokens[match.to - 1]?.norm ?? ''
  if (match.kind !== 'ban' || match.how !== 'active' || !BLOCKING.test(verb)) return false
  return tokens
    .slice(match.to, Math.min(to, match.to + DEAL_REACH))
    .some(({ norm }) => DEAL.test(norm))
}

/** How far after "notified" the use that is forbidden may stand, in words. */
const FORBID_REACH = 14

/** "was notified that it cannot use": what is told is a ban. */
function forbidsUse({ tokens, to }: Clause, match: ActionMatch): boolean {
  const verb = tokens[match.from]?.norm ?? ''
  if (match.kind !== 'warn' || !/^(?:notif|inform)/.test(verb)) return false
  const words = tokens.slice(match.from, Math.min(to, match.to + FORBID_REACH + REACH_OF_NAME))
  return words.some(
    ({ norm }, i) =>
      /^(?:cannot|not|longer)$/.test(norm) &&
      /^(?:use|deploy|install|buy)$/.test(words[i + 1]?.norm ?? ''),
  )
}

/** Words of the agency's name between "notified by" and what it tells. */
const REACH_OF_NAME = 6

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

/** "introduces a blacklist", "took it off its list": that of another government than the American one keeps out. */
function listsOut({ tokens }: Clause, { kind, group, from, to }: ActionMatch): boolean {
  if (kind === 'designate' && tokens.slice(group.to, from).some(({ norm }) => norm === 'off'))
    return true
  if (kind !== 'designate' || group.agency?.umbrella !== true || group.agency.country === 'US')
    return false
  // "plans to widen a blacklist" is about the list
  if (tokens.slice(group.to, from).some(({ norm }) => /^(?:widen|add|put)/.test(norm))) return false
  return tokens.slice(from, to).some(({ norm }) => norm.startsWith('blacklist'))
}

/** What members of a parliament do at home: they make laws, or they warn; others are no allies. */
function memberKind(clause: Clause, { group, kind, how, from }: ActionMatch): ActionMatch['kind'] {
  const isMember = group.agency?.classes?.includes('legislature') ?? group.generic === 'parliament'
  if (!isMember) return undefined
  const isLoose = kind === 'urge-allies' || (how === 'plain' && kind === 'restrict')
  if (!isLoose) return undefined
  const words = clause.tokens.slice(from, clause.to).map(({ norm }) => norm)
  if (words.some((word) => DRAFTS.test(word))) return 'legislate'
  return words.some((word) => ABROAD.test(word)) ? undefined : 'warn'
}

const DRAFTS = /^(?:bills?|legislation|amendments?|ndaa|resolution)$/
const ABROAD =
  /^(?:allies|ally|countries|nations|governments|britain|germany|canada|london|berlin|ottawa|uk|eu)$/

/** "officials allege it could spy": nobody is charged. */
function fearsOnly({ tokens, to }: Clause, { kind, from }: ActionMatch): boolean {
  if (kind !== 'charge' || !/^alleg/.test(tokens[from]?.norm ?? '')) return false
  return tokens
    .slice(from, Math.min(to, from + FEAR_REACH))
    .some(({ norm }) => /^(?:could|might|may|can)$/.test(norm))
}

/** How far after "allege" the "could" may stand, in words. */
const FEAR_REACH = 10

const LAWMAKING = ['legislature', 'lawmaker']

/** What a lawmaker proposes to forbid is a law. */
function isDraftLaw(clause: Clause, match: ActionMatch): boolean {
  if (match.kind !== 'ban' && match.kind !== 'restrict') return false
  if (adoptsLaw(clause, match)) return true
  const classes = match.group.agency?.classes ?? []
  const verbs = clause.tokens.slice(match.group.to, match.from)
  return (
    classes.some((one) => LAWMAKING.includes(one)) &&
    verbs.some((token) => token.norm.startsWith('propos'))
  )
}

const LAWMAKERS =
  /^(?:lawmakers?|legislators?|parliament|senators?|senate|congress|mps|house|bundestag)$/
const ADOPTING = /^(?:adopt|pass|approv|enact|vot|back|want|seek|plan|mull)/
const LAWS = /^(?:bills?|legislation|laws?|acts?|amendments?|ndaa|rules|measures?|provisions?)$/
/** How far after a parliament's verb the law may stand, in words. */
const LAW_REACH = 14

/** "Estonian lawmakers adopted rules that exclude": what a parliament forbids is a law. */
function adoptsLaw({ tokens, to }: Clause, { group, from, how }: ActionMatch): boolean {
  if (how !== 'active' && how !== 'plain') return false
  const isParliament =
    group.agency?.classes?.includes('legislature') ||
    tokens.slice(group.from, group.to).some(({ norm }) => LAWMAKERS.test(norm))
  const words = tokens.slice(group.to, Math.min(to, from + LAW_REACH)).map(({ norm }) => norm)
  const verb = words.findIndex((word) => ADOPTING.test(word))
  return isParliament === true && verb >= 0 && words.slice(verb).some((word) => LAWS.test(word))
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
