import { en } from 'chrono-node'
import type { DateValue } from '../core/source-index.ts'

/** A date that a text speaks of, with the place of its words in that text. */
export type FoundDate = DateValue & { phrase: string; start: number; end: number }

/** A found date without its place. */
export function toDateValue({ value, precision, basis, phrase }: FoundDate): DateValue {
  return { value, precision, basis, phrase }
}

/** A day as far as words tell it, and how far that is. */
type Reading = { year: number; month: number; day: number; precision: DateValue['precision'] }
type Phrase = { text: string; start: number; read: (reference: Date) => Reading; stated: boolean }

/** Years in plain words ("in 2017", "back to 2012"), which chrono leaves alone. */
const YEAR =
  /\b(?:in|since|from|during|to|until|of|early|mid|late)[ -](?:early |mid-?|late )?((?:19|20)\d{2})\b(?!-)/gi
/** December of one year or January of the next: only the years are sure. */
const TURN_OF_YEAR = /\b(?:at |around |since )?the turn of the year\b/gi
const FUTURE =
  /\b(?:next|coming|will|would|by|until|due|later|expected|effective|effect|scheduled|planned|plans?|starting|beginning|set|slated|deadline|(?:is|are) to)\b[^.]{0,30}$/i
/** "for seven years", "the second in three years" is how long, not when. */
const DURATION = /^(?:for|within|over|in \S+ (?:year|month|week|day)s?$)\b/i
/** "four days earlier" counts from something that the text told, not from its own date. */
const COUNTED = /^\S+ (?:year|month|week|day|hour)s? (?:earlier|later|before|after)\b/i
/** "today" is a day beside what was done on it; elsewhere it means these times. */
const DONE =
  '(?:announc|said|say|issu|publish|unveil|charg|fil|fin|bann|impos|releas|introduc|vot|order|warn|sign|order|unseal|add|block|approv|told)\\w*'
const TODAY = new RegExp(`\\btoday(?= (?:also )?${DONE})|(?<=\\b${DONE}[^.]{0,12} )today\\b`, 'gi')
/** "may" the verb and "march" the verb are never dates; chrono sees that by case only in part. */
const VERBS = /^(?:may|march|sun|sat|now|today)$/

/**
 * The dates that a text speaks of, in order. Relative ones are resolved against `published`, the
 * text's own date, and are marked as inferred. Where that date is known only to the month or year,
 * a phrase is read from its first and from its last day, and only what both agree on is kept:
 * "last week" in a text of May 2018 is 2018, no more. A phrase that has nothing sure is left out.
 * chrono-node's only use in the project is here.
 */
export function resolveDates(text: string, published: DateValue): FoundDate[] {
  const found = [
    ...chronoPhrases(text),
    ...yearPhrases(text),
    ...turnPhrases(text),
    ...todayPhrases(text),
  ].sort((a, b) => a.start - b.start || b.text.length - a.text.length)
  let end = 0
  let year: string | undefined
  return found.flatMap((phrase) => {
    if (phrase.start < end) return []
    const resolved = agree(phrase, published)
    if (!resolved) return []
    // "in November that year": the year that was named before, and none where none was.
    const same = /^,? (?:of )?(?:that|the same) year\b/i.test(
      text.slice(phrase.start + phrase.text.length),
    )
    if (same && year === undefined) return []
    const date = same && year ? { ...resolved, value: year + resolved.value.slice(4) } : resolved
    year = date.value.slice(0, 4)
    end = phrase.start + phrase.text.length
    const basis = phrase.stated ? ('text' as const) : ('inferred' as const)
    return [{ ...date, basis, phrase: phrase.text, start: phrase.start, end }]
  })
}

function chronoPhrases(text: string): Phrase[] {
  // Which phrases there are does not depend on the reference; which dates they are does.
  const now = new Date(Date.UTC(2018, 6, 15, 12))
  return en.casual.parse(text, { instant: now, timezone: 0 }).flatMap((result) => {
    if (VERBS.test(result.text) || !/\p{L}|\d{4}/u.test(result.text)) return []
    const start = withModifier(text, result.index)
    const phrase = text.slice(start, result.index + result.text.length).replace(/[\s,;:]+$/, '')
    if (DURATION.test(phrase) || COUNTED.test(phrase)) return []
    if (
      !['year', 'month', 'day', 'weekday'].some((part) => isSure(result, part)) &&
      !/week/i.test(phrase)
    ) {
      return []
    }
    const stated = /\d{4}/.test(phrase)
    const future = FUTURE.test(text.slice(0, start)) || /^(?:by|until)\b|\bnext\b/i.test(phrase)
    return [
      { text: phrase, start, stated, read: (reference) => readPhrase(phrase, reference, future) },
    ]
  })
}

/** "this January", "earlier this month": the words before that belong to the phrase. */
function withModifier(text: string, start: number): number {
  const before =
    /(?:\b(?:the|earlier|later|late|early|mid|this|last|past|next|in|on|back in|by|since|until|from)\s+)+$/i.exec(
      text.slice(0, start),
    )
  return before ? before.index : start
}

type ChronoResult = ReturnType<typeof en.casual.parse>[number]

function isSure(result: ChronoResult, part: string): boolean {
  return (['year', 'month', 'day', 'weekday'] as const).some(
    (one) => one === part && result.start.isCertain(one),
  )
}

function readPhrase(phrase: string, reference: Date, future: boolean): Reading {
  // A reference always lies in its own week, month and year.
  const current = /\bthis (week|month|year)$/i.exec(phrase)?.[1]
  if (current) return toReading(reference, current.toLowerCase() === 'year' ? 'year' : 'month')
  const instant = /\bmonths?\b/i.test(phrase) ? midMonth(reference) : reference
  const result = en.casual.parse(phrase, { instant, timezone: 0 })[0]
  const date = result?.start.date() ?? reference
  const precision = result ? precisionOf(result, phrase) : 'year'
  const reading = toReading(date, precision)
  // News looks back: "in May" is the last May, not the nearest one.
  const looseYear =
    result !== undefined && !result.start.isCertain('year') && result.start.isCertain('month')
  return looseYear && !future && date > reference ? { ...reading, year: reading.year - 1 } : reading
}

/** A month before the 31st may have no such day: months are counted from their middle. */
function midMonth(date: Date): Date {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 15, 12))
}

function precisionOf(result: ChronoResult, phrase: string): DateValue['precision'] {
  if (/\bweeks?\b/i.test(phrase)) return weekPrecision(result.start.date())
  if (/\b(?:end|start|beginning|middle) of \p{Lu}/u.test(phrase)) return 'month'
  if (result.start.isCertain('day') || result.start.isCertain('weekday')) return 'day'
  return result.start.isCertain('month') || /\bmonths?\b/i.test(phrase) ? 'month' : 'year'
}

/** A week is as exact as a month, unless it lies in two of them. */
function weekPrecision(date: Date): DateValue['precision'] {
  const monday = date.getUTCDate() - ((date.getUTCDay() + 6) % 7)
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  return monday >= 1 && monday + 6 <= length ? 'month' : 'year'
}

function toReading(date: Date, precision: DateValue['precision']): Reading {
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    precision,
  }
}

function todayPhrases(text: string): Phrase[] {
  return [...text.matchAll(TODAY)].map(({ 0: words, index }) => ({
    text: words,
    start: index,
    stated: false,
    read: (reference) => toReading(reference, 'day'),
  }))
}

function yearPhrases(text: string): Phrase[] {
  return [...text.matchAll(YEAR)].map((match) => {
    const year = Number(match[1])
    const read = (): Reading => ({ year, month: 1, day: 1, precision: 'year' })
    return { text: match[0], start: match.index, stated: true, read }
  })
}

function turnPhrases(text: string): Phrase[] {
  return [...text.matchAll(TURN_OF_YEAR)].map((match) => {
    // The turn nearest to the reference: about the first of January.
    const read = (reference: Date): Reading => {
      const year = reference.getUTCFullYear() + (reference.getUTCMonth() >= 9 ? 1 : 0)
      return { year, month: 1, day: 1, precision: 'month' }
    }
    return { text: match[0], start: match.index, stated: false, read }
  })
}

/** What the readings from the first and from the last day of the document's date agree on. */
function agree(
  phrase: Phrase,
  published: DateValue,
): Pick<DateValue, 'value' | 'precision'> | undefined {
  const [first, last] = bounds(published).map(phrase.read)
  if (!first || !last || first.year !== last.year) return undefined
  const year = String(first.year).padStart(4, '0')
  if (first.precision === 'year' || first.month !== last.month)
    return { value: year, precision: 'year' }
  const month = `${year}-${String(first.month).padStart(2, '0')}`
  if (first.precision === 'month' || first.day !== last.day)
    return { value: month, precision: 'month' }
  return { value: `${month}-${String(first.day).padStart(2, '0')}`, precision: 'day' }
}

/** The first and the last noon (UTC) that a date may mean. */
export function bounds({ value, precision }: DateValue): [Date, Date] {
  const [year = 0, month = 1, day = 1] = value.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1, day, 12))
  if (precision === 'day') return [first, first]
  const last = precision === 'month' ? Date.UTC(year, month, 0, 12) : Date.UTC(year, 12, 0, 12)
  return [first, new Date(last)]
}
