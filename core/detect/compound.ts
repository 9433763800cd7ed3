/** What an agency's name only qualifies: "an FCC-certified router", "Pentagon-backed". */

import { actionWordAt } from './action-word.ts'
import type { AgencyGroup } from './agency-group.ts'
import type { Clause } from './detect-actions.ts'
import { BE } from './detect-grammar.ts'
import { WORD_FORM } from './lexicon.ts'

/** Participles that tell what a thing is, not what was done to whom the text is about. */
const QUALITY =
  /^(?:certified|approved|authori[sz]ed|cleared|licen[sc]ed|registered|accredited|compliant|tested|rated|validated|verified|vetted|recommended|recogni[sz]ed|endorsed|backed|funded|financed|subsidi[sz]ed|sponsored|supported|owned|controlled|trusted|regulated|supervised)$/
/** What stands before an agency's name only where a noun follows that it qualifies. */
const BEFORE_NOUN = /^(?:an?|every|each|all|any|no|only|other|new|most|many|some)$/
/** How far after a quality the noun that it goes with may stand, in words. */
const NOUN_REACH = 2

/** Whether the group is the first part of a quality; of a ban or a law it tells whose that is. */
export function isQuality(clause: Clause, group: AgencyGroup): boolean {
  const at = skipPart(clause, group.to)
  const { norm = '', gap = '' } = clause.tokens[at] ?? {}
  if (at >= clause.to || group.possessive || !QUALITY.test(norm)) return false
  const isJoined = gap === '-' || gap === '- '
  if (!isJoined && !(gap === ' ' && (isPredicate(clause, group) || hasNoObject(clause, at + 1))))
    return false
  return !qualifiesAct(clause, at + 1)
}

/** "FCC Part 15 certified", "FCC- and CE-certified". */
function skipPart({ tokens }: Clause, from: number): number {
  const [a, b] = [tokens[from], tokens[from + 1]]
  const isPart = /^(?:part|class|type)$/.test(a?.norm ?? '') && b?.norm.length !== undefined
  const isListed = a?.gap === '- ' && /^(?:and|or)$/.test(a.norm)
  return (isPart && b.norm.length <= 2) || isListed ? from + 2 : from
}

/** "is FCC certified", "is fully FCC certified", "an FCC certified phone". */
function isPredicate({ tokens, from }: Clause, group: AgencyGroup): boolean {
  const before = tokens[group.from - 1]?.norm ?? ''
  if (group.from <= from) return false
  return BE.has(before) || BEFORE_NOUN.test(before) || before.endsWith('ly')
}

/** "FCC certified, unlocked": nothing is certified here. */
function hasNoObject({ tokens, to }: Clause, at: number): boolean {
  const next = at < to ? tokens[at] : undefined
  return !next || !/^[\s"']+$/.test(next.gap) || /^(?:and|or)$/.test(next.norm)
}

/** "a Senate-approved ban"; not "a Pentagon-funded study". */
function qualifiesAct(clause: Clause, from: number): boolean {
  for (let at = from; at < Math.min(clause.to, from + NOUN_REACH); at++) {
    if (!/^[\s-]+$/.test(clause.tokens[at]?.gap ?? '')) return false
    const noun = actionWordAt(clause, at, WORD_FORM.noun)
    if (noun) return !noun.sense.lexeme.weak && noun.sense.lexeme.kind !== 'report'
  }
  return false
}
