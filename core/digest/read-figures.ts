import { COUNT, readCount } from './count-words.ts'
import { foldText } from '../detect/normalise.ts'
import { readAmounts } from './read-amounts.ts'
import type { Span } from '../source-index.ts'

/**
 * What a writer says about a figure's exactness: "more than", "less than", "about"; `exactly` where
 * nothing is said.
 */
export type Bound = 'exactly' | 'more' | 'less' | 'about'

/** An amount of money, a length of time or a date in a text, with its place there. */
export type Figure = Span & { text: string; bound: Bound } & (
    | { kind: 'amount'; currency: string; value: number; digits: number }
    | { kind: 'duration'; days: number }
    | { kind: 'date'; value: string }
  )

/** Days in a unit; months and years are averages, so that twelve months are a year. */
const UNITS: Record<string, number> = {
  day: 1,
  week: 7,
  month: 365.25 / 12,
  year: 365.25,
  decade: 3652.5,
}
const DURATION = new RegExp(`\\b(${COUNT})[- ](day|week|month|year|decade)s?\\b`, 'giu')
/** What makes a length of time a point in time, or an age. */
const RELATIVE_AFTER =
  /^[- ]?(?:old|ago|later|earlier|before|after|on\b|since|apart|previously|prior|from now)/i
const RELATIVE_BEFORE = /\b(?:past|last|next|after|within|in|every|previous|first|aged?)\s+$/i

/** One end of a range is no length of its own. */
const RANGE_BEFORE = new RegExp(`(?:\\b(?:${COUNT})|\\d)(?:-|[- ]to[- ]| or |[–—])$`, 'i')

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const MONTH =
  '(jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)'
const YEAR = '((?:19|20)\\d\\d)'
const DATES: [RegExp, (match: RegExpExecArray) => (string | undefined)[]][] = [
  [/\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b/g, ([, year, month, day]) => [year, month, day]],
  [
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH},? ${YEAR}\\b`, 'gi'),
    ([, day, month, year]) => [year, monthNumber(month), day],
  ],
  [
    new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? ${YEAR}\\b`, 'gi'),
    ([, month, day, year]) => [year, monthNumber(month), day],
  ],
  [
    new RegExp(`\\b${MONTH}(?: of|,)? ${YEAR}\\b`, 'gi'),
    ([, month, year]) => [year, monthNumber(month)],
  ],
  [new RegExp(`(?<![$£€\\d.,-])\\b${YEAR}\\b(?![-.,]?\\d|%)`, 'g'), ([, year]) => [year]],
]

/** Whether a text can hold any figure: a gate before reading it. */
export function holdsFigure(text: string): boolean {
  return /\d|[$£€¥]|\b(?:dollars?|euros?|pounds?|yuan|days?|weeks?|months?|years?|decades?)\b/i.test(
    text,
  )
}

/** Every figure of a text, in order. Linear in its length. */
export function readFigures(original: string): Figure[] {
  const folded = foldText(original)
  const { text } = folded
  const amounts = readAmounts(text).map((one) => ({
    ...one,
    ...place(text, one),
    kind: 'amount' as const,
  }))
  return [...amounts, ...readDurations(text), ...readDates(text)]
    .map((figure) => ({ ...figure, ...folded.toOriginal(figure.start, figure.end) }))
    .map((figure) => ({ ...figure, text: original.slice(figure.start, figure.end) }))
    .toSorted((a, b) => a.start - b.start)
}

function readDurations(text: string): Figure[] {
  return [...text.matchAll(DURATION)].flatMap((match) => {
    const found = place(text, spanOf(match))
    const days = readCount(match[1] ?? '') * (UNITS[(match[2] ?? '').toLowerCase()] ?? 0)
    const isRelative =
      RANGE_BEFORE.test(text.slice(0, found.start)) ||
      RELATIVE_AFTER.test(text.slice(found.end).trimStart()) ||
      RELATIVE_BEFORE.test(text.slice(0, found.start))
    return isRelative ? [] : [{ ...found, kind: 'duration' as const, days }]
  })
}

function readDates(text: string): Figure[] {
  const found: Figure[] = []
  for (const [pattern, parts] of DATES)
    for (const match of text.matchAll(pattern)) {
      const value = joinDate(parts(match))
      const at = place(text, spanOf(match))
      const isTaken = found.some((one) => one.start < at.end && at.start < one.end)
      if (value !== undefined && !isTaken) found.push({ ...at, kind: 'date', value })
    }
  return found
}

/** `2018-05-02` from its parts; `undefined` for a day or month that no calendar has. */
export function joinDate([year, month, day]: (string | undefined)[]): string | undefined {
  if (year === undefined) return undefined
  if (month === undefined) return year
  if (!(Number(month) >= 1 && Number(month) <= 12)) return undefined
  if (day !== undefined && !(Number(day) >= 1 && Number(day) <= 31)) return undefined
  return [year, ...[month, day].flatMap((part) => part?.padStart(2, '0') ?? [])].join('-')
}

/** `05` for a month's name or its beginning; `undefined` for any other word. */
export function monthNumber(name: string | undefined): string | undefined {
  const index = MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase())
  return index < 0 ? undefined : String(index + 1)
}

const BOUNDS: [RegExp, Bound][] = [
  [/\b(?:more than|over|at least|above|exceeding|upwards of|north of)\s+(?:a )?$/i, 'more'],
  [/\b(?:less than|fewer than|under|up to|below|at most|as much as)\s+(?:a )?$/i, 'less'],
  [
    /(?:\b(?:about|around|roughly|nearly|almost|some|approximately|close to|just over|just under|an estimated|circa|c\.)\s+|~\s?)(?:a )?$/i,
    'about',
  ],
]

const spanOf = ({ 0: words, index }: RegExpExecArray): Span => ({
  start: index,
  end: index + words.length,
})

function place(text: string, { start, end }: Span): Span & { text: string; bound: Bound } {
  const before = text.slice(Math.max(0, start - 40), start)
  const bound = BOUNDS.find(([pattern]) => pattern.test(before))?.[1] ?? 'exactly'
  return { start, end, text: text.slice(start, end), bound }
}
