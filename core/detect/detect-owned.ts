/** What an agency has put forward, by a noun that tells no kind: "the FCC's proposal", "the ministry's plan". */

import { contentKind, sureKind } from './act-content.ts'
import type { AgencyGroup } from './agency-group.ts'
import type { ActionMatch, Clause } from './detect-actions.ts'
import { ANAPHORS } from './detect-grammar.ts'

const PUT_FORWARD =
  /^(?:proposals?|initiative|plans?|actions?|announcement|determination|statements?|campaign|list|polic(?:y|ies)|efforts?|terms|conditions|letters?|remarks|comments|demands?|verdict|intervention|strategy|push|attempts?|framework|toolbox|programme|program|strictures|fears|concerns?|worries|suspicions|objections|unease|anxiet(?:y|ies))$/
/** What is only put forward has not happened. */
const PROPOSED = /^(?:proposal|plan|plans)$/
/** How many words may stand between the agency and its noun ("decisive", "recently adopted"). */
const REACH = 4

/** The act that such a noun names, where the words behind it tell its kind; `undefined` elsewhere. */
export function matchOwned(clause: Clause, group: AgencyGroup): ActionMatch | undefined {
  const { tokens } = clause
  if (group.person || group.role === 'generic' || group.role === 'adjective') return undefined
  const from = group.possessive && tokens[group.to]?.norm === 's' ? group.to + 1 : group.to
  const at = nounAt(clause, from, group.possessive ? REACH : 1)
  if (at < 0) return undefined
  const isWorry = WORRY.test(tokens[at]?.norm ?? '')
  if (isCountry(group) && !isWorry) return undefined
  const kind = isWorry ? worryKind(clause, at) : ownedKind(clause, at)
  if (kind === undefined) return undefined
  const modality = PROPOSED.test(tokens[at]?.norm ?? '') ? 'proposed' : 'asserted'
  return {
    group,
    from: at,
    to: at + 1,
    kind,
    weak: true,
    modality,
    how: isWorry ? 'plain' : 'nominal',
    isNoun: true,
  }
}

const WORRY = /^(?:fears|concerns?|worries|suspicions|objections|unease|anxiet(?:y|ies))$/

/** "US fears that Huawei could spy": only what is said of a company here. */
function worryKind({ companies, text, tokens, to }: Clause, at: number): ActionMatch['kind'] {
  const rest = text.slice(tokens[at]?.end, tokens[to - 1]?.end)
  return companies.length > 0 || ANAPHORS.test(rest) ? 'warn' : undefined
}

/** A list names whom it hits; of a plan as much as can be said is that it restricts. */
function ownedKind(clause: Clause, at: number): ActionMatch['kind'] {
  const noun = clause.tokens[at]?.norm ?? ''
  const kind = contentKind(clause, at + 1)
  if (kind === undefined || /^(?:statement|announcement|determination)$/.test(noun)) return kind
  return noun === 'list' ? 'designate' : (sureKind(clause, at + 1, at + SURE_REACH) ?? 'restrict')
}

/** How far behind the noun a sure word still tells its kind, in words. */
const SURE_REACH = 12

/** "US action" and "China's plan" are too much at large. */
function isCountry({ role }: AgencyGroup): boolean {
  return role === 'country' || role === 'seat'
}

function nounAt({ tokens, to }: Clause, from: number, reach: number): number {
  for (let at = from; at < Math.min(to, from + reach); at++) {
    if (!/^(?:\s+|-|'s? )$/.test(tokens[at]?.gap ?? '')) return -1
    if (PUT_FORWARD.test(tokens[at]?.norm ?? '')) return at
    if (!/^[a-z]/.test(tokens[at]?.text ?? '')) return -1
  }
  return -1
}
