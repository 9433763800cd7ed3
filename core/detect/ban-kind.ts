/** When another word comes to a ban, and when "block" and "expel" do not. */

import { actionWordAt } from './action-word.ts'
import type { ActionMatch, Clause } from './detect-actions.ts'
import { WORD_FORM } from './lexicon.ts'

const PEOPLE =
  /^(?:employees?|workers?|staff|executives?|man|men|woman|director|manager|diplomats?)$/

/** How far after the word the people may stand ("the expulsion of two employees"). */
const PEOPLE_REACH = 4

/** "expelled two employees": it is about people, not about equipment. */
export function expelsPeople({ tokens, to }: Clause, match: ActionMatch): boolean {
  if (match.kind !== 'ban' || !/^(?:expel|deport|oust|evict)/.test(tokens[match.from]?.norm ?? ''))
    return false
  const end = Math.min(to, match.to + PEOPLE_REACH)
  return tokens.slice(match.to, end).some(({ norm }) => PEOPLE.test(norm))
}

/** How far after a rule its ban may stand, in words. */
const RULE_REACH = 10

/** "signed an order that effectively banned": what the rule does. */
export function rulesBan(clause: Clause, match: ActionMatch): boolean {
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
export function blocksDeal({ tokens, to }: Clause, match: ActionMatch): boolean {
  const verb = tokens[match.to - 1]?.norm ?? ''
  if (match.kind !== 'ban' || match.how !== 'active' || !BLOCKING.test(verb)) return false
  return tokens
    .slice(match.to, Math.min(to, match.to + DEAL_REACH))
    .some(({ norm }) => DEAL.test(norm))
}

/** How far after "notified" the use that is forbidden may stand, in words. */
const FORBID_REACH = 14

/** "was notified that it cannot use": what is told is a ban. */
export function forbidsUse({ tokens, to }: Clause, match: ActionMatch): boolean {
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
