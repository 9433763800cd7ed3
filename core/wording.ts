import type { EventLine, Subject } from './card/card-content.ts'
import type { Coverage } from './card/card-coverage.ts'
import { isOwnTarget, type Target } from './mention.ts'
import type { ActionKind, Attribution, DateValue, EventStatus, Standing } from './source-index.ts'
import { forLanguage, say, sayCount, sayLabel, sayList, type MessageKey } from './words.ts'

const ACTIONS = {
  ban: 'event_actionBan',
  restrict: 'event_actionRestrict',
  warn: 'event_actionWarn',
  investigate: 'event_actionInvestigate',
  charge: 'event_actionCharge',
  fine: 'event_actionFine',
  settle: 'event_actionSettle',
  'deny-export': 'event_actionDenyExport',
  legislate: 'event_actionLegislate',
  testify: 'event_actionTestify',
  'urge-allies': 'event_actionUrgeAllies',
  designate: 'event_actionDesignate',
  lift: 'event_actionLift',
  report: 'event_actionReport',
  evaluate: 'event_actionEvaluate',
} as const satisfies Record<ActionKind, MessageKey>

const STATUSES = {
  proposed: 'event_statusProposed',
  announced: 'event_statusAnnounced',
  'in-force': 'event_statusInForce',
  suspended: 'event_statusSuspended',
  reported: 'event_statusReported',
  past: 'event_statusPast',
} as const satisfies Record<EventStatus, MessageKey>

const STANDINGS = {
  'on-record': 'event_standingOnRecord',
  spokesperson: 'event_standingSpokesperson',
  anonymous: 'event_standingAnonymous',
  document: 'event_standingDocument',
  'reported-by-other': 'event_standingReportedByOther',
} as const satisfies Record<Standing, MessageKey>

/** How an action kind is called in labels. */
export function sayAction(kind: ActionKind): string {
  return say(ACTIONS[kind])
}

/** How far an action went. */
export function sayStatus(status: EventStatus): string {
  return say(STATUSES[status])
}

/** In what standing a speaker is quoted. */
export function sayStanding(standing: Standing): string {
  return say(STANDINGS[standing])
}

/** Whom an action concerns, in labels. */
export function sayTarget(target: Target): string {
  if (target === 'chinese-telecom') return say('event_targetTelecom')
  if (target === 'other') return say('event_targetOthers')
  if (isOwnTarget(target)) return target.slice('own:'.length)
  const names = { huawei: ['Huawei'], zte: ['ZTE'], both: ['Huawei', 'ZTE'] }
  return sayList(names[target])
}

/** Shown instead of a speaker where a passage has no attribution. */
export function sayOutletsOwnWords(): string {
  return say('event_outletsOwnWords')
}

/** `4 May 2018`, `May 2018` or `2018`, with "about" before what is inferred. */
export function sayDate(date: DateValue): string {
  const words = sayDay(date.value, 'short')
  return date.basis === 'inferred' ? say('date_about', { date: words }) : words
}

/**
 * `2018`, `2018-05` or `2018-05-02` as a person says it, with the month's name short or long. What is
 * no day of any calendar, as pages write it, stays as it is.
 */
export function sayDay(value: string, style: 'short' | 'long'): string {
  const [, month, day] = value.split('-')
  if (month === undefined) return sayTime(YEARS, value)
  if (day === undefined) return sayTime(style === 'short' ? SHORT_MONTHS : LONG_MONTHS, value)
  return sayTime(style === 'short' ? SHORT_DAYS : LONG_DAYS, value)
}

const dates = (parts: Intl.DateTimeFormatOptions) =>
  forLanguage((tag) => new Intl.DateTimeFormat(tag, { ...parts, timeZone: 'UTC' }))
const YEARS = dates({ year: 'numeric' })
const MONTH_NAMES = dates({ month: 'short' })
const SHORT_MONTHS = dates({ year: 'numeric', month: 'short' })
const LONG_MONTHS = dates({ year: 'numeric', month: 'long' })
const SHORT_DAYS = dates({ year: 'numeric', month: 'short', day: 'numeric' })
const LONG_DAYS = dates({ year: 'numeric', month: 'long', day: 'numeric' })

function sayTime(format: () => Intl.DateTimeFormat, value: string): string {
  const [year, month = 1, day = 1] = value.split('-').map(Number)
  const time = Date.UTC(year ?? NaN, month - 1, day)
  // Engines differ on 31 February: it is a fault to some, and a day in March to others.
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
  return isDay ? format().format(time) : value
}

/** The label of an event: who, what, whom. */
export function sayEvent(event: EventLine): string {
  const targets = event.targets.map((target) =>
    target === 'chinese-telecom' ? sayTarget(target) : target,
  )
  return sayLabel([sayList(event.agencies), sayAction(event.action), sayList(targets)])
}

/** When, and how far it went. */
export function sayEventDetail(event: EventLine): string {
  return sayLabel([event.date && sayDate(event.date), sayStatus(event.status)])
}

/** The label of what was marked. */
export function saySubject(subject: Subject): string {
  if (subject.kind === 'company') return subject.name
  return sayLabel([subject.agency, sayAction(subject.action), sayTarget(subject.target)])
}

/** Who said it: `Dave Eastburn, DOD spokesman`. */
export function saySpeaker({ speaker, role }: Attribution): string {
  return role && role.toLowerCase() !== speaker.toLowerCase() ? `${speaker}, ${role}` : speaker
}

/** `5 documents, Feb to Nov 2018; nothing by the FCC`. */
export function sayCoverage({ documents, from, to, nothingBy, noEventBy }: Coverage): string {
  const all = { documents: sayDocuments(documents), months: sayMonths(from.value, to.value) }
  const agency = nothingBy ?? noEventBy
  if (agency === undefined) return say('event_coverage', all)
  const [bare, withThe] =
    nothingBy === undefined
      ? (['event_coverageNoActionBy', 'event_coverageNoActionByThe'] as const)
      : (['event_coverageNothingBy', 'event_coverageNothingByThe'] as const)
  return say(isSaidAsWord(agency) ? bare : withThe, { ...all, agency })
}

export function sayDocuments(count: number): string {
  return sayCount('event_documents', count)
}

/** "the FCC", "the US Congress"; "NATO" and "Ofcom", which are said as words, go without. */
function isSaidAsWord(name: string): boolean {
  return /^(?:\p{Lu}\p{Ll}+|(?=.*[AEIOU])\p{Lu}{4,}|\p{Lu}+\d)$/u.test(name)
}

/** The year once, where both months are in it. */
function sayMonths(from: string, to: string): string {
  const [first, last] = [from.slice(0, 7), to.slice(0, 7)]
  if (first === last) return sayDay(first, 'short')
  const year = first.slice(0, 4)
  if (first.length === 7 && last.length === 7 && last.startsWith(year)) {
    const span = { from: sayTime(MONTH_NAMES, first), to: sayTime(MONTH_NAMES, last), year }
    return say('date_monthsInYear', span)
  }
  return say('date_months', { from: sayDay(first, 'short'), to: sayDay(last, 'short') })
}

/** A passage that opens or closes with a quotation mark of its own gets none of ours. */
export function needsQuoteMarks(text: string): boolean {
  return !/^["“«„]|["”»]$/.test(text)
}
