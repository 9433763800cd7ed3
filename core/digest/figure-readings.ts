import type { IndexLookup } from '../card/card-content.ts'
import { areComparable, datesAgree, figuresAgree, monthsApart, slackOf } from './compare-figures.ts'
import { isBarLength, isDateOf, isPenalty, mayBeBarLength, mayBePenalty } from './figure-claims.ts'
import { readFigures, type Figure } from './read-figures.ts'
import type { DateValue, EventId, PassageId, SourceEvent } from '../source-index.ts'
import { sayDate } from '../wording.ts'

/**
 * One figure as the sources give it, and where. `value` is for the reader: the sources' own words, or
 * `date` in the reader's language.
 */
export type FigureReading = { value: string; date?: DateValue; passages: PassageId[] }

/**
 * What a page's sentence says about an event; `act`: the words in it that tell of the act, without
 * which no date can be its date.
 */
export type Claim = { sentence: string; act?: string; event: EventId }

/** Months beyond which another date is sooner another event's than another telling of this one. */
const FARTHEST = 6

/** Whether the figure is said of the act itself, as far as the words around it tell. */
function concerns(
  lookup: IndexLookup,
  event: SourceEvent,
  sentence: string,
  figure: Figure,
): boolean {
  if (figure.kind === 'duration') return isBarLength(sentence, figure)
  return figure.kind === 'amount' && isPenalty(sentence, figure, namesOfTargets(lookup, event))
}

/** The same of the sources' own words, which tell of nothing else. */
function mayConcern(text: string, figure: Figure): boolean {
  return figure.kind === 'duration' ? mayBeBarLength(text, figure) : mayBePenalty(text, figure)
}

function namesOfTargets({ entities }: IndexLookup, { targets }: SourceEvent): string[] {
  return targets.flatMap((id) => {
    const entity = entities.get(id)
    return entity ? [entity.name, ...entity.aliases] : [id]
  })
}

type Reading = { figure: Figure; value: string; passages: PassageId[] }

/** What the sources give instead; nothing where one of them gives the same. */
export function differingReadings(
  lookup: IndexLookup,
  event: SourceEvent,
  sentence: string,
  page: Figure,
): FigureReading[] {
  if (!concerns(lookup, event, sentence, page)) return []
  const readings = figureReadings(lookup, event, page)
  const isGiven = readings.some((one) => figuresAgree(page, one.figure))
  return isGiven
    ? []
    : readings.map(({ value, passages }) => ({ value, passages: [...new Set(passages)] }))
}

/** Every figure in an event's evidence that can be compared with one of the page. */
export function figureReadings(lookup: IndexLookup, event: SourceEvent, page: Figure): Reading[] {
  const readings: Reading[] = []
  for (const id of event.passages) {
    const text = lookup.passages.get(id)?.text ?? ''
    for (const figure of readFigures(text)) {
      if (!areComparable(page, figure) || !mayConcern(text, figure)) continue
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
export function dateReadings(
  lookup: IndexLookup,
  event: SourceEvent,
  { sentence, act }: Claim,
  figure: Figure,
  dates: string[],
): FigureReading[] {
  const { date } = event
  const [only, ...more] = new Set(dates)
  if (!date || only === undefined || more.length > 0) return []
  if (date.basis === 'inferred' && date.phrase === undefined) return []
  const start = act === undefined ? -1 : sentence.indexOf(act)
  if (
    act === undefined ||
    start < 0 ||
    !isDateOf(sentence, { start, end: start + act.length }, figure)
  )
    return []
  const known = [date.value, ...conflictDates(event)]
  if (known.some((value) => datesAgree(only, value, slackOf(date)))) return []
  if (monthsApart(only, date.value) > FARTHEST) return []
  const stating = event.passages.filter((id) => {
    const stated = lookup.passages.get(id)?.date
    return stated !== undefined && datesAgree(stated.value, date.value, 0)
  })
  const passages = stating.length > 0 ? stating : event.passages.slice(0, 1)
  return [{ value: sayDate(date), date, passages }]
}

function conflictDates({ conflicts }: SourceEvent): string[] {
  return conflicts
    .filter((conflict) => conflict.field === 'date')
    .flatMap((conflict) => conflict.readings.map((reading) => reading.value))
}
