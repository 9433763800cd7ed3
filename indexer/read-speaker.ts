import type { Attribution, Standing } from '../core/source-index.ts'
import type { Person } from './find-people.ts'
import { personIn } from './find-people.ts'

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
  /** Company that the text spoke of last, by name. */
  lastCompany?: string
  /** Newspapers and agencies named so far, the last one last. */
  outlets: string[]
}

const OUTLET =
  /^(?:The )?(?:(?:[A-Z][\w&’'.-]* (?:and )?)+(?:Journal|Times|Post|News|Herald|Guardian|Telegraph|Independent|Gazette|Tribune|Stripes|Ledger|Register|Standard|Review|Magazine|Radio|TV|Press|Business|Mail|Globe|Economist|Nikkei)|Reuters|Bloomberg|AP|AFP|BBC|CNN|CNBC|WSJ|NPR|Xinhua|Axios|Politico|Wired)$/
const GENERIC_OUTLET =
  /^(?:the )?(?:news outlet|publication|newspaper|paper|magazine|news agency|outlet|broadcaster|website)$/i
const SPOKESPERSON = /\bspokes(?:man|woman|person|people)\b|\brepresentatives?\b/
const UNNAMED =
  /\b(?:unnamed|anonymous|unidentified|sources?|people familiar|person familiar|officials?|insiders?|military leaders|experts|analysts|critics)\b/i
const PAPER =
  /\b(?:report|mandate|statement|memo|letter|bill|document|order|study|filing|directive|notice)\b/i
const PUBLISHED_REPORT = /\b(?:published|news|media|press) reports?\b/i

/** A clause, not the name of a speaker. */
const CLAUSE =
  /\b(?:which|who|whom|where|is|are|was|were|be|been|has|have|had|will|would|could|can|may|when|after|because|while|although|then|once|into|that|it[’']s|I[’']ve|to)\b/i
/** A speaker has a name, or is called by an office or by what holds the words. */
const SPEAKER =
  /\p{Lu}|^(?:he|she|it|they)$|\b(?:officials?|spokes\w+|representatives?|ministers?|ministry|secretary|chair\w*|commissioners?|directors?|company|firm|agency|authorit\w+|commission|committee|department|regulators?|government|police|court|lawmakers|senators|sources?|people|experts|analysts|critics|report|study|statement|outlet|publication|newspaper|paper|panel|board|leaders|chiefs|lawyers?)\b/u
/** Whether words can be the name of a speaker, rather than a clause or half of one. */
export function isName(words: string): boolean {
  return SPEAKER.test(words) && !CLAUSE.test(words) && !/ (?:the|an?|their|its)$/.test(words)
}

/** The outlet that words name, in full; undefined where they name none. */
export function readOutlet(words: string, discourse: Discourse): string | undefined {
  const name = words
    .trim()
    .replace(/^the /, '')
    .replace(/[,;:.]$/, '')
    .replace(/ (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/, '')
  if (GENERIC_OUTLET.test(name)) return discourse.outlets.at(-1)
  const bare = name.replace(/^The /, '')
  // "the Journal" and "the WSJ" are The Wall Street Journal where that was named before.
  const known = discourse.outlets.findLast((outlet) => {
    const full = outlet.replace(/^The /, '')
    return full === bare || full.endsWith(` ${bare}`) || initials(full) === bare
  })
  if (known) return known
  return OUTLET.test(name) ? (bare.includes(' ') ? name : bare) : undefined
}

/** Who the words before or after "said" mean, with what they are and in what standing they speak. */
export function readSpeaker(words: string, discourse: Discourse): Attribution | undefined {
  const name = clean(words)
  if (/^(?:he|she)$/i.test(name)) return discourse.lastPerson
  if (/^(?:it|they)$/i.test(name)) return discourse.lastSpeaker
  if (/^the (?:representative|spokes\w+)$/i.test(words.trim())) return discourse.lastRepresentative
  if (/^the (?:report|study|paper)$/i.test(words.trim())) return discourse.lastDocument
  if (/^(?:company|firm)$/i.test(name)) return companySpeaker(discourse.lastCompany)
  const person =
    personIn(discourse.people, name, discourse.at) ??
    discourse.people.findLast((one) => one.role === name && one.start <= discourse.at)
  if (person) return personSpeaker(person)
  if (!isName(name) || name.split(' ').length > MAX_SPEAKER_WORDS) return undefined
  const speaker = SPOKESPERSON.test(name) ? name.replace(/^company /, ownerOf(discourse)) : name
  return { speaker, standing: standingOf(name) }
}

/** A longer subject is no speaker but a clause. */
const MAX_SPEAKER_WORDS = 26

function ownerOf(discourse: Discourse): string {
  return discourse.lastCompany ? `${discourse.lastCompany} ` : 'company '
}

function companySpeaker(company: string | undefined): Attribution | undefined {
  return company ? { speaker: company, standing: 'on-record' } : undefined
}

function personSpeaker(person: Person): Attribution {
  const spokesperson = person.role !== undefined && /\bspokes/.test(person.role)
  const standing: Standing = spokesperson ? 'spokesperson' : 'on-record'
  return { speaker: person.name, ...(person.role ? { role: person.role } : {}), standing }
}

function standingOf(name: string): Standing {
  if (PUBLISHED_REPORT.test(name)) return 'reported-by-other'
  if (SPOKESPERSON.test(name)) return 'spokesperson'
  if (UNNAMED.test(name)) return 'anonymous'
  return PAPER.test(name) ? 'document' : 'on-record'
}

function clean(words: string): string {
  return words
    .trim()
    .replace(/^(?:and|but|while|though) /i, '')
    .replace(/^(?:a|an|the) /i, '')
    .replace(/^(?:recent|new|latest) (?=\w+ )/i, '')
    .replace(/[,;:]$/, '')
    .trim()
}

function initials(name: string): string {
  return name
    .split(' ')
    .map((word) => word[0] ?? '')
    .join('')
}
