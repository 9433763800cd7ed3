import type { DigestRecord, RecordDocument, RecordMention, RecordQuote } from './digest-record.ts'

/** Column names, in order. */
export const CSV_COLUMNS = [
  'mention',
  'kind',
  'marked words',
  'sentence on the page',
  'event',
  'event date',
  'event status',
  'relation',
  'reason',
  'quote',
  'speaker',
  'standing',
  'via',
  'publisher',
  'title',
  'published',
  'published basis',
  'address',
  'document',
  'start',
  'end',
  'document sha-256',
  'page title',
  'page address',
  'accessed',
  'index sha-256',
] as const

/** Excel takes a file without this mark for an old code page. */
const BYTE_ORDER_MARK = '\uFEFF'
/** What makes a spreadsheet take a cell for a formula, full-width forms included. */
const FORMULA = /^[\s\u00a0\u200b\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/

/**
 * One row for each mention and quote, as RFC 4180 has it. A cell that a spreadsheet could take for a
 * formula gets an apostrophe before it, which spreadsheets hide and other readers must take off.
 */
export function exportCsv(record: DigestRecord): string {
  const documents = new Map(record.documents.map((document) => [document.id, document]))
  const rows = record.mentions.flatMap((mention) =>
    mention.places.flatMap((place) =>
      (mention.quotes.length > 0 ? mention.quotes : [undefined]).map((quote) => [
        mention.label,
        mention.kind,
        place.surface,
        place.sentence,
        ...eventCells(mention),
        ...quoteCells(quote, quote && documents.get(quote.document)),
        record.page.title,
        record.page.address,
        record.page.accessed,
        record.pack.sha256,
      ]),
    ),
  )
  return BYTE_ORDER_MARK + [[...CSV_COLUMNS], ...rows].map(toLine).join('')
}

function eventCells({ event }: RecordMention): string[] {
  return [event?.label ?? '', event?.date?.value ?? '', event?.status ?? '']
}

function quoteCells(
  quote: RecordQuote | undefined,
  document: RecordDocument | undefined,
): string[] {
  return [
    quote?.relation ?? '',
    quote?.reason ?? '',
    quote?.text ?? '',
    quote?.speaker ?? '',
    quote?.standing ?? '',
    quote?.via ?? '',
    document?.publisher ?? '',
    document?.title ?? '',
    document?.published.value ?? '',
    document?.published.basis ?? '',
    document?.address ?? '',
    document?.id ?? '',
    String(quote?.start ?? ''),
    String(quote?.end ?? ''),
    document?.sha256 ?? '',
  ]
}

const toLine = (cells: string[]) => `${cells.map(toCell).join(',')}\r\n`

function toCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
