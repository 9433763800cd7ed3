/** Who speaks for an agency, before or behind its name: "FCC commissioner Ann Moss", "the head of MI6". */

import type { AgencyGroup } from './agency-group.ts'
import { FORMER, isPlace, skipPossessive } from './agency-group.ts'
import type { AgencyWords } from './agency-words.ts'
import { longestPhrase, skipName, skipNames } from './detect-people.ts'
import type { Token } from './detect-tokens.ts'

const HEAD =
  /^(?:heads?|directors?|chiefs?|boss|president|chair|chairman|chairwoman|minister|secretary|commissioners?|spokesman|spokeswoman|spokesperson|officials?|leaders?)$/

/** "the head of MI6", "a spokesman for the ministry": who speaks for it stands before it. */
export function withOffice(group: AgencyGroup, tokens: Token[]): AgencyGroup {
  if (group.possessive || group.role === 'adjective' || group.role === 'generic') return group
  const of = tokens[group.from - 1]?.norm === 'the' ? group.from - 2 : group.from - 1
  const at = of - 1
  const isOffice =
    /^(?:of|for|at)$/.test(tokens[of]?.norm ?? '') && HEAD.test(tokens[at]?.norm ?? '')
  if (!isOffice || !tokens.slice(at + 1, group.from + 1).every(({ gap }) => gap === ' '))
    return group
  if (FORMER.test(tokens[at - 1]?.norm ?? '')) return group
  const role = isPlace(group) ? 'name' : group.role
  return { ...group, role, from: at, person: true }
}

const HONORIFICS =
  /^(?:president|prime|secretary|director|chairman|chairwoman|chair|commissioner|minister|dr|mr|ms|mrs|maj|gen|adm|then|acting|republican|democrat|democratic)$/

export function isTitleBefore(tokens: Token[], from: number): boolean {
  const before = tokens[from - 1]
  return (
    before !== undefined &&
    HONORIFICS.test(before.norm) &&
    /^[\s.-]+$/.test(tokens[from]?.gap ?? '')
  )
}

/** Names of members that stand for the whole house. */
const MEMBER = /^(?:sens?|reps?|senators?|representatives?|congress(?:wo)?m[ae]n|lawmakers?)$/

/** Offices at the end of a government's noun, after which the person's name follows. */
const OFFICE =
  /^(?:minister|secretary|president|chancellor|premier|chief|director|official|officials|ambassador|senator|lawmaker|spokesman|spokeswoman|general|chairman|chairwoman|commissioner|representative|prosecutor)$/

/** The position after the person who speaks for the agency; `at` where there is none. */
export function skipSpeaker(text: string, tokens: Token[], at: number, words: AgencyWords): number {
  const last = tokens[at - 1]?.norm ?? ''
  if (MEMBER.test(last)) return skipNames(tokens, at)
  if (OFFICE.test(last)) return skipName(tokens, at)
  const after = skipPossessive(text, tokens, at)
  const titled = skipTitled(tokens, after, words)
  if (titled > after) return titled
  const named = after > at ? skipName(tokens, after) : after
  return named >= after + 2 && isVerbLike(tokens[named]) ? named : at
}

const BEFORE_TITLE =
  /^(?:press|deputy|acting|former|then|own|top|new|senior|two|three|four|five|other|several|outgoing|current|chief|political)$/

/** "Director Chris Wray", "spokesman Maj. Dave Eastburn". */
function skipTitled(tokens: Token[], at: number, words: AgencyWords): number {
  const from = BEFORE_TITLE.test(tokens[at]?.norm ?? '') ? at + 1 : at
  const title = longestPhrase(tokens, from, words.titles)
  return title === 0 ? at : skipName(tokens, from + title)
}

/** "the NSA's Rob Joyce warned": a verb must follow, or it is a thing that the agency has. */
function isVerbLike(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    /^,?\s+$/.test(token.gap) &&
    /^(?:has|had|is|was|will|would|who|also|said|says|told|tells|wrote|[a-z]+ed)$/.test(token.text)
  )
}
