import { agencyCloseness } from '../context/agency-tree.ts'
import type { IndexLookup } from '../card/card-content.ts'
import { areComparable, datesAgree, figuresAgree, monthsApart, slackOf } from './compare-figures.ts'
import { readFigures, type Figure } from './read-figures.ts'
import type { EventId, PassageId, SourceEvent, Span } from '../source-index.ts'
import { sayDate } from '../wording.ts'

/** One figure as the sources give it, and where. */
export type FigureReading = { value: string; passages: PassageId[] }

/** A figure on the page about an event, and what the sources give instead. No verdict. */
export type FigureDifference = {
  kind: Figure['kind']
  event: EventId
  sentence: string
  /** Its place in the sentence. */
  figure: Span & { text: string }
  readings: FigureReading[]
}

/** What a page's sentence says about an event. */
export type Claim = { sentence: string; event: EventId }

/** Words near an amount that make it a penalty, and not a turnover. */
const PENAL = /\b(?:fine[ds]?|penalt|pay(?:s|ing|ment)?|paid|settle|sum\b|forfeit|punish|hit with)/i
const BAR =
  '(?:bans?|banned|bar|barred|barring|den(?:y|ied|ial)|block(?:s|ed)?|prohibit\\w*|exclu\\w+|suspend\\w*|suspension|probation\\w*|restrict\\w*|privileges|blacklist\\w*)'
/** A length of time is an order's where the two stand together: "banned for seven years". */
const BARRED_FOR = new RegExp(
  `\\b${BAR}\\b[^,;.]{0,50}\\b(?:for|of|to|lasting|by)\\s+(?:an?\\s+)?$`,
  'i',
)
const BARRING_AFTER = new RegExp(`^[ -](?:\\w+[ -]){0,3}${BAR}\\b`, 'i')
const NOT_PENAL =
  /^[^.;]{0,12}\b(?:in (?:annual )?(?:revenue|sales|turnover|profit)|worth|of (?:revenue|sales))/i
/** Months beyond which another date is sooner another event's than another telling of this one. */
const FARTHEST = 6
/** Closeness of two agencies of which one is a part of the other. */
const RELATED = 0.6
/** Characters on either side in which such a word counts. */
const REACH = 90

/**
 * Figures in a page's sentence that differ from all that the sources give for its event. A date that
 * the index inferred may be a month off; a figure that one of the sources gives is no difference.
 */
export function checkFigures(
  lookup: IndexLookup,
  { sentence, event: id }: Claim,
): FigureDifference[] {
  const figures = readFigures(sentence)
  const dates = figures.flatMap((figure) => (figure.kind === 'date' ? [figure.value] : []))
  const event = closestInTime(lookup, lookup.events.get(id), dates)
  if (!event) return []
  return figures.flatMap((figure) => {
    const readings =
      figure.kind === 'date'
        ? dateReadings(lookup, event, dates)
        : concerns(sentence, figure) && differingReadings(lookup, event, figure)
    return readings && readings.length > 0
      ? [{ ...difference(sentence, event.id, figure), readings }]
      : []
  })
}

/**
 * The event that the sentence dates: the given one, or another of the same kind and target whose date
 * it states. A sentence about an earlier settlement is no wrong date for the later one.
 */
function closestInTime(
  lookup: IndexLookup,
  event: SourceEvent | undefined,
  dates: string[],
): SourceEvent | undefined {
  if (!event || dates.length === 0) return event
  const isDated = ({ date }: SourceEvent) =>
    date !== undefined && dates.some((one) => datesAgree(one, date.value, slackOf(date)))
  const siblings = lookup.index.events.filter(
    (other) =>
      other.action === event.action &&
      other.targets.some((one) => event.targets.includes(one)) &&
      isRelated(lookup, event, other),
  )
  return isDated(event) ? event : (siblings.find(isDated) ?? event)
}

function difference(sentence: string, event: EventId, { kind, start, end, text }: Figure) {
  return { kind, event, sentence, figure: { start, end, text } }
}

/** Whether the figure is said of the act itself, as far as the words around it tell. */
function concerns(sentence: string, { kind, start, end }: Figure): boolean {
  if (kind === 'date') return false
  if (kind === 'duration')
    return BARRED_FOR.test(sentence.slice(0, start)) || BARRING_AFTER.test(sentence.slice(end))
  const near = sentence.slice(Math.max(0, start - REACH), end + REACH)
  return PENAL.test(near) && !NOT_PENAL.test(sentence.slice(end))
}

type Reading = { figure: Figure; value: string; passages: PassageId[] }

/** One agency of the one is a part of an agency of the other, or the same. */
function isRelated(lookup: IndexLookup, one: SourceEvent, other: SourceEvent): boolean {
  const closest = one.agencies.flatMap((a) =>
    other.agencies.map((b) => agencyCloseness(lookup.entities, a, b)),
  )
  return Math.max(0, ...closest) >= RELATED
}

/** What the sources give instead; nothing where one of them gives the same. */
function differingReadings(lookup: IndexLookup, event: SourceEvent, page: Figure): FigureReading[] {
  const readings = figureReadings(lookup, event, page)
  const isGiven = readings.some((one) => figuresAgree(page, one.figure))
  return isGiven
    ? []
    : readings.map(({ value, passages }) => ({ value, passages: [...new Set(passages)] }))
}

function figureReadings(lookup: IndexLookup, event: SourceEvent, page: Figure): Reading[] {
  const readings: Reading[] = []
  for (const id of event.passages) {
    const text = lookup.passages.get(id)?.text ?? ''
    for (const figure of readFigures(text)) {
      if (!areComparable(page, figure) || !concerns(text, figure)) continue
      const known = readings.find((one) => figuresAgree(one.figure, figure))
      if (known) known.passages.push(id)
      else readings.push({ figure, value: figure.text, passages: [id] })
    }
  }
  return readings
}

/**
 * The sources' date for an event that a sentence dates otherwise. A sentence with several dates gives
 * the event's among others; a date that only follows from when the event was told proves nothing.
 */
function dateReadings(lookup: IndexLookup, event: SourceEvent, dates: string[]): FigureReading[] {
  const { date } = event
  const [only, ...more] = new Set(dates)
  if (!date || only === undefined || more.length > 0) return []
  if (date.basis === 'inferred' && date.phrase === undefined) return []
  const known = [date.value, ...conflictDates(event)]
  if (known.some((value) => datesAgree(only, value, slackOf(date)))) return []
  if (monthsApart(only, date.value) > FARTHEST) return []
  const stating = event.passages.filter((id) => {
    const stated = lookup.passages.get(id)?.date
    return stated !== undefined && datesAgree(stated.value, date.value, 0)
  })
  const passages = stating.length > 0 ? stating : event.passages.slice(0, 1)
  return [{ value: sayDate(date), passages }]
}

function conflictDates({ conflicts }: SourceEvent): string[] {
  return conflicts
    .filter((conflict) => conflict.field === 'date')
    .flatMap((conflict) => conflict.readings.map((reading) => reading.value))
}
