/** One agency from a name: with its government's noun, its part, its speaker and their titles. */

import type { AgencyGroup } from './agency-group.ts'
import { FORMER, isPossessive, skipPossessive } from './agency-group.ts'
import { isTitleBefore, skipSpeaker } from './agency-speaker.ts'
import type { AgencyWords } from './agency-words.ts'
import type { FoundName } from './detect-names.ts'
import { skipParty } from './detect-people.ts'
import type { Token } from './detect-tokens.ts'
import { governmentNoun } from './government-noun.ts'
import type { LexiconEntity, NameRole } from './lexicon.ts'
import { officeHolder } from './office-table.ts'

/** "Boris Johnson's government". */
const CABINET = /^(?:government|govt|administration|cabinet)$/

/** `named`: the tokens at which a name begins that stands for a body itself. */
export function extendName(
  text: string,
  tokens: Token[],
  name: FoundName,
  named: ReadonlySet<number>,
  words: AgencyWords,
): AgencyGroup | undefined {
  let { to, from } = name
  let role: NameRole = name.form.role
  let agency: LexiconEntity = name.entity
  let isPerson = role === 'official' || role === 'surname'
  if (role === 'adjective' || role === 'country' || role === 'seat') {
    const after = skipPossessive(text, tokens, to)
    const noun = governmentNoun(tokens, after, words)
    if (noun !== undefined) {
      agency = officeHolder(words.offices, agency.country, tokens, after, noun) ?? agency
      ;[to, role] = [noun, 'name']
    } else if (tokens[to]?.norm === 'general') return undefined
  }
  const cabinet = skipPossessive(text, tokens, to)
  const isCabinet = CABINET.test(tokens[cabinet]?.norm ?? '')
  if (isCabinet && cabinet > to) to = cabinet + 1
  // "the Moss government", "Moss govt": only who governs has one
  else if (isCabinet && role === 'surname' && tokens[to]?.gap === ' ')
    [to, role, isPerson] = [to + 1, 'name', false]
  const unit = role === 'name' ? skipUnit(text, tokens, to) : to
  if (unit > to) to = unit
  const speaker =
    role === 'name' && !isNamedNext(text, tokens, to, named)
      ? skipSpeaker(text, tokens, to, words)
      : to
  if (speaker > to) [to, isPerson] = [speaker, true]
  to = skipParty(text, tokens, to)
  while (from > 0 && isTitleBefore(tokens, from)) from--
  if (isFormer(tokens, from)) return undefined
  return {
    from,
    to,
    role,
    start: tokens[from]?.start ?? 0,
    end: tokens[to - 1]?.end ?? 0,
    agency,
    generic: undefined,
    also: [],
    person: isPerson,
    possessive: isPossessive(tokens, text, to),
    form: name.form,
    sure: name.sure,
  }
}

/** "President Ann Moss's Commerce Department": what follows is an agency, not who speaks for it. */
function isNamedNext(
  text: string,
  tokens: Token[],
  to: number,
  named: ReadonlySet<number>,
): boolean {
  const after = skipPossessive(text, tokens, to)
  return after > to && named.has(after)
}

/** How many words of an office may stand behind "former" ("former House Intelligence Chairman"). */
const OFFICE_WORDS = 4

function isFormer(tokens: Token[], from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - OFFICE_WORDS); at--) {
    if (FORMER.test(tokens[at]?.norm ?? '')) return true
    const isOffice =
      /^\p{Lu}/u.test(tokens[at]?.text ?? '') ||
      /^(?:then|top|deputy|senior)$/.test(tokens[at]?.norm ?? '')
    if (!isOffice || !/^[\s-]+$/.test(tokens[at + 1]?.gap ?? '')) return false
  }
  return false
}

/** Parts of an agency. */
const UNIT = /^(?:Bureau|Office|Division|Directorate|Unit|Branch|Council|Board|Centre|Center)$/

/** How many words the name of such a part may have. */
const UNIT_WORDS = 7

/** "the FCC's Public Safety and Homeland Security Bureau": the part acts for the whole. */
function skipUnit(text: string, tokens: Token[], at: number): number {
  const from = skipPossessive(text, tokens, at)
  if (from === at) return at
  for (let to = from; to < from + UNIT_WORDS; to++) {
    const token = tokens[to]
    if (!token || !/^'?s?[ -]$/.test(token.gap)) return at
    if (!/^\p{Lu}/u.test(token.text) && !/^(?:and|of|for|the|on)$/.test(token.norm)) return at
    if (UNIT.test(token.text) && to > from) return to + 1
  }
  return at
}
