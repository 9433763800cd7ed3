import type { CardContent, EventLine, ShownQuote, Subject } from './card-content.ts'
import type { Support } from './card-coverage.ts'
import type { Reply } from './card-replies.ts'
import type { MarkedPlace } from './marked-place.ts'
import type { Modality } from '../mention.ts'
import type { ListedMention } from '../page-report.ts'
import { ACTION_WORDS, sayDocuments, sayEvent, saySubject, TARGET_WORDS } from '../wording.ts'

/** More agencies than this in one line, and the rest are counted and named below. */
const NAMED_AGENCIES = 2

const regions = new Intl.DisplayNames('en', { type: 'region' })

/** What was marked and what it is: `“Pentagon ordered” · agency action`. */
export function sayMarked(marked: MarkedPlace, subject: Subject, event?: EventLine): string {
  const { surface, suggested } = marked
  if (suggested) return `“${surface}” · did you mean ${saySubject(subject)}?`
  return `“${surface}” · ${sayKind(subject, event)}`
}

/** What a subject is; an action that reads unlike the event says how it was read. */
function sayKind(subject: Subject, event?: EventLine): string {
  if (subject.kind === 'company') {
    const { country } = subject
    return country ? `company, ${regions.of(country)}` : 'company'
  }
  const isRead = event?.action === subject.action && event.agencies.includes(subject.agency)
  if (!event || isRead) return 'agency action'
  return `read as ${subject.agency}, ${ACTION_WORDS[subject.action]}`
}

/** The card's title: the event with its first agencies, or else the subject. */
export function sayTitle(subject: Subject, event?: EventLine): string {
  if (subject.kind === 'company' || !event) return saySubject(subject)
  const { agencies } = event
  if (agencies.length <= NAMED_AGENCIES + 1) return sayEvent(event)
  const others = `${agencies.length - NAMED_AGENCIES} others`
  return sayEvent({ ...event, agencies: [...agencies.slice(0, NAMED_AGENCIES), others] })
}

/** The agencies that the title only counted; none where it named all. */
export function sayOtherAgencies({ agencies }: EventLine): string | undefined {
  if (agencies.length <= NAMED_AGENCIES + 1) return undefined
  return `With ${agencies.slice(NAMED_AGENCIES).join(', ')}`
}

/** `4 documents, 3 independent`: those that only pass on one another's report count once. */
function saySupport({ documents, independent }: Support): string {
  const all = sayDocuments(documents)
  return independent < documents ? `${all}, ${independent} independent` : all
}

/** `Named in 4 of 5 documents`. */
export function sayNamed(documents: number, all: number): string {
  return `Named in ${documents} of ${sayDocuments(all)}`
}

/** How the page itself puts the action; nothing where it plainly says that it happened. */
export const MODALITY_NOTES: Record<Modality, string | undefined> = {
  asserted: undefined,
  negated: 'This page says that it did not happen.',
  possible: 'This page says that it may happen, not that it did.',
  proposed: 'This page speaks of a proposal.',
}

/** Heads the replies: `Huawei replied`. */
export function sayReplyHead({ by, firstHand, toThis }: Reply): string {
  const names = by.join(' and ')
  if (names === '') return 'A reply'
  if (!toThis) return `${names} on another occasion`
  return firstHand ? `${names} replied` : `Reply by ${names}, as reported`
}

/** `The sources give no reply by ZTE to this.` */
export function sayUnanswered(companies: string[], hasEvent: boolean): string {
  const names = companies.join(' or ')
  return hasEvent
    ? `No reply by ${names} to this in the sources.`
    : `No reply by ${names} in the sources.`
}

const FIELD_WORDS: Record<string, string> = {
  amount: 'how much',
  date: 'when',
  duration: 'how long',
  scope: 'what it covers',
  place: 'which places',
  ownership: 'who owns it',
}

/** The question that the sources answer differently, in plain words. */
export function sayField(field: string): string {
  return FIELD_WORDS[field] ?? field
}

const MONTHS = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })

/** A reading as a person says it: `2018-02` as `February 2018`, anything else as it stands. */
export function sayReading(value: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(value) ?? []
  if (year === undefined || month === undefined) return value
  const name = MONTHS.format(new Date(`${year}-${month}-01T00:00:00Z`))
  return [day && String(Number(day)), name, year].filter(Boolean).join(' ')
}

/** What is read out when the keyboard steps to a mention. */
export function sayStep(mention: ListedMention, number: number, total: number): string {
  const kind = mention.kind === 'company' ? 'company' : 'agency action'
  const how = 'Alt Shift C opens its sources.'
  return `${mention.surface}, ${kind}. Mention ${number} of ${total}. ${how}`
}

/** What is read out when a key or a tap has opened a card. */
export function sayOpened({ surface }: MarkedPlace): string {
  return `Sources on ${surface} are open. Tab goes in, Escape closes.`
}

/** The background did not answer. */
export const SAY_LOST = 'Source Context does not answer just now. Rest on the mark once more.'
/** The index is missing or broken. */
export const SAY_UNREADABLE =
  'The source documents cannot be read. Installing Source Context again may help.'
/** The extension was updated, switched off or removed while the card was open. */
export const SAY_GONE = 'Source Context was updated or switched off. Reload this page to go on.'

/** Why the first passages are shown: `On this event · 3 documents`. */
export function sayReason({ tier, reason }: ShownQuote, { subject, event }: Card): string {
  if (subject.kind === 'company') return `On ${subject.name}, closest to this page’s sentence first`
  if (tier === 'background') return `Background on ${TARGET_WORDS[subject.target]}`
  if (tier !== 'same-event') return sentenceCase(reason)
  return event?.support ? `On this event · ${saySupport(event.support)}` : 'On this event'
}

type Card = Pick<CardContent, 'subject' | 'event'>

const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
