import type { DateValue, Span } from '../core/source-index.ts'
import type { ReadPassage } from './read-passages.ts'
import type { FoundDate } from './resolve-dates.ts'
import { bounds, toDateValue } from './resolve-dates.ts'

/** A deadline or a beginning is not when something was done. */
const LIMIT = /^(?:by|until|before|since)\b/i
const IN_EFFECT = /\b(?:effect(?:ive)?|from|beginning|starting)\b/i

/** "In November, after the regulator's decision, it appealed": the act lies before the date. */
const REFERRED =
  /\b(?:after|following|despite|against|overturn(?:ing|ed)?|appeal\w*|on account of|quoting|because of|due to|in light of|months? after|the impact of)(?: the| a| an| its)? $/i
const PAPER =
  /\b(?:report|study|statement|letter|interview|speech|law|article|survey)s? (?:published |released |dated )?$/i

/**
 * When a passage says that an act was done: of its dates the one nearest to the words of the act
 * (offsets into the passage), without deadlines, plans, and the date of the telling itself.
 */
export function claimDate(read: ReadPassage, act?: Span): DateValue | undefined {
  const { text } = read.passage
  if (act && REFERRED.test(text.slice(0, act.start))) return undefined
  const dates = read.dates.filter((date) => !isOther(date, text, read.published))
  const distance = ({ start, end }: FoundDate) =>
    act ? Math.max(start - act.end, act.start - end, 0) : start
  const [nearest] = dates.toSorted((a, b) => distance(a) - distance(b))
  return nearest && toDateValue(nearest)
}

function isOther(date: FoundDate, text: string, published: DateValue): boolean {
  const before = text.slice(0, date.start)
  if (LIMIT.test(date.phrase) && !/\bin (?:force|effect|place) $/i.test(before)) return true
  const after = text.slice(date.end)
  const future = bounds(date)[0] > bounds(published)[1]
  if (future && !IN_EFFECT.test(`${before.slice(-20)} ${date.phrase}`)) return true
  // "a report from last month" dates the report.
  if (PAPER.test(before) && !/^(?:on|last|this)\b/i.test(date.phrase)) return true
  // "The Post reported last month that …": the telling, not the act.
  return /\b(?:reported|reports|wrote) $/i.test(before) && /^ that\b/.test(after)
}
