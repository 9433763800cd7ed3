import type { Attribution } from '../core/source-index.ts'
import type { Discourse } from './read-speaker.ts'
import { readOutlet } from './read-outlet.ts'
import { readSpeaker } from './read-speaker.ts'

const REPORTS =
  /^((?:The )?[A-Z][\w’'. &-]{1,40}?)(?:, citing ([^,]+),)? report(?:s|ed)(?:, citing ([^,]+),)? (?:(?:this|last) (?:week|month|year) |that |on \w+ )*(.*)$/
/** `The Journal first reported the inquiry, citing two people briefed on it.` */
const CITING =
  /^([^,“”"]{2,60}?) (?:first |also |has |had )*report(?:s|ed)\b[^“”"]*, citing ([^,.]+)\.?$/
/** `…, as the Hanse Kurier reported on Saturday.`: whoever reports so is an outlet. */
const AS_REPORTED =
  /, as (?:the (?:newspaper |daily |weekly |broadcaster )?)?((?:\p{Lu}[\p{L}&’'-]*)(?: \p{Lu}[\p{L}&’'-]*){0,3}) (?:first )?report(?:s|ed)\b[^,“”"]{0,40}\.?$/u
/** `…, the News reported on Thursday, citing unnamed executives.` */
const REPORTED_CITING = /, ([^,]{2,60}?) report(?:s|ed)\b[^,“”"]{0,40}, citing ([^,.]+)\.?$/
const CITED = /^(.{2,80}?) (?:cited|quoted) (.{2,80}?) as (?:stating|saying|telling)\b/
const ACCORDING =
  /\b(?:according to|in the words of|as (?:emerges|appears|is clear|can be seen) from) ([^,“”"]+(?:, [A-Z][^,“”"]+)?)/gi
const TOLD =
  /\b(?:told|tells) ((?:the |The )?(?:[A-Z][\w&’'-]*|and)(?: (?:[A-Z][\w&’'-]*|and))*)|\bstatement to ((?:the |The )?(?:[A-Z][\w&’'-]*)(?: [A-Z][\w&’'-]*)*)/g

/** "The Journal, citing sources, reports …", "Xinhua cited a representative as stating …". */
export function byReport(masked: string, discourse: Discourse): Attribution | undefined {
  const cited = CITED.exec(masked)
  if (cited?.[1] && cited[2]) {
    const speaker = readSpeaker(cited[2], discourse)
    const via = readOutlet(lastNames(cited[1]), discourse)
    if (speaker) return via ? { ...speaker, via } : speaker
  }
  const named = AS_REPORTED.exec(masked)?.[1]
  if (named && discourse.bodiesIn(named).length === 0)
    return { speaker: readOutlet(named, discourse) ?? named, standing: 'reported-by-other' }
  const trailing = REPORTED_CITING.exec(masked) ?? CITING.exec(masked)
  const paper = trailing?.[1] ? readOutlet(trailing[1], discourse) : undefined
  const told = paper && trailing?.[2] ? readSpeaker(trailing[2], discourse) : undefined
  if (paper && told) return { ...told, via: paper }
  const reports = REPORTS.exec(masked)
  const via = reports?.[1] ? readOutlet(reports[1], discourse) : undefined
  if (!reports || !via) return undefined
  const source = reports[2] ?? reports[3]
  const speaker = source
    ? readSpeaker(source, discourse)
    : innerSpeaker(reports[4] ?? '', discourse)
  return speaker ? { ...speaker, via } : { speaker: via, standing: 'reported-by-other' }
}

/** "(Reuters reported) US senators and spy experts had warned …": whose words it reports. */
function innerSpeaker(clause: string, discourse: Discourse): Attribution | undefined {
  if (/\bthe (?:\p{Lu}|[a-z]+ (?:had|has|have) )/u.test(clause.slice(0, 5))) return undefined
  const subject =
    /^(.{3,140}?) (?:has |have |had )?(?:warned|said|told|testified|urged|believe)\b/.exec(
      clause,
    )?.[1]
  const speaker = subject ? readSpeaker(subject, discourse) : undefined
  return speaker && { ...speaker, standing: 'reported-by-other' }
}

/** "… according to a recent report published by the Commission". */
export function byDocument(masked: string, discourse: Discourse): Attribution | undefined {
  for (const match of masked.matchAll(ACCORDING)) {
    // Where it opens a sentence, the sentence goes on after the comma.
    const opens = /^(?:\W*(?:But |And )?)$/.test(masked.slice(0, match.index))
    const words = (opens ? opening(match[1] ?? '') : match[1]) ?? ''
    if (!readOutlet(words.replace(/[.\s]+$/, ''), discourse))
      return readSpeaker(words.replace(/[.\s]+$/, ''), discourse)
  }
  return undefined
}

/** The outlet to which a sentence was said: "told the Journal", "in a statement to Reuters". */
export function viaOf(masked: string, discourse: Discourse): string | undefined {
  const told = [...masked.matchAll(TOLD)].map((match) => match[1] ?? match[2] ?? '')
  const according = [...masked.matchAll(ACCORDING)].map((match) =>
    (match[1] ?? '').replace(/[.\s]+$/, ''),
  )
  for (const words of [...told, ...according]) {
    const outlet = readOutlet(words.replace(/^the /, ''), discourse)
    if (outlet) return outlet
  }
  return undefined
}

/** Outlets that a sentence names in full, for "the Journal" and "the publication" further down. */
export function noteOutlets(masked: string, discourse: Discourse): void {
  for (const match of masked.matchAll(/[A-Z][\w&’'-]*(?: (?:and )?[A-Z][\w&’'-]*)*/g)) {
    const outlet = readOutlet(match[0], discourse)
    if (outlet) discourse.outlets = [...discourse.outlets.filter((one) => one !== outlet), outlet]
  }
}

/** "its lawyer, Ewa Lis" of "its lawyer, Ewa Lis, the agency has …". */
function opening(words: string): string {
  return /^[^,]+(?:, \p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)+(?=,|$))?/u.exec(words)?.[0] ?? words
}

function lastNames(words: string): string {
  return /(?:[A-Z][\w&’'-]*)(?: [A-Z][\w&’'-]*)*$/.exec(words)?.[0] ?? words
}
