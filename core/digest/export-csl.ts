import type { DigestRecord, RecordDocument } from './digest-record.ts'
import type { DateValue } from '../source-index.ts'

/** A date as CSL-JSON has it: year, month, day as far as they are known. */
export type CslDate = { 'date-parts': number[][]; circa?: true }

/** One item of CSL-JSON, with the fields that we fill. */
export type CslItem = {
  id: string
  type: 'article-newspaper' | 'webpage'
  title: string
  'container-title'?: string
  issued?: CslDate
  accessed?: CslDate
  URL?: string
  note?: string
}

/** What a citation manager imports: the documents that the digest quotes, then the page itself. */
export function exportCsl(record: DigestRecord): string {
  const items = [
    ...record.documents.map((document) => toItem(document, placesIn(record, document.id))),
    pageItem(record),
  ]
  return `${JSON.stringify(items, undefined, 2)}\n`
}

/** The stretches of a document that the record quotes, in order, each once. */
function placesIn({ mentions, quotations, figures }: DigestRecord, document: string): string[] {
  const quotes = [
    ...mentions.flatMap((mention) => mention.quotes),
    ...quotations.flatMap((quotation) => quotation.source),
    ...figures.flatMap((figure) => figure.readings.flatMap((reading) => reading.source)),
  ]
  const own = quotes.filter((quote) => quote.document === document)
  return [
    ...new Set(
      own.toSorted((a, b) => a.start - b.start).map(({ start, end }) => `${start}–${end}`),
    ),
  ]
}

function toItem(
  { id, title, publisher, published, address, file, sha256 }: RecordDocument,
  places: string[],
): CslItem {
  return {
    id,
    type: 'article-newspaper',
    title,
    'container-title': publisher,
    issued: toCslDate(published),
    ...(address !== null && { URL: address }),
    note: `Source Context document ${id}, file ${file}, SHA-256 ${sha256}; quoted characters ${places.join(', ')}`,
  }
}

function pageItem({ page, pack }: DigestRecord): CslItem {
  return {
    id: 'page',
    type: 'webpage',
    title: page.title || page.address,
    ...(page.published && { issued: toCslDate(page.published.date) }),
    accessed: { 'date-parts': [parts(page.accessed)] },
    URL: page.address,
    note: `Read with Source Context ${pack.extension}, index format ${pack.schemaVersion}, SHA-256 ${pack.sha256}`,
  }
}

/** What was inferred is marked as about that time. */
function toCslDate({ value, basis }: DateValue): CslDate {
  const date: CslDate = { 'date-parts': [parts(value)] }
  return basis === 'inferred' ? { ...date, circa: true } : date
}

const parts = (value: string) => value.split('-').map(Number)
