import type { ActionKind } from '../source-index.ts'
import { stem } from './stem.ts'

/**
 * What acts against a company are about, as far as words tell. The first two are what such acts are
 * mostly about; the others are stories of their own. One line a subject, words in their dictionary form.
 */
const SUBJECTS: Record<string, string> = {
  security:
    'spy spies spied espionage snoop surveillance eavesdrop backdoor security cyberattack cybersecurity threat',
  sanctions: 'sanction sanctioned embargo iran korea syria cuba',
  court:
    'court judge lawsuit sue litigation plaintiff defendant jury verdict tribunal arbitration appellate',
  competition: 'antitrust monopoly cartel merger dumping antidumping anti-dumping anti-subsidy',
  inventions: 'patent copyright trademark infringe infringement royalty plagiarism',
  secrets: 'steal stolen theft racketeering',
  custody: 'arrest extradite extradition detain detention custody bail jail',
  corruption: 'bribe bribery corruption kickback corrupt',
  taxes: 'tax taxes taxation',
  labour: 'discrimination discriminate wage labour labor',
}

const SUBJECTS_OF = new Map<string, string[]>()
for (const [subject, list] of Object.entries(SUBJECTS))
  for (const word of list.split(' '))
    SUBJECTS_OF.set(stem(word), [...(SUBJECTS_OF.get(stem(word)) ?? []), subject])

/** Words of a text as they are compared: small letters, hyphens kept. */
const WORD = /[a-z]+(?:-[a-z]+)*/g

/** What a text is about, by its words; nothing for most. */
export function readSubjects(text: string): Set<string> {
  const words = text.toLowerCase().match(WORD) ?? []
  return new Set(words.flatMap((word) => SUBJECTS_OF.get(stem(word)) ?? []))
}

/** Acts that are what they are by their subject: another inquiry by the same office is no like act. */
const BY_SUBJECT: ActionKind[] = ['investigate', 'charge', 'fine', 'settle', 'report', 'evaluate']

/** Whether an act of a kind about `one` cannot be like what is told with `other` for a subject. */
export function isOtherSubject(kind: ActionKind, one: Set<string>, other: Set<string>): boolean {
  if (!BY_SUBJECT.includes(kind) || one.size === 0) return false
  // an inquiry is nothing without its subject; the others go by how much or by whom as well
  if (other.size === 0) return kind === 'investigate'
  return [...one].every((subject) => !other.has(subject))
}

/**
 * A sentence is about a story of its own, of which no text of the sources speaks: only such subjects are
 * told of, or a court, since it judges what others have done.
 */
export function isForeign(told: Set<string>, known: ReadonlySet<string>): boolean {
  const unknown = [...told].filter((subject) => !known.has(subject))
  return unknown.includes('court') || (unknown.length > 0 && unknown.length === told.size)
}
