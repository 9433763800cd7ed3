import type { CardContent, EventLine, ShownQuote, Subject } from './card-content.ts'
import type { Support } from './card-coverage.ts'
import type { Reply } from './card-replies.ts'
import type { MarkedPlace } from './marked-place.ts'
import { OPEN_CHORD } from './open-chord.ts'
import type { Tier } from '../context/context.ts'
import type { Modality } from '../mention.ts'
import type { ListedMention } from '../page-report.ts'
import { sayAction, sayDay, sayDocuments, sayEvent, saySubject, sayTarget } from '../wording.ts'
import { formatLocale, say, sayAll, sayAny, sayCount, sayList, type MessageKey } from '../words.ts'

/** More agencies than this in one line, and the rest are counted and named below. */
const NAMED_AGENCIES = 2

/** What was marked and what it is: `“Pentagon ordered” · agency action`. */
export function sayMarked(marked: MarkedPlace, subject: Subject, event?: EventLine): string {
  const { surface, suggested } = marked
  if (suggested) return say('card_didYouMean', { surface, name: saySubject(subject) })
  return say('card_marked', { surface, kind: sayKind(subject, event) })
}

/** What a subject is; an action that reads unlike the event says how it was read. */
function sayKind(subject: Subject, event?: EventLine): string {
  if (subject.kind === 'company') {
    const country = subject.country && sayCountry(subject.country)
    return country ? say('card_kindCompanyIn', { country }) : say('card_kindCompany')
  }
  const { agency, action } = subject
  const isRead = event?.action === action && event.agencies.includes(agency)
  if (!event || isRead) return say('card_kindAction')
  return say('card_readAs', { agency, action: sayAction(action) })
}

function sayCountry(code: string): string | undefined {
  return new Intl.DisplayNames(formatLocale(), { type: 'region' }).of(code)
}

/** The card's title: an action's event, or else the subject. */
export function sayTitle(subject: Subject, event?: EventLine): string {
  return subject.kind === 'company' || !event ? saySubject(subject) : sayHeadline(event)
}

/** An event with its first agencies: `FBI, CIA, 2 others · testimony · Huawei`. */
export function sayHeadline(event: EventLine): string {
  const { agencies } = event
  if (agencies.length <= NAMED_AGENCIES + 1) return sayEvent(event)
  const others = sayCount('card_otherAgencies', agencies.length - NAMED_AGENCIES)
  return sayEvent({ ...event, agencies: [...agencies.slice(0, NAMED_AGENCIES), others] })
}

/** The agencies that the title only counted; none where it named all. */
export function sayOtherAgencies({ agencies }: EventLine): string | undefined {
  if (agencies.length <= NAMED_AGENCIES + 1) return undefined
  return say('card_withAgencies', { agencies: sayList(agencies.slice(NAMED_AGENCIES)) })
}

/** `4 documents, 3 independent`: those that only pass on one another's report count once. */
function saySupport({ documents, independent }: Support): string {
  const all = sayDocuments(documents)
  return independent < documents ? sayCount('card_support', independent, { documents: all }) : all
}

/** `Named in 4 of 5 documents`. */
export function sayNamed(documents: number, all: number): string {
  return sayCount('card_namedIn', all, { named: documents })
}

/** How the page itself puts the action; nothing where it plainly says that it happened. */
export function sayModality(modality: Modality): string | undefined {
  if (modality === 'asserted') return undefined
  if (modality === 'negated') return say('card_modalityNegated')
  return say(modality === 'possible' ? 'card_modalityPossible' : 'card_modalityProposed')
}

/** Heads the replies: `Huawei replied`. */
export function sayReplyHead({ by, firstHand, toThis }: Reply): string {
  const [name, ...more] = by
  if (name === undefined) return say('card_replyUnnamed')
  const names = sayAll(by)
  if (!toThis) return say('card_replyElsewhere', { names })
  if (!firstHand) return say('card_replyReported', { names })
  return more.length > 0 ? say('card_repliedAll', { names }) : say('card_replied', { name })
}

/** `No reply by ZTE to this in the sources.` */
export function sayUnanswered(companies: string[], hasEvent: boolean): string {
  const names = sayAny(companies)
  return say(hasEvent ? 'card_unanswered' : 'card_unansweredEver', { names })
}

const FIELDS = {
  amount: 'card_fieldAmount',
  date: 'card_fieldDate',
  duration: 'card_fieldDuration',
  scope: 'card_fieldScope',
  place: 'card_fieldPlace',
  ownership: 'card_fieldOwnership',
} as const satisfies Record<string, MessageKey>

const isKnown = (field: string): field is keyof typeof FIELDS => Object.hasOwn(FIELDS, field)

/** The question that the sources answer differently, in plain words; an unknown one as it stands. */
export function sayField(field: string): string {
  return isKnown(field) ? say(FIELDS[field]) : field
}

/**
 * A reading as a person says it: a date (`2018-02`, or `February 2018` as the index writes it) in the
 * reader's language, anything else as it stands.
 */
export function sayReading(value: string): string {
  const day = /^\d{4}-\d\d(?:-\d\d)?$/.test(value) ? value : readDay(value)
  return day === undefined ? value : sayDay(day, 'long')
}

/** `3 November 2018` as `2018-11-03`. */
function readDay(value: string): string | undefined {
  const [, day, name, year] = /^(?:(\d{1,2}) )?(\p{L}+) (\d{4})$/u.exec(value) ?? []
  const month = MONTHS.findIndex((month) => name === sayEnglishMonth(month)) + 1
  if (month === 0) return undefined
  const parts = [month, ...(day === undefined ? [] : [day])]
  return [year, ...parts.map((part) => String(part).padStart(2, '0'))].join('-')
}

const MONTHS = Array.from({ length: 12 }, (_, month) => month)

function sayEnglishMonth(month: number): string {
  const format = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })
  return format.format(Date.UTC(2000, month))
}

/** What is read out when the keyboard steps to a mention. */
export function sayStep(mention: ListedMention, number: number, total: number): string {
  const step = { surface: mention.surface, number, total, keys: OPEN_CHORD.keys.join(' ') }
  return say(mention.kind === 'company' ? 'card_stepCompany' : 'card_stepAction', step)
}

/** What is read out when a key or a tap has opened a card. */
export function sayOpened({ surface }: MarkedPlace): string {
  return say('card_opened', { surface })
}

const TIERS = {
  'same-event': 'card_tierSameEvent',
  'same-agency': 'card_tierSameAgency',
  'same-action': 'card_tierSameAction',
  background: 'card_tierBackground',
} as const satisfies Record<Tier, MessageKey>

/** Why a passage is shown, as far as its closeness tells: `The same agency on the same company`. */
export function sayTier(tier: Tier): string {
  return say(TIERS[tier])
}

/** Why the first passages are shown: `On this event · 3 documents`. */
export function sayReason({ tier }: ShownQuote, { subject, event }: Card): string {
  if (tier === 'same-event' && event) return sayEventReason(event)
  if (subject.kind === 'company') return say('card_reasonCompany', { name: subject.name })
  if (tier !== 'background') return sayTier(tier)
  return say('card_reasonBackground', { target: sayTarget(subject.target) })
}

function sayEventReason({ support }: EventLine): string {
  if (!support) return say('card_reasonEvent')
  return say('card_reasonEventSupport', { support: saySupport(support) })
}

type Card = Pick<CardContent, 'subject' | 'event'>
