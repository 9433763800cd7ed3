import type { Figure } from './read-figures.ts'

/** How far "about" reaches, as a share of the figure. */
const ABOUT = 0.15
/** "More than a billion" still describes 1.19 billion, hardly 3. */
const BOUND_REACH = 2
/** Calendar months by which an inferred date may be off. */
const INFERRED_SLACK = 1

/** Figures of one kind that can be compared: amounts of one currency, lengths of time, dates. */
export function areComparable(page: Figure, source: Figure): boolean {
  if (page.kind === 'amount' && source.kind === 'amount') return page.currency === source.currency
  return page.kind === source.kind
}

/** Whether both may state the same, each as exactly as it is put. */
export function figuresAgree(page: Figure, source: Figure): boolean {
  if (page.kind === 'date' && source.kind === 'date') return datesAgree(page.value, source.value, 0)
  const [a, b] = [sizeOf(page), sizeOf(source)]
  if (a === undefined || b === undefined) return false
  if (isClose(a, b, 1e-9)) return true
  return allows(page, a, b) || allows(source, b, a) || isRounded(page, b) || isRounded(source, a)
}

function sizeOf(figure: Figure): number | undefined {
  if (figure.kind === 'amount') return figure.value
  return figure.kind === 'duration' ? figure.days : undefined
}

/** Whether the exact `other` fits a figure said with a bound. */
function allows({ bound }: Figure, own: number, other: number): boolean {
  if (bound === 'more') return other > own && other < own * BOUND_REACH
  if (bound === 'less') return other < own && other > own / BOUND_REACH
  return bound === 'about' && isClose(own, other, ABOUT)
}

/** `$1.2 billion` is `$1.19 billion` rounded; `$1 billion` gives no decimals and is taken as said. */
function isRounded(figure: Figure, other: number): boolean {
  if (figure.kind !== 'amount') return false
  const unit = 10 ** -figure.digits
  const significant = Math.round(figure.value / unit)
  return significant >= 10 && Math.abs(Math.round(other / unit) - significant) < 1e-6
}

function isClose(a: number, b: number, share: number): boolean {
  return Math.abs(a - b) <= share * Math.max(Math.abs(a), Math.abs(b))
}

/**
 * Whether two dates (`2018`, `2018-05`, `2018-05-02`) may be the same day: one may be the other told
 * less exactly. `slack`: months by which they may differ all the same.
 */
export function datesAgree(one: string, other: string, slack: number): boolean {
  const length = Math.min(one.length, other.length)
  if (one.slice(0, length) === other.slice(0, length)) return true
  if (slack === 0 || length < 7) return false
  return Math.abs(monthsOf(one) - monthsOf(other)) <= slack
}

/** Months by which a date that the index inferred may be off. */
export function slackOf(date: { basis: string }): number {
  return date.basis === 'inferred' ? INFERRED_SLACK : 0
}

/** Months since the year 0; of a bare year, its January. */
export function monthsOf(date: string): number {
  const [year, month = '1'] = date.split('-')
  return Number(year) * 12 + Number(month) - 1
}

/** Months between two dates; a bare year stands for its month that is closest to the other. */
export function monthsApart(one: string, other: string): number {
  const [first, last] = [monthsOf(one), monthsOf(one) + (one.length === 4 ? 11 : 0)]
  const [from, to] = [monthsOf(other), monthsOf(other) + (other.length === 4 ? 11 : 0)]
  return Math.max(0, first - to, from - last)
}
