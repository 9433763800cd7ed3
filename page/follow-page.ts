import type { DateClue } from '../core/digest/page-date.ts'
import type { PageReading } from '../core/page-report.ts'
import { createPlaceLight } from './light-place.ts'
import { readDateClues } from './page-date.ts'
import type { PageMention } from './placement.ts'
import { readQuotations, type QuotationsRead } from './read-quotes.ts'
import { findReadingPosition, watchReadingPosition } from './reading-position.ts'
import { watchQuotations } from './watch-quotations.ts'

/** What the digest may ask of a frame that it follows. */
export type PageFollower = {
  /** Reads the page's quotations and its date. */
  read(): PageReading
  position(): number | undefined
  light(mention: PageMention | undefined): void
  /** Goes to a quotation of the last reading. */
  goToQuotation(id: number): void
}

type Changes = {
  /** The reading position may be another. */
  moved(): void
  /** There may be other quotations, or another date or title. */
  changed(): void
}

/** Joins reading, position and light for one frame until `signal` ends it. */
export function followPage(
  list: () => PageMention[],
  { moved, changed }: Changes,
  signal: AbortSignal,
): PageFollower {
  const light = createPlaceLight(signal)
  let quotes: QuotationsRead = { quotations: [], ranges: new Map() }
  watchReadingPosition(moved, signal)
  watchQuotations(document, changed, signal)
  return {
    read: () => {
      quotes = readQuotations(document.body ?? document.documentElement)
      const dates: DateClue[] = window.top === window ? readDateClues(document) : []
      return { quotations: quotes.quotations, dates }
    },
    position: () => findReadingPosition(list()),
    light: (mention) => light.light(mention?.range),
    goToQuotation: (id) => {
      const range = quotes.ranges.get(id)
      if (range?.startContainer.isConnected) light.goTo(range)
    },
  }
}
