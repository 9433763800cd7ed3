import type { IndexLookup } from '../card/card-content.ts'
import type { PageDigest } from './digest.ts'
import { checkFigures, type FigureDifference } from './number-check.ts'
import { pickPageDate, type PageDate } from './page-date.ts'
import type { PageReading } from '../page-report.ts'
import type { CheckedQuote, QuoteChecker } from './quote-check.ts'
import type { EventId } from '../source-index.ts'
import { findOldNews, type Retold } from './time-line.ts'

/** What a page claims, held against the sources. */
export type PageChecks = {
  published: PageDate | undefined
  quotes: (CheckedQuote & { frame: number })[]
  figures: FigureDifference[]
  /** Events that the page recounts so that they may look new. */
  old: EventId[]
}

/** Checks the quotations, figures and dates of a page; before its frames are read it has none. */
export function checkPage(
  digest: PageDigest,
  readings: ReadonlyMap<number, PageReading>,
  checkQuote: QuoteChecker,
  lookup: IndexLookup,
): PageChecks {
  const published = pickPageDate(readings.get(0)?.dates ?? [])
  const retold = retoldEvents(digest)
  return {
    published,
    quotes: [...readings].flatMap(([frame, { quotations }]) =>
      quotations.flatMap((quotation) => {
        const checked = checkQuote(quotation)
        return checked ? [{ ...checked, frame }] : []
      }),
    ),
    figures: retold.flatMap(({ event, sentences }) =>
      sentences.flatMap((sentence) => checkFigures(lookup, { sentence, event })),
    ),
    old: findOldNews(retold, published?.date, lookup.events),
  }
}

/** The sentences that speak of each event, each sentence once. */
function retoldEvents({ groups }: PageDigest): Retold[] {
  const told = groups.flatMap(({ event, mentions }) =>
    event === undefined ? [] : mentions.map(({ sentence }) => ({ event, sentence })),
  )
  return [...Map.groupBy(told, ({ event }) => event)].map(([event, all]) => ({
    event,
    sentences: [...new Set(all.map(({ sentence }) => sentence))],
  }))
}
