import type { Attribution } from '../core/source-index.ts'
import type { Person } from './find-people.ts'
import type { Stretch } from './group-passages.ts'
import type { Discourse } from './read-speaker.ts'
import { maskQuotations } from './quotations.ts'
import { isName, readOutlet, readSpeaker } from './read-speaker.ts'

const SAY =
  'said|says|say|told|wrote|writes|testified|explained|stated|states|announced|added|insisted|argued|argue|argues|believes|believe|think|thinks|asked|noted|acknowledged|confirmed|replied|commented|claimed|claims|found|finds|indicated|concluded|assess|assesses|hit back'
const HELP = '(?:(?:also|has|have|had|later|now|recently|always|repeatedly) )*'
const NAME = '((?:[^,“”":]|, (?:Jr|Sr)\\.){1,120}?)'
/** `“…,” SPEAKER said`: the words after a closing quotation mark. */
const AFTER_QUOTE = new RegExp(`[”"] ${NAME} ${HELP}(?:${SAY})\\b`)
const INVERTED = /[”"] (?:said|says|wrote|added|explained) ((?:[A-Z]|an? |the )[^,“”"]{1,90})/
/** `…, the Journal reported.`: the speaker closes the sentence. */
const TRAILING = new RegExp(
  `, ${NAME} ${HELP}(?:${SAY}|reported|reports)\\b(?! that\\b)(?:[^,“”".]|\\.(?! |$)){0,60}(?:,[^“”"]{0,60})?[.?!]?$`,
)
/** `SPEAKER said that …`, `In a statement, SPEAKER said: …`: the speaker opens it. */
const LEADING = new RegExp(`^([^“”":]{2,220}?) ${HELP}(?:${SAY})\\b(?! by)`)
/** What may stand before the speaker: "But", "In a statement,", "Despite the ban,", "On Friday". */
const ADVERBIAL = new RegExp(
  '^(?:(?:And|But) )?(?:(?:In|On|At|By|Commenting|Speaking|Asked|Earlier|Last|Despite|Citing|As|While|Although|Since|Following|After|Before|With|Under|in|on|at|earlier|last)\\b[^,“”":]{0,120}, |On (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (?=(?:the )?[A-Z]))?(?:(?:And|But) )?',
)
const REPORTS =
  /^((?:The )?[A-Z][\w’'. &-]{1,40}?)(?:, citing ([^,]+),)? report(?:s|ed)(?:, citing ([^,]+),)? (?:this week |last week |that |on \w+ )*(.*)$/
const CITED = /^(.{2,80}?) (?:cited|quoted) (.{2,80}?) as (?:stating|saying|telling)\b/
const ACCORDING = /\baccording to ([^,“”"]+(?:, [A-Z][^,“”"]+)?)/gi
const TOLD =
  /\btold (?:the )?((?:[A-Z][\w&’'-]*|and)(?: (?:[A-Z][\w&’'-]*|and))*)|\bstatement to (?:the |The )?((?:[A-Z][\w&’'-]*)(?: [A-Z][\w&’'-]*)*)/g

/**
 * Who says each stretch, in the seed's order, because "he", "the representative" and "the Journal"
 * mean someone named before. Undefined: the outlet's own words.
 */
export function attributePassages(
  text: string,
  stretches: Stretch[],
  people: Person[],
  companiesIn: (text: string) => string[],
  publisher: string,
): (Attribution | undefined)[] {
  const discourse: Discourse = { people, at: 0, outlets: [] }
  const found: (Attribution | undefined)[] = []
  for (const stretch of stretches) {
    const own = text.slice(stretch.start, stretch.end)
    discourse.at = stretch.end
    const lead = text.slice(stretch.start, stretch.speechStart ?? stretch.end)
    const ownCompany = companiesIn(maskQuotations(lead))[0]
    const comment = stretch.section === 'reader-comment'
    const attribution = comment
      ? undefined
      : stretch.continues === undefined
        ? attribute(lead, discourse, publisher, ownCompany)
        : found[stretch.continues]
    found.push(attribution)
    remember(discourse, attribution, companiesIn(own).at(-1))
  }
  return found
}

function attribute(
  lead: string,
  discourse: Discourse,
  publisher: string,
  ownCompany: string | undefined,
): Attribution | undefined {
  const masked = maskQuotations(lead)
  const context =
    ownCompany && !discourse.lastCompany ? { ...discourse, lastCompany: ownCompany } : discourse
  noteOutlets(masked, discourse)
  const via = viaOf(masked, discourse)
  const attribution =
    byReport(masked, context) ?? bySpeech(masked, context) ?? byDocument(masked, context)
  if (!attribution) return via ? { speaker: via, standing: 'reported-by-other' } : undefined
  const through = attribution.via ?? via
  const { via: _, ...rest } = attribution
  return through && through !== publisher && through !== rest.speaker
    ? { ...rest, via: through }
    : rest
}

/** "The Journal, citing sources, reports …", "Xinhua cited a representative as stating …". */
function byReport(masked: string, discourse: Discourse): Attribution | undefined {
  const cited = CITED.exec(masked)
  if (cited?.[1] && cited[2]) {
    const speaker = readSpeaker(cited[2], discourse)
    const via = readOutlet(lastNames(cited[1]), discourse)
    if (speaker) return via ? { ...speaker, via } : speaker
  }
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
  const subject =
    /^(.{3,140}?) (?:has |have |had )?(?:warned|said|told|testified|urged|believe)\b/.exec(
      clause,
    )?.[1]
  const speaker = subject ? readSpeaker(subject, discourse) : undefined
  return speaker && { ...speaker, standing: 'reported-by-other' }
}

function bySpeech(masked: string, discourse: Discourse): Attribution | undefined {
  const leading = LEADING.exec(masked.replace(ADVERBIAL, ''))?.[1]
  // A sentence's end says most surely whose it is: "X says Y, the Journal reported" is the Journal's.
  const candidates = [AFTER_QUOTE, INVERTED, TRAILING].map((pattern) => pattern.exec(masked)?.[1])
  for (const words of [...candidates, leading]) {
    if (words === undefined || !isName(words)) continue
    const outlet = readOutlet(words, discourse)
    if (outlet) return { speaker: outlet, standing: 'reported-by-other' }
    const speaker = readSpeaker(words, discourse)
    if (speaker) return TESTIMONY.test(masked) ? onRecord(speaker) : speaker
  }
  return undefined
}

/** What officials say before a legislature is said in public, whether or not a text names them. */
const TESTIMONY = /\btestif\w+|\btestimony\b|\btold (?:a|the) [\w. ]{0,30}\bcommittee\b/i

function onRecord(speaker: Attribution): Attribution {
  return speaker.standing === 'anonymous' ? { ...speaker, standing: 'on-record' } : speaker
}

/** "… according to a recent report published by the Commission". */
function byDocument(masked: string, discourse: Discourse): Attribution | undefined {
  for (const match of masked.matchAll(ACCORDING)) {
    const words = match[1] ?? ''
    if (!readOutlet(words, discourse)) return readSpeaker(words.replace(/[.\s]+$/, ''), discourse)
  }
  return undefined
}

function viaOf(masked: string, discourse: Discourse): string | undefined {
  const told = [...masked.matchAll(TOLD)].map((match) => match[1] ?? match[2] ?? '')
  const according = [...masked.matchAll(ACCORDING)].map((match) =>
    (match[1] ?? '').replace(/[.\s]+$/, ''),
  )
  for (const words of [...told, ...according]) {
    const outlet = readOutlet(words, discourse)
    if (outlet) return outlet
  }
  return undefined
}

/** Outlets that a sentence names in full, for "the Journal" and "the publication" further down. */
function noteOutlets(masked: string, discourse: Discourse): void {
  for (const match of masked.matchAll(/[A-Z][\w&’'-]*(?: (?:and )?[A-Z][\w&’'-]*)*/g)) {
    const outlet = readOutlet(match[0], discourse)
    if (outlet) discourse.outlets = [...discourse.outlets.filter((one) => one !== outlet), outlet]
  }
}

function lastNames(words: string): string {
  return /(?:[A-Z][\w&’'-]*)(?: [A-Z][\w&’'-]*)*$/.exec(words)?.[0] ?? words
}

function remember(
  discourse: Discourse,
  attribution: Attribution | undefined,
  company: string | undefined,
): void {
  if (company) discourse.lastCompany = company
  if (!attribution) return
  const isPerson = discourse.people.some((person) => person.name === attribution.speaker)
  if (isPerson) discourse.lastPerson = attribution
  else discourse.lastSpeaker = attribution
  if (attribution.standing === 'spokesperson') discourse.lastRepresentative = attribution
  if (attribution.standing === 'document') discourse.lastDocument = attribution
}
