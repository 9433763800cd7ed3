import type { IndexLookup } from '../card/card-content.ts'
import type { Context } from '../context/context.ts'
import type { DigestRecord, PackFacts } from './digest-record.ts'
import type { PageDigest, PlacedMention } from './digest.ts'
import { titleOf } from './document-title.ts'
import type { FigureDifference } from './number-check.ts'
import type { PageDate } from './page-date.ts'
import type { CheckedQuote } from './quote-check.ts'
import { recordFigure, recordGroup, recordQuotation } from './record-quotes.ts'

type Parts = {
  digest: PageDigest
  /** What the sources hold for each mention. */
  contextOf(mention: PlacedMention): Context
  published: PageDate | undefined
  quotes: CheckedQuote[]
  figures: FigureDifference[]
  pack: PackFacts
  /** The day on which the page was read, `2020-03-12`. */
  accessed: string
}

/** Gathers the record of a page. Pure: the same parts give the same record. */
export function makeRecord(lookup: IndexLookup, parts: Parts): DigestRecord {
  const { digest, published, pack, accessed } = parts
  const mentions = digest.groups.flatMap((group) => recordGroup(lookup, group, parts.contextOf))
  const quotations = parts.quotes.map((quote) => recordQuotation(lookup, quote))
  const figures = parts.figures.map((figure) => recordFigure(lookup, figure))
  const quoted = [
    ...mentions.flatMap((one) => one.quotes),
    ...quotations.flatMap((one) => one.source),
    ...figures.flatMap((one) => one.readings.flatMap((reading) => reading.source)),
  ]
  const cited = new Set(quoted.map((quote) => quote.document))
  return {
    format: 'source-context-digest',
    version: 1,
    page: {
      title: digest.title,
      address: digest.address,
      accessed,
      ...(published && { published }),
    },
    pack,
    mentions,
    quotations,
    figures,
    documents: lookup.index.documents
      .filter((document) => cited.has(document.id))
      .map((document) => ({
        id: document.id,
        title: titleOf(lookup, document),
        publisher: document.publisher,
        published: document.published,
        address: document.address,
        file: document.file,
        sha256: document.sha256,
      })),
  }
}
