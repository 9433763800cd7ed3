import type { EventLine, Subject } from './card/card-content.ts'
import type { Coverage } from './card/card-coverage.ts'
import type { Target } from './mention.ts'
import type { ActionKind, Attribution, DateValue, EventStatus, Standing } from './source-index.ts'

/** How an action kind is called in labels. */
export const ACTION_WORDS: Record<ActionKind, string> = {
  ban: 'ban',
  restrict: 'restriction',
  warn: 'warning',
  investigate: 'investigation',
  charge: 'charges',
  fine: 'fine',
  settle: 'settlement',
  'deny-export': 'export denial',
  legislate: 'legislation',
  testify: 'testimony',
  'urge-allies': 'urging allies',
  designate: 'designation',
  lift: 'lifting',
  report: 'report',
  evaluate: 'evaluation',
}

export const STATUS_WORDS: Record<EventStatus, string> = {
  proposed: 'proposed',
  announced: 'announced',
  'in-force': 'in force when reported',
  suspended: 'suspended',
  reported: 'reported, not confirmed',
  past: 'past',
}

export const STANDING_WORDS: Record<Standing, string> = {
  'on-record': 'on the record',
  spokesperson: 'spokesperson',
  anonymous: 'anonymous source',
  document: 'document',
  'reported-by-other': 'reported by another outlet',
}

export const TARGET_WORDS: Record<Target, string> = {
  huawei: 'Huawei',
  zte: 'ZTE',
  both: 'Huawei, ZTE',
  'chinese-telecom': 'Chinese telecom equipment',
  other: 'others',
}

/** Shown instead of a speaker where a passage has no attribution. */
export const OUTLETS_OWN_WORDS = 'outlet’s own words'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `4 May 2018`, `May 2018` or `2018`, with "about" before what is inferred. */
export function sayDate(date: DateValue): string {
  const [year = '', month, day] = date.value.split('-')
  const name = month && MONTHS[Number(month) - 1]
  const words = [day && String(Number(day)), name, year].filter(Boolean).join(' ')
  return date.basis === 'inferred' ? `about ${words}` : words
}

/** The label of an event: who, what, whom. */
export function sayEvent(event: EventLine): string {
  const agencies = event.agencies.join(', ')
  const targets = event.targets
    .map((target) => (target === 'chinese-telecom' ? TARGET_WORDS['chinese-telecom'] : target))
    .join(', ')
  return [agencies, ACTION_WORDS[event.action], targets].filter(Boolean).join(' · ')
}

/** When, and how far it went. */
export function sayEventDetail(event: EventLine): string {
  const parts = [event.date && sayDate(event.date), STATUS_WORDS[event.status]]
  return parts.filter(Boolean).join(' · ')
}

/** The label of what was marked. */
export function saySubject(subject: Subject): string {
  if (subject.kind === 'company') return subject.name
  return [subject.agency, ACTION_WORDS[subject.action], TARGET_WORDS[subject.target]].join(' · ')
}

/** Who said it: `Dave Eastburn, DOD spokesman`. */
export function saySpeaker({ speaker, role }: Attribution): string {
  return role && role.toLowerCase() !== speaker.toLowerCase() ? `${speaker}, ${role}` : speaker
}

/** `5 documents, Feb to Nov 2018; nothing by the FCC`. */
export function sayCoverage({ documents, from, to, nothingBy, noEventBy }: Coverage): string {
  const all = `${sayDocuments(documents)}, ${sayMonths(from, to)}`
  if (nothingBy !== undefined) return `${all}; nothing by ${withArticle(nothingBy)}`
  return noEventBy === undefined ? all : `${all}; no action by ${withArticle(noEventBy)}`
}

export function sayDocuments(count: number): string {
  return `${count} ${count === 1 ? 'document' : 'documents'}`
}

/** "the FCC", "the US Congress"; "NATO" and "Ofcom", which are said as words, go without. */
function withArticle(name: string): string {
  const isSaidAsWord = /^(?:\p{Lu}\p{Ll}+|(?=.*[AEIOU])\p{Lu}{4,}|\p{Lu}+\d)$/u.test(name)
  return isSaidAsWord ? name : `the ${name}`
}

/** The year once, where both months are in it. */
function sayMonths(from: DateValue, to: DateValue): string {
  const [first, last] = [sayMonth(from), sayMonth(to)]
  if (first === last) return first
  const [month, year] = first.split(' ')
  return last.endsWith(` ${year}`) ? `${month} to ${last}` : `${first} to ${last}`
}

function sayMonth({ value }: DateValue): string {
  return sayDate({ value: value.slice(0, 7), precision: 'month', basis: 'text' })
}

/** A passage that opens or closes with a quotation mark of its own gets none of ours. */
export function needsQuoteMarks(text: string): boolean {
  return !/^["“«„]|["”»]$/.test(text)
}
