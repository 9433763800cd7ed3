import type { Attribution } from '../core/source-index.ts'
import type { Person } from './find-people.ts'
import type { Stretch } from './group-passages.ts'
import type { Body, Discourse } from './read-speaker.ts'
import { maskQuotations } from './quotations.ts'
import { personIn } from './find-people.ts'
import { readSpeaker } from './read-speaker.ts'
import { byDocument, byReport, noteOutlets, viaOf } from './attribute-reports.ts'
import { bySpeech } from './attribute-speech.ts'

/** Who is named where; `publisher` is the outlet of the document. */
export type Names = { people: Person[]; bodiesIn: (text: string) => Body[]; publisher: string }

/**
 * Who says each stretch, in the seed's order, because "he", "the representative" and "the Journal"
 * mean someone named before. Undefined: the outlet's own words.
 */
export function attributePassages(
  text: string,
  stretches: Stretch[],
  { people, bodiesIn, publisher }: Names,
): (Attribution | undefined)[] {
  const discourse: Discourse = { people, at: 0, outlets: [], bodyOf: new Map(), bodiesIn }
  const found: (Attribution | undefined)[] = []
  for (const stretch of stretches) {
    const own = text.slice(stretch.start, stretch.end)
    discourse.at = stretch.end
    const lead = text.slice(stretch.start, stretch.speechStart ?? stretch.end)
    const attribution =
      stretch.section === 'reader-comment'
        ? undefined
        : stretch.continues === undefined
          ? attribute(lead, discourse, publisher)
          : found[stretch.continues]
    found.push(attribution)
    remember(discourse, attribution, lead, own)
  }
  const house = companyHouse(publisher, bodiesIn)
  const [office] = bodiesIn(publisher)
  return found.map((attribution, i) =>
    attribution || stretches[i]?.section !== 'body'
      ? attribution && officerOf(attribution, office)
      : house,
  )
}

/** In a body's own press release an officer of whom no more is told is one of its own. */
function officerOf(attribution: Attribution, office: Body | undefined): Attribution {
  const known = attribution.speaksFor !== undefined || attribution.role === undefined
  return known || !office || office.isCompany
    ? attribution
    : { ...attribution, speaksFor: office.entity }
}

/** A company's own press release: what nobody else says there, the company says. */
function companyHouse(publisher: string, bodiesIn: Names['bodiesIn']): Attribution | undefined {
  const [body] = bodiesIn(publisher)
  if (!body?.isCompany) return undefined
  return { speaker: publisher, standing: 'on-record', speaksFor: body.entity }
}

function attribute(lead: string, discourse: Discourse, publisher: string): Attribution | undefined {
  const masked = maskQuotations(lead)
  noteOutlets(masked, discourse)
  const context = withSubject(masked, discourse)
  const via = viaOf(masked, context)
  const attribution =
    byReport(masked, context) ?? bySpeech(masked, context) ?? byDocument(masked, context)
  if (!attribution) return via ? { speaker: via, standing: 'reported-by-other' } : undefined
  const through = attribution.via ?? via
  const { via: _, ...rest } = attribution
  return through && through !== publisher && through !== rest.speaker
    ? { ...rest, via: through }
    : rest
}

/** Within a sentence, "it" and "the company" are whom the sentence began with. */
function withSubject(masked: string, discourse: Discourse): Discourse {
  const named = discourse.bodiesIn(masked)
  const company = named.find(({ isCompany }) => isCompany)
  const [opening] = discourse.bodiesIn(masked.slice(0, SUBJECT_REACH))
  return {
    ...discourse,
    ...(opening ? { lastBody: opening } : {}),
    ...(company && !discourse.lastCompany ? { lastCompany: company } : {}),
  }
}

/** A sentence's subject begins within this many characters. */
const SUBJECT_REACH = 40

/** The words that a sentence's subject can stand in. */
function opening(lead: string): string {
  return /^[^“”":]{0,80}/.exec(lead)?.[0].replace(/ (?:by|to|from|with|of) .*$/, '') ?? ''
}

function remember(
  discourse: Discourse,
  attribution: Attribution | undefined,
  lead: string,
  own: string,
): void {
  const bodies = discourse.bodiesIn(maskQuotations(lead))
  const company = discourse.bodiesIn(own).findLast(({ isCompany }) => isCompany)
  if (bodies[0]) discourse.lastBody = bodies[0]
  if (company) discourse.lastCompany = company
  if (!attribution) {
    const told = personIn(discourse.people, opening(lead), discourse.at)
    const meant = told && readSpeaker(told.name, discourse)
    if (meant) discourse.lastPerson = meant
    return
  }
  const isPerson = discourse.people.some((person) => person.name === attribution.speaker)
  if (isPerson) discourse.lastPerson = attribution
  else discourse.lastSpeaker = attribution
  if (attribution.standing === 'spokesperson') discourse.lastRepresentative = attribution
  if (attribution.standing === 'document') discourse.lastDocument = attribution
}
