import { joinDate, monthNumber } from './read-figures.ts'
import type { DateValue } from '../source-index.ts'

/** Where a page states when it was published, the most trustworthy first. */
export const DATE_PLACES = ['json-ld', 'meta', 'time'] as const

/** A statement of the page about its own date, as it stands there. */
export type DateClue = { place: (typeof DATE_PLACES)[number]; value: string }

/** The page's own date; `place` says where the page states it. */
export type PageDate = { date: DateValue; place: DateClue['place'] }

/** Earlier than this the web had no articles: such a date is a slip. */
const EARLIEST = 1990

/** The first clue that holds a date, by trustworthiness; `undefined` where the page states none. */
export function pickPageDate(clues: DateClue[]): PageDate | undefined {
  for (const place of DATE_PLACES)
    for (const clue of clues.filter((one) => one.place === place)) {
      const value = readDate(clue.value)
      if (value !== undefined) return { date: toDateValue(value), place }
    }
  return undefined
}

function toDateValue(value: string): DateValue {
  const precision = value.length === 4 ? 'year' : value.length === 7 ? 'month' : 'day'
  return { value, precision, basis: 'text' }
}

/** `2020-03-12` from the ways in which pages write dates; the day is that of the page's own zone. */
export function readDate(words: string): string | undefined {
  const iso = /^\s*(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?=$|[T\s])/.exec(words)
  const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th)?\.? (\p{L}{3,})\.?,? (\d{4})\b/u.exec(words)
  const monthFirst = /\b(\p{L}{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/u.exec(words)
  const value = iso
    ? joinDate([iso[1], iso[2], iso[3]])
    : dayFirst
      ? joinNamed(dayFirst[3], dayFirst[2], dayFirst[1])
      : monthFirst && joinNamed(monthFirst[3], monthFirst[1], monthFirst[2])
  return value && Number(value.slice(0, 4)) >= EARLIEST ? value : undefined
}

function joinNamed(
  year: string | undefined,
  name: string | undefined,
  day: string | undefined,
): string | undefined {
  const month = monthNumber(name)
  return month === undefined ? undefined : joinDate([year, month, day])
}
