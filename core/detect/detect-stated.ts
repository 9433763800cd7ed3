/**
 * What an agency says, word for word or by report: `the secretary said: "We have banned …"`,
 * "according to the security service, Huawei is a risk". The content tells the kind.
 */

import { contentKind, sureKind } from './act-content.ts'
import { hasRole } from './action-word.ts'
import type { AgencyGroup } from './agency-group.ts'
import { isPlace } from './agency-group.ts'
import type { ActionMatch, Clause } from './detect-actions.ts'
import type { ActionKind } from '../source-index.ts'
import { WORD_FORM } from './lexicon.ts'

/** How far after "said" its quotation may begin, in words ("said in a brief statement on Monday"). */
const QUOTE_REACH = 8

/** An agency's statement that leads its sentence; `undefined` where what it says tells no action. */
export function matchStated(clause: Clause, group: AgencyGroup): ActionMatch | undefined {
  if (isPlace(group)) return undefined
  return matchQuoted(clause, group) ?? matchAccording(clause, group)
}

function matchQuoted(clause: Clause, group: AgencyGroup): ActionMatch | undefined {
  const verb = group.to
  if (!/^\s+$/.test(clause.tokens[verb]?.gap ?? '')) return undefined
  if (!hasRole(clause, verb, 'say', WORD_FORM.past | WORD_FORM.third)) return undefined
  const quote = quoteAfter(clause, verb + 1)
  if (quote < 0) return undefined
  const kind = sureKind(clause, quote, clause.to) ?? riskKind(clause, quote)
  return kind && stated(group, verb, verb + 1, kind)
}

/** Where the quotation begins: a comma or a colon, and quotation marks. */
function quoteAfter({ tokens, to }: Clause, from: number): number {
  for (let at = from; at < Math.min(to, from + QUOTE_REACH); at++) {
    const { gap = '' } = tokens[at] ?? {}
    if (/^[,:]\s*["']+$/.test(gap)) return at
    if (!/^\s+$/.test(gap)) return -1
  }
  return -1
}

/** "According to the security service, …". */
function matchAccording(clause: Clause, group: AgencyGroup): ActionMatch | undefined {
  const { tokens, from } = clause
  const to = tokens[group.from - 1]?.norm === 'the' ? group.from - 2 : group.from - 1
  if (to - 1 < from || tokens[to]?.norm !== 'to' || tokens[to - 1]?.norm !== 'according')
    return undefined
  if (!/^,\s+$/.test(tokens[group.to]?.gap ?? '')) return undefined
  const kind = riskKind(clause, group.to)
  return kind && stated(group, group.from, group.to, kind)
}

/** A danger that a company is said to be. */
function riskKind(clause: Clause, from: number): ActionKind | undefined {
  if (!clause.companies.some((name) => name.from >= from)) return undefined
  return contentKind(clause, from) === 'warn' ? 'warn' : undefined
}

function stated(group: AgencyGroup, from: number, to: number, kind: ActionKind): ActionMatch {
  return { group, from, to, kind, weak: true, modality: 'asserted', how: 'plain' }
}
