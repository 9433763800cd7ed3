import type { AgencyGroup } from './agency-group.ts'
import { FORMER, isPlace, isPossessive } from './agency-group.ts'
import type { GenericTable } from './detect-generics.ts'
import { findGenerics, genericAt } from './detect-generics.ts'
import { findMembers } from './detect-members.ts'
import type { FoundName } from './detect-names.ts'
import type { PhraseTable } from './detect-people.ts'
import { longestPhrase, skipName, skipNames, skipParty } from './detect-people.ts'
import type { Token } from './detect-tokens.ts'
import type { LexiconEntity } from './lexicon.ts'
import type { OfficeTable } from './office-table.ts'
import { officeHolder } from './office-table.ts'
import { joinAgencies } from './join-agencies.ts'
import type { NameRole } from './lexicon.ts'

/** What the grouping needs of the lexicon. */
export type AgencyWords = {
  governmentNouns: PhraseTable
  /** Nouns that are a government's only with a modifier ("security service"). */
  governmentHeads: Set<string>
  governmentModifiers: Set<string>
  titles: PhraseTable
  generics: GenericTable
  offices: OfficeTable
  /** The one parliament whose members are told by party and state. */
  congress: LexiconEntity | undefined
}

/** The agency groups of a block, in order. */
export function groupAgencies(
  text: string,
  tokens: Token[],
  names: FoundName[],
  words: AgencyWords,
): AgencyGroup[] {
  const single = names
    .filter((name) => name.entity.kind === 'agency')
    .filter((name) => !isDateline(text, name))
    .flatMap((name) => extendName(text, tokens, name, names, words) ?? [])
  const sure = single.map((group) => withGeneric(group, tokens, words.generics))
  const members = findMembers(text, tokens, single, words.congress)
  const named = [...sure, ...members]
  const all = [...named, ...findGenerics(text, tokens, named, words.generics)].sort(
    (a, b) => a.from - b.from || b.to - a.to,
  )
  return joinAgencies(text, tokens, all).map((group) => withOffice(group, tokens))
}

const HEAD =
  /^(?:heads?|directors?|chiefs?|boss|president|chair|chairman|chairwoman|minister|secretary|commissioners?|spokesman|spokeswoman|spokesperson|officials?|leaders?)$/

/** "the head of MI6", "a spokesman for the ministry": who speaks for it stands before it. */
function withOffice(group: AgencyGroup, tokens: Token[]): AgencyGroup {
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

/** "OTTAWA, May 19 -", "WASHINGTON/BEIJING (Wire)", "CANBERRA:": where a report was written. */
function isDateline(text: string, { form, start, end }: FoundName): boolean {
  const name = text.slice(start, end)
  return (
    form.role === 'seat' &&
    /^\p{Lu}{3,}/u.test(name) &&
    /^\s*(?:,|\(|\/|\u2014|\u2013|- |:|\.\s)/.test(text.slice(end, end + 4))
  )
}

/** "the Commission", "lawmakers": where the page does not tell whose, the one named before. */
function withGeneric(group: AgencyGroup, tokens: Token[], generics: GenericTable): AgencyGroup {
  if (group.sure) return group
  const from = tokens[group.from - 1]?.norm === 'the' ? group.from - 1 : group.from
  return { ...group, generic: genericAt(tokens, from, generics)?.agencyClass }
}

/** "President Ann Moss's Commerce Department": what follows is an agency, not who speaks for it. */
function isNamedNext(text: string, tokens: Token[], to: number, names: FoundName[]): boolean {
  const after = skipPossessive(text, tokens, to)
  return after > to && names.some((name) => name.from === after && name.form.role === 'name')
}

function extendName(
  text: string,
  tokens: Token[],
  name: FoundName,
  names: FoundName[],
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
    role === 'name' && !isNamedNext(text, tokens, to, names)
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

/** "Boris Johnson's government". */
const CABINET = /^(?:government|govt|administration|cabinet)$/

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

/** How many words may stand between a country and what of it acts ("top civilian intelligence"). */
const MODIFIERS = 3

/** The position after "own telecoms regulator"; undefined where no such noun stands at `at`. */
function governmentNoun(tokens: Token[], at: number, words: AgencyWords): number | undefined {
  for (let i = at; i <= at + MODIFIERS; i++) {
    const noun = longestPhrase(tokens, i, words.governmentNouns)
    if (noun > 0) return longerNoun(tokens, i, i + noun, words)
    const token = tokens[i]
    if (!token || !/^(?:[\s-]+|'s )$/.test(token.gap)) return undefined
    if (i > at && words.governmentHeads.has(token.norm)) return i + 1
    if (!words.governmentModifiers.has(token.norm)) return undefined
  }
  return undefined
}

/** "intelligence" alone is a noun, and a modifier in "intelligence services chief". */
function longerNoun(tokens: Token[], from: number, to: number, words: AgencyWords): number {
  if (!words.governmentModifiers.has(tokens[from]?.norm ?? '') || to > from + 1) return to
  const longer = governmentNoun(tokens, to, words)
  const head = tokens[to]
  const isHead =
    head !== undefined && /^[\s-]+$/.test(head.gap) && words.governmentHeads.has(head.norm)
  return longer ?? (isHead ? to + 1 : to)
}

function skipPossessive(text: string, tokens: Token[], at: number): number {
  return isPossessive(tokens, text, at) && tokens[at]?.norm === 's' ? at + 1 : at
}

const HONORIFICS =
  /^(?:president|prime|secretary|director|chairman|chairwoman|chair|commissioner|minister|dr|mr|ms|mrs|maj|gen|adm|then|acting|republican|democrat|democratic)$/

function isTitleBefore(tokens: Token[], from: number): boolean {
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
function skipSpeaker(text: string, tokens: Token[], at: number, words: AgencyWords): number {
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
  /^(?:press|deputy|acting|former|then|own|top|new|senior|two|three|four|five|other|several|outgoing|current|chief|political|former)$/

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
