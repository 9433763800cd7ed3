import type { DateValue } from '../source-index.ts'
import { readDate } from '../digest/page-date.ts'

const DAY = 86_400_000

/**
 * A date as somebody types it, `2018`, `2018-05` or `2018-05-02`; `undefined` for one that there is not,
 * or that is later than `now` (ms since the epoch).
 */
export function parseDate(typed: string, now: number): DateValue | undefined {
  const value = typed.trim()
  if (!/^\d{4}(?:-\d{2}){0,2}$/.test(value) || readDate(value) !== value) return undefined
  const time = Date.parse(value)
  // The calendar has no such day where it goes on to another.
  if (!new Date(time).toISOString().startsWith(value) || time > now + DAY) return undefined
  const precision = value.length === 4 ? 'year' : value.length === 7 ? 'month' : 'day'
  return { value, precision, basis: 'text' }
}

/** The day on which a file was last changed, for a file that does not say when it was published. */
export function dayOf(time: number): DateValue {
  const value = new Date(time).toISOString().slice(0, 10)
  return { value, precision: 'day', basis: 'inferred' }
}
