import type { Prepared } from './prepare-index.ts'
import type { SourceEvent } from '../source-index.ts'

/** The sentence gives years, and none is within one of the event's. */
export function isOtherYear(sentence: string, event: SourceEvent): boolean {
  const years = yearsIn(sentence)
  const year = yearOf(event)
  return years.length > 0 && !Number.isNaN(year) && years.every((one) => Math.abs(one - year) > 1)
}

/** The sentence gives a year, and the event is the only one that the sources tell of it. */
export function isOnlyOfYear(
  { index: { events }, whole }: Pick<Prepared, 'index' | 'whole'>,
  event: SourceEvent,
  sentence: string,
): boolean {
  const year = yearOf(event)
  if (!yearsIn(sentence).includes(year)) return false
  if (whole) return whole.years[year] === 1
  return events.every((other) => other.id === event.id || yearOf(other) !== year)
}

/** More than a department has over its government: a stated year decides between two events. */
const YEAR_WEIGHT = 0.3

/** `YEAR_WEIGHT` where the sentence gives the event's year, less where it gives another, else 0. */
export function yearCloseness(sentence: string, event: SourceEvent): number {
  const years = yearsIn(sentence)
  if (years.length === 0) return 0
  return years.includes(yearOf(event)) ? YEAR_WEIGHT : -YEAR_WEIGHT
}

/** The years that a text names, in its order. */
export function yearsIn(sentence: string): number[] {
  return [...sentence.matchAll(/\b(?:19|20)\d\d\b/g)].map((match) => Number(match[0]))
}

/** Not a number for what has no date. */
export function yearOf(event: Pick<SourceEvent, 'date'>): number {
  return Number(event.date?.value.slice(0, 4))
}
