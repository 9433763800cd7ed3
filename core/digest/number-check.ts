import { agencyCloseness } from '../context/agency-tree.ts'
import type { IndexLookup } from '../card/card-content.ts'
import { datesAgree, figuresAgree, slackOf } from './compare-figures.ts'
import {
  dateReadings,
  differingReadings,
  figureReadings,
  type Claim,
  type FigureReading,
} from './figure-readings.ts'
import { readFigures, type Figure } from './read-figures.ts'
import type { EntityId, EventId, SourceEvent, Span } from '../source-index.ts'

/** A figure on the page about an event, and what the sources give instead. No verdict. */
export type FigureDifference = {
  kind: Figure['kind']
  event: EventId
  sentence: string
  /** Its place in the sentence. */
  figure: Span & { text: string }
  readings: FigureReading[]
}

/** Closeness of two agencies of which one is a part of the other. */
const RELATED = 0.6

/**
 * Figures in a page's sentence that differ from all that the sources give for its event. A date that
 * the index inferred may be a month off; a figure that one of the sources gives is no difference, and
 * neither are the parts of a sum that one of them gives.
 */
export function checkFigures(lookup: IndexLookup, claim: Claim): FigureDifference[] {
  const figures = readFigures(claim.sentence)
  const dates = figures.flatMap((figure) => (figure.kind === 'date' ? [figure.value] : []))
  const event = closestInTime(lookup, lookup.events.get(claim.event), dates)
  return event ? compareFigures(lookup, event, claim, figures) : []
}

/**
 * The same for a sentence that names a company and no agency: what it says of a penalty or a bar is
 * held against all that the sources tell of the company in the year that the sentence gives. Without a
 * year it may be about anything.
 */
export function checkCompanyFigures(
  lookup: IndexLookup,
  { sentence, company }: { sentence: string; company: EntityId },
): FigureDifference[] {
  const figures = readFigures(sentence)
  const dates = figures.flatMap((figure) => (figure.kind === 'date' ? [figure.value] : []))
  const told = lookup.index.events.filter(
    ({ targets, date }) =>
      date !== undefined &&
      targets.includes(company) &&
      dates.length > 0 &&
      dates.every((one) => datesAgree(one, date.value, slackOf(date))),
  )
  const [first] = told
  if (!first) return []
  const passages = [...new Set(told.flatMap((event) => event.passages))]
  const all = { ...first, targets: [company], passages }
  return compareFigures(lookup, all, { sentence, event: first.id }, figures)
}

function compareFigures(
  lookup: IndexLookup,
  event: SourceEvent,
  claim: Claim,
  figures: Figure[],
): FigureDifference[] {
  const { sentence } = claim
  const dates = figures.flatMap((figure) => (figure.kind === 'date' ? [figure.value] : []))
  const differing = figures.flatMap((figure) => {
    const readings =
      figure.kind === 'date'
        ? dateReadings(lookup, event, claim, figure, dates)
        : differingReadings(lookup, event, sentence, figure)
    return readings.length > 0 ? [{ figure, readings }] : []
  })
  return differing
    .filter(({ figure }) => figure.kind !== 'amount' || !isPartOfKnown(lookup, event, figures))
    .map(({ figure, readings }) => ({ ...difference(sentence, event.id, figure), readings }))
}

/** Whether one of the sentence's amounts, or all of them together, is what the sources give. */
function isPartOfKnown(lookup: IndexLookup, event: SourceEvent, figures: Figure[]): boolean {
  const amounts = figures.filter((figure) => figure.kind === 'amount')
  if (amounts.length < 2) return false
  const [first] = amounts
  const value = amounts.reduce((sum, one) => sum + one.value, 0)
  const sum: Figure[] = first ? [{ ...first, value, bound: 'about' }] : []
  return [...amounts, ...sum].some((one) =>
    figureReadings(lookup, event, one).some((reading) => figuresAgree(one, reading.figure)),
  )
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

/** One agency of the one is a part of an agency of the other, or the same. */
function isRelated(lookup: IndexLookup, one: SourceEvent, other: SourceEvent): boolean {
  const closest = one.agencies.flatMap((a) =>
    other.agencies.map((b) => agencyCloseness(lookup.entities, a, b)),
  )
  return Math.max(0, ...closest) >= RELATED
}
