/** Where a company is banned tells who did it: "banned from Canada's networks", "curbs on ZTE in India". */

import { actionWordAt } from './action-word.ts'
import type { AgencyGroup } from './agency-group.ts'
import { isPlace } from './agency-group.ts'
import type { ActionMatch, Clause } from './detect-actions.ts'
import { BE } from './detect-grammar.ts'
import { WORD_FORM } from './lexicon.ts'

/** How far before the place the word may stand, in words ("barred from bidding in Australia"). */
const REACH = 5
const BANS: ActionMatch['kind'][] = ['ban', 'restrict']

/** A sure ban or restriction of a company, with a country after "in" or "from". */
export function matchPlaced(clause: Clause, group: AgencyGroup): ActionMatch | undefined {
  const at = clause.tokens[group.from - 1]?.norm === 'the' ? group.from - 2 : group.from - 1
  const preposition = clause.tokens[at]?.norm ?? ''
  if (!isPlace(group) || group.role === 'adjective' || !/^(?:in|from)$/.test(preposition))
    return undefined
  for (let i = at - 1; i >= Math.max(clause.from, at - REACH); i--) {
    if (!/^[\s-]+$/.test(clause.tokens[i + 1]?.gap ?? '')) return undefined
    const word = bannedAt(clause, i) ?? curbAt(clause, i, at) ?? imposedAt(clause, i, at)
    if (!word || word.to > at) continue
    const { kind, weak } = word.sense.lexeme
    // "banned by law in"
    if (kind === 'legislate') continue
    if (weak || !BANS.includes(kind)) return undefined
    return {
      group,
      from: i,
      to: Math.max(word.to, i + 1),
      kind,
      weak: false,
      modality: 'asserted',
      how: 'passive',
    }
  }
  return undefined
}

/** "have been banned from": done to a company, which stands before it. */
function bannedAt(clause: Clause, at: number) {
  const isPassive = BE.has(clause.tokens[at - 1]?.norm ?? '')
  const isNamed = clause.companies.some((name) => name.to <= at)
  return isPassive && isNamed ? actionWordAt(clause, at, WORD_FORM.participle) : undefined
}

/** "restrictions on Huawei and ZTE in": the company stands between. */
function curbAt(clause: Clause, at: number, to: number) {
  const isNamed =
    clause.companies.some((name) => name.from > at && name.to <= to) ||
    (at === to - 1 && (clause.companies.some((name) => name.to <= at - 1) || isItsOwn(clause, at)))
  return isNamed ? actionWordAt(clause, at, WORD_FORM.noun) : undefined
}

/** "the company already has a ban in". */
function isItsOwn({ text, tokens, from }: Clause, at: number): boolean {
  const before = text.slice(tokens[from]?.start, tokens[at]?.start)
  return /\b(?:the|both|either|neither) (?:\w+ ){0,2}(?:company|companies|firms?|vendors?|suppliers?)\b/i.test(
    before,
  )
}

const IMPOSED = /^(?:imposed|introduced|announced|adopted|enacted|issued)$/
/** How far before "imposed" the noun may stand, in words ("bans on the supply of 5G gear have been imposed in"). */
const NOUN_REACH = 14

/** "bans … have been imposed in": the noun is the verb's subject. */
function imposedAt(clause: Clause, verb: number, to: number) {
  const { tokens, from } = clause
  if (verb !== to - 1 || !IMPOSED.test(tokens[verb]?.norm ?? '')) return undefined
  if (!BE.has(tokens[verb - 1]?.norm ?? '')) return undefined
  for (let at = verb - 2; at >= Math.max(from, verb - NOUN_REACH); at--) {
    const noun = actionWordAt(clause, at, WORD_FORM.noun)
    if (noun && !noun.sense.lexeme.weak) return noun
  }
  return undefined
}
