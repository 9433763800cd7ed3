import type { Span } from '../source-index.ts'

/** Position of the first span that starts at or after `start`; the spans must be sorted by start. */
export function firstFrom(spans: readonly Span[], start: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.start ?? Infinity) < start) low = middle + 1
    else high = middle
  }
  return low
}

/** The spans that start inside another one; both sorted by start. */
export function startingInside<T extends Span>(spans: readonly T[], around: Span): T[] {
  return spans.slice(firstFrom(spans, around.start), firstFrom(spans, around.end))
}

/** The span that `at` lies in, of sorted spans that do not overlap. */
export function spanAround<T extends Span>(spans: readonly T[], at: number): T | undefined {
  const candidate = spans[firstFrom(spans, at + 1) - 1]
  return candidate && at < candidate.end ? candidate : undefined
}
