import type { Attribution, EntityId, Standing } from '../core/source-index.ts'
import type { Person } from './find-people.ts'
import { personIn } from './find-people.ts'

/** A company or agency as a text names it. */
export type Body = { entity: EntityId; name: string; isCompany: boolean }

/** What the text has said before a passage: whom "he", "it" and "the Journal" mean. */
export type Discourse = {
  people: Person[]
  /** End of the passage in the seed: nobody named further down can be meant. */
  at: number
  /** The last person, and the last speaker that is no person, who said something. */
  lastPerson?: Attribution
  lastSpeaker?: Attribution
  lastRepresentative?: Attribution
  lastDocument?: Attribution
  /** The body that the last sentence began with, or spoke of: whom "it" and "its chairman" mean. */
  lastBody?: Body
  /** Company that the text spoke of last, by name. */
  lastCompany?: Body
  /** For whom each person named so far speaks, as far as that was told. */
  bodyOf: Map<string, EntityId>
  /** Newspapers and agencies named so far, the last one last. */
  outlets: string[]
  /** The companies and agencies that words name. */
  bodiesIn: (words: string) => Body[]
}

const SPOKESPERSON = /\bspokes(?:man|woman|person|people)\b|\brepresentatives?\b|\breps?\b/
const UNNAMED =
  /\b(?:unnamed|anonymous|unidentified|sources?|people (?:familiar|briefed|close)|of (?:those|the|these) people|person familiar|people with|officials?|diplomats?|aides?|insiders?|military leaders|experts|analysts|critics)\b/i
/** "engineer at one hospital": somebody with an occupation and no name. */
const SOMEBODY = /^(?:\p{Ll}+ )?\p{Ll}{2,}(?:er|eer|ist|ician|ant)s? (?:at|in|with|close) /u
const PAPER =
  /\b(?:agreement|ruling|judgment|transcript|audit|report|mandate|statement|memo|letter|bill|documents?|order|study|filing|directive|notice|indictment|complaint|lawsuit|briefing|records|emails?|papers?)\b/i
const PUBLISHED_REPORT = /\b(?:published|news|media|press) reports?\b/i

/** A clause, not the name of a speaker. */
const CLAUSE =
  /\b(?:which|who|whom|where|is|are|was|were|be|been|has|have|had|will|would|could|can|may|when|after|because|while|although|then|once|into|that|it[’']s|I[’']ve|to)\b/i
/** A speaker has a name, or is called by an office or by what holds the words. */
const SPEAKER =
  /\p{Lu}|^(?:he|she|it|they)$|\b(?:officials?|spokes\w+|representatives?|ministers?|ministry|secretary|chair\w*|commissioners?|directors?|company|firm|vendor|supplier|maker|manufacturer|giant|agency|authorit\w+|commission|committee|department|regulators?|government|police|court|lawmakers|senators|sources?|people|person|diplomats?|aides?|\p{Ll}{2,}(?:er|eer|ist|ician|ant)s?(?= (?:at|in|with|who|close)\b)|experts|analysts?|critics|report|study|statement|outlet|publication|newspaper|paper|panel|board|bureau|service|directorate|leaders|chiefs|lawyers?|indictment|complaint|agreement|ruling|judgment|transcript|audit|rep|executives?|documents?)\b/u
const PRONOUN = /^(?:I|we|you|he|she|it|they|this|that|these|those|there|who|nobody|everyone)$/i

/** Whether words can be the name of a speaker, rather than a clause or half of one. */
export function isName(words: string): boolean {
  return SPEAKER.test(words) && !CLAUSE.test(words) && !/ (?:the|an?|their|its)$/.test(words)
}

/** Who the words before or after "said" mean, with what they are and in what standing they speak. */
export function readSpeaker(words: string, discourse: Discourse): Attribution | undefined {
  const name = withoutClass(clean(words))
  if (/^(?:he|she)$/i.test(name)) return discourse.lastPerson
  if (/^(?:it|they)$/i.test(name)) return readIt(discourse)
  if (/^the (?:representative|spokes\w+)$/i.test(words.trim())) return discourse.lastRepresentative
  if (/^the (?:report|study|paper)$/i.test(words.trim()) && discourse.lastDocument)
    return discourse.lastDocument
  if (COMPANY.test(name)) return bodySpeaker(discourse.lastCompany)
  if (PRONOUN.test(name)) return undefined
  const person =
    personIn(discourse.people, name, discourse.at) ??
    discourse.people.findLast((one) => one.role === name && one.start <= discourse.at)
  if (person) return personSpeaker(person, discourse)
  const officer = officerCalled(words, discourse)
  if (officer) return personSpeaker(officer, discourse)
  if (!isName(name) || name.split(' ').length > MAX_SPEAKER_WORDS) return undefined
  return unnamedSpeaker(name, discourse)
}

const COMPANY =
  /^(?:(?:Chinese|equipment|telecoms?|tech|networking) )*(?:company|firm|vendor|supplier|maker|manufacturer|giant|group)$/i

/** "the minister": the last person named before whose office that is. */
function officerCalled(words: string, { people, at }: Discourse): Person | undefined {
  const office = /^the ([\p{Ll}-]{3,})$/iu.exec(words.trim())?.[1]
  if (office === undefined || SPOKESPERSON.test(office)) return undefined
  const pattern = new RegExp(`(?:^|[ -])${office}(?: (?:of|for|at) .*)?$`, 'i')
  return people.findLast(({ role, start }) => start <= at && pattern.test(role ?? ''))
}

/** "Industry body COAI": what it is stands before what it is called. */
function withoutClass(name: string): string {
  return name.replace(/^(?:[\p{L}-]+ ){0,2}\p{Ll}{3,} (?=\p{Lu}{3,}$)/u, '')
}

/** A longer subject is no speaker but a clause. */
const MAX_SPEAKER_WORDS = 26
/** Words of a role that say nothing of whose it is: "its chairman", "vice-president X". */
const CORPORATE =
  /^(?:(?:senior|executive|vice|deputy|technical|managing|chief|policy|security|corporate) )*(?:spokes\w+|chair\w*|(?:vice[- ])?president|chief executive|CEO|CTO|CFO|director(?:[- ]general)?|executive|founder|manager|head|chief|boss|counsel|lawyer|officer|representative|rep)$/i

function readIt(discourse: Discourse): Attribution | undefined {
  const { lastBody, lastSpeaker } = discourse
  // "It said" takes up the last speaker, unless another body has been spoken of since.
  if (lastSpeaker && (!lastBody || lastSpeaker.speaksFor === lastBody.entity)) return lastSpeaker
  return bodySpeaker(lastBody) ?? lastSpeaker
}

function bodySpeaker(body: Body | undefined): Attribution | undefined {
  return body && { speaker: body.name, standing: 'on-record', speaksFor: body.entity }
}

function personSpeaker(person: Person, discourse: Discourse): Attribution {
  const { name, role } = person
  const known =
    discourse.bodyOf.get(name) ??
    (person.employer === 'its'
      ? discourse.lastBody?.entity
      : soleBody(discourse.bodiesIn(person.employer ?? ''))) ??
    bodyOfRole(role, discourse)
  if (known) discourse.bodyOf.set(name, known)
  const forCompany = discourse
    .bodiesIn(`${person.employer ?? ''} ${role ?? ''}`)
    .some(({ isCompany }) => isCompany)
  const spokesperson =
    role !== undefined && (/\bspokes/i.test(role) || (forCompany && SPOKESPERSON.test(role)))
  return {
    speaker: name,
    ...(role ? { role } : {}),
    standing: spokesperson ? 'spokesperson' : 'on-record',
    ...(known ? { speaksFor: known } : {}),
  }
}

/** Whom a role serves: who it names ("FBI Director"), or for a bare one, the body spoken of last. */
function bodyOfRole(role: string | undefined, discourse: Discourse): EntityId | undefined {
  if (role === undefined) return undefined
  const named = soleBody(discourse.bodiesIn(role))
  return named ?? (CORPORATE.test(role) ? discourse.lastBody?.entity : undefined)
}

function unnamedSpeaker(name: string, discourse: Discourse): Attribution {
  const standing = standingOf(name)
  const bare = SPOKESPERSON.test(name) && /^(?:company |firm )?\S+$/.test(name)
  const company = /^(?:company|firm) /.test(name) ? discourse.lastCompany : undefined
  const owner = bare ? (company ?? discourse.lastBody ?? discourse.lastCompany) : undefined
  const speaker = owner ? `${owner.name} ${name.replace(/^(?:company|firm) /, '')}` : name
  const several = standing === 'document' || / and |,/.test(name)
  const named = several ? [] : discourse.bodiesIn(name)
  const ofCompany = / (?:for|of|at) the (?:company|firm)$/.test(name)
    ? discourse.lastCompany
    : undefined
  const body = owner?.entity ?? ofCompany?.entity ?? soleBody(named)
  return { speaker, standing, ...(body ? { speaksFor: body } : {}) }
}

/** The one company, or else the one agency, that words name; several speak for nobody alone. */
function soleBody(named: Body[]): EntityId | undefined {
  const companies = named.filter(({ isCompany }) => isCompany)
  const ids = new Set((companies.length > 0 ? companies : named).map(({ entity }) => entity))
  const [first, ...others] = ids
  return others.length === 0 ? first : undefined
}

function standingOf(name: string): Standing {
  if (PUBLISHED_REPORT.test(name)) return 'reported-by-other'
  if (SPOKESPERSON.test(name)) return 'spokesperson'
  if (UNNAMED.test(name) || SOMEBODY.test(name)) return 'anonymous'
  return PAPER.test(name) ? 'document' : 'on-record'
}

/** "The Department today", "A senior official, who asked not to be named": the name alone. */
function clean(words: string): string {
  return words
    .trim()
    .replace(/^(?:and|but|while|though|as) /i, '')
    .replace(/,? (?:who|whom|which|whose|that (?:is|was|has)) .*$/i, '')
    .replace(/ (?:himself|herself|itself|themselves)$/, '')
    .replace(/ (?:I|we) \w+(?: \w+)?$/, '')
    .replace(
      /,? (?:today|yesterday|also|later|earlier|meanwhile|,|(?:this|last|earlier this) (?:week|month|year)|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/i,
      '',
    )
    .replace(/^.* (?=(?:he|she|it|they)$)/i, '')
    .replace(/^(?:a|an|the) /i, '')
    .replace(/^(?:recent|new|latest) (?=\w+ )/i, '')
    .replace(/[,;:.]$/, '')
    .trim()
}
