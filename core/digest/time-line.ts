import { monthsOf } from './compare-figures.ts'
import type { ActionKind, DateValue, EntityId, EventId, SourceEvent } from '../source-index.ts'
import { sayDate } from '../wording.ts'

/** Which events are wanted; what is left out lets everything through. */
export type EventFilter = { company?: string; agency?: EntityId; action?: ActionKind }

/** The sources' events in order of time, the undated last; equal dates keep the index's order. */
export function orderEvents(events: SourceEvent[]): SourceEvent[] {
  return events.toSorted((a, b) => placeInTime(a.date) - placeInTime(b.date))
}

const placeInTime = (date: DateValue | undefined) =>
  date ? monthsOf(date.value) + dayShare(date) : Number.MAX_SAFE_INTEGER

const dayShare = ({ value }: DateValue) => Number(value.slice(8, 10) || 0) / 31

export function filterEvents(events: SourceEvent[], filter: EventFilter): SourceEvent[] {
  const { company, agency, action } = filter
  return events.filter(
    (event) =>
      (company === undefined || event.targets.includes(company)) &&
      (agency === undefined || event.agencies.includes(agency)) &&
      (action === undefined || event.action === action),
  )
}

/** What the filters can be set to: only what some event has, each with its number of events. */
export function filterChoices(events: SourceEvent[]) {
  const count = <Value>(values: Value[]) =>
    [...Map.groupBy(values, (value) => value)]
      .map(([value, all]) => ({ value, count: all.length }))
      .toSorted((a, b) => b.count - a.count)
  return {
    companies: count(events.flatMap((event) => event.targets)),
    agencies: count(events.flatMap((event) => event.agencies)),
    actions: count(events.map((event) => event.action)),
  }
}

/** A point on the axis: `at` is its share of the axis's length, 0–1; `row` keeps points apart. */
export type TimePoint<Item> = { item: Item; at: number; row: number }
export type TimeTick = { label: string; at: number }
export type TimeAxis = {
  events: TimePoint<SourceEvent>[]
  ticks: TimeTick[]
  /** Where stretches without events are left out. */
  breaks: number[]
  /** Where the page's own date stands. */
  page?: number
}

/** Empty months between two neighbours, above which the axis is broken. */
const LONGEST_EMPTY = 6
/** Months that a broken stretch takes on the axis. */
const BROKEN_WIDTH = 2
/** Share of the axis that a point takes: closer ones go to rows of their own. */
const POINT_WIDTH = 0.035

/**
 * Lays dated events out on an axis of months. Years without any event are left out, with a break, so
 * that the months in which much happened stay readable at the panel's width.
 */
export function layOutTime(events: SourceEvent[], page: DateValue | undefined): TimeAxis {
  const dated = orderEvents(events).filter((event) => event.date)
  const dates = [...dated.flatMap(({ date }) => date ?? []), ...(page ? [page] : [])]
  const { scale, breaks } = foldMonths(dates.map(placeInTime))
  const points = stack(
    dated.map((event) => ({ item: event, at: scale(placeInTime(event.date)), row: 0 })),
  )
  return {
    events: points,
    ticks: uniqueTicks(
      dates.map((date) => ({ label: sayTick(date), at: scale(placeInTime(date)) })),
    ),
    breaks,
    ...(page && { page: scale(placeInTime(page)) }),
  }
}

/** Maps months to 0–1, with long empty stretches cut short. */
function foldMonths(months: number[]) {
  const used = [...new Set(months)].toSorted((a, b) => a - b)
  let at = 0
  const stops: { month: number; at: number }[] = []
  const cuts: number[] = []
  for (const [index, month] of used.entries()) {
    const gap = index === 0 ? 0 : month - (used[index - 1] ?? month)
    const isCut = gap > LONGEST_EMPTY
    if (isCut) cuts.push(at + BROKEN_WIDTH / 2)
    at += isCut ? BROKEN_WIDTH : gap
    stops.push({ month, at })
  }
  const length = Math.max(at, 1)
  const share = (value: number) => Math.min(1, Math.max(0, value / length))
  const scale = (month: number) => {
    const next = stops.findIndex((stop) => stop.month >= month)
    const [before, after] = [stops[next - 1], stops[next]]
    if (!after) return 1
    if (!before || after.month === month) return share(after.at)
    const part = (month - before.month) / (after.month - before.month)
    return share(before.at + part * (after.at - before.at))
  }
  return { scale, breaks: cuts.map(share) }
}

/** Puts points that would touch into rows, the lowest free one first. */
function stack<Item>(points: TimePoint<Item>[]): TimePoint<Item>[] {
  const ends: number[] = []
  return points.map((point) => {
    const free = ends.findIndex((end) => end <= point.at)
    const row = free < 0 ? ends.length : free
    ends[row] = point.at + POINT_WIDTH
    return { ...point, row }
  })
}

/** One label a month, at its first date, in order of time. */
function uniqueTicks(ticks: TimeTick[]): TimeTick[] {
  return [...Map.groupBy(ticks, (tick) => tick.label).values()]
    .flatMap(([first]) => first ?? [])
    .toSorted((a, b) => a.at - b.at)
}

/** Points nearer to an end than this have their label inside the axis. */
export const AXIS_EDGE = 0.1

/**
 * Labels that have room, from the left, the last one always. `width`: share of the axis that a label
 * takes.
 */
export function thinTicks(ticks: TimeTick[], width: number): TimeTick[] {
  const last = ticks.at(-1)
  const kept: TimeTick[] = []
  for (const tick of ticks) {
    const before = kept.at(-1)
    const [start, end] = extentOf(tick, width)
    const isFree = !before || extentOf(before, width)[1] <= start
    const isLastFree = tick === last || !last || end <= extentOf(last, width)[0]
    if (isFree && isLastFree) kept.push(tick)
  }
  return kept
}

/** Where a label begins and ends: beside its point at the axis's ends, else around it. */
function extentOf({ at }: TimeTick, width: number): [number, number] {
  if (at < AXIS_EDGE) return [at, at + width]
  if (at > 1 - AXIS_EDGE) return [at - width, at]
  return [at - width / 2, at + width / 2]
}

/** To the month: a day needs more room than it is worth. */
function sayTick({ value }: DateValue): string {
  return sayDate({ value: value.slice(0, 7), precision: 'month', basis: 'text' })
}

/** Months after which a retelling may pass for news. */
const OLD_AFTER = 6
/** Words that tell a reader that it is some time ago. */
const TELLS_WHEN =
  /\b(?:19|20)\d\d\b|\b(?:years?|months?|decades?) (?:ago|earlier|before)\b|\blast year\b|\bat the time\b|\bback (?:then|in)\b/i

/** What a page says about an event, sentence by sentence. */
export type Retold = { event: EventId; sentences: string[] }

/**
 * Events that a dated page recounts and that may look new there: they are at least half a year older
 * than the page, and no sentence about them says that it is long ago.
 */
export function findOldNews(
  retold: Retold[],
  page: DateValue | undefined,
  events: ReadonlyMap<EventId, SourceEvent>,
): EventId[] {
  if (!page) return []
  return retold.flatMap(({ event: id, sentences }) => {
    const date = events.get(id)?.date
    if (!date || monthsOf(page.value) - monthsOf(date.value) < OLD_AFTER) return []
    return sentences.some((sentence) => TELLS_WHEN.test(sentence)) ? [] : [id]
  })
}
