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
  'source context',
  'index format',
  'index sha-256',
] as const

/** Excel takes a file without this mark for an old code page. */
const BYTE_ORDER_MARK = '\uFEFF'
/** What makes a spreadsheet take a cell for a formula, full-width forms included. */
const FORMULA = /^[\s\u00a0\u200b\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/

/** What a row begins with: the mention, quotation or figure on the page, and its event. */
type RowHead = {
  label: string
  kind: string
  words: string
  sentence: string
  event?: RecordMention['event']
}

/**
 * One row for each mention and quote, as RFC 4180 has it; then one for each passage that a quotation
 * or a figure of the page was held against. A cell that a spreadsheet could take for a formula gets an
 * apostrophe before it, which spreadsheets hide and other readers must take off.
 */
export function exportCsv(record: DigestRecord): string {
  const { page, pack } = record
  const documents = new Map(record.documents.map((document) => [document.id, document]))
  const { title, address, accessed } = page
  const { extension, schemaVersion, sha256 } = pack
  const made = [title, address, accessed, extension, String(schemaVersion), sha256]
  const toRow = ({ label, kind, words, sentence, event }: RowHead, quote?: RecordQuote) =>
    [label, kind, words, sentence].concat(
      eventCells(event),
      quoteCells(quote, quote && documents.get(quote.document)),
      made,
    )
  const rows = [...mentionRows(record), ...quotationRows(record), ...figureRows(record)]
  const cells = rows.map(([head, quote]) => toRow(head, quote))
  return BYTE_ORDER_MARK + [[...CSV_COLUMNS], ...cells].map(toLine).join('')
}

type Row = [head: RowHead, quote?: RecordQuote]

function mentionRows({ mentions }: DigestRecord): Row[] {
  return mentions.flatMap(({ label, kind, places, quotes, event }) =>
    places.flatMap(({ surface, sentence }) => {
      const head = { label, kind, words: surface, sentence, ...(event && { event }) }
      return quotes.length > 0 ? quotes.map((quote): Row => [head, quote]) : [[head] satisfies Row]
    }),
  )
}

function quotationRows({ quotations }: DigestRecord): Row[] {
  return quotations.flatMap(({ quotation, verdict, source, namedOnPage, namedInSource }) => {
    const head = { label: '', kind: 'quotation', words: quotation, sentence: quotation }
    const named = namedOnPage && namedInSource
    const reason = named ? `${verdict}; the page names ${namedOnPage}` : verdict
    return source.map((quote): Row => [head, { ...quote, reason }])
  })
}

function figureRows({ figures }: DigestRecord): Row[] {
  return figures.flatMap(({ sentence, figure, readings }) =>
    readings.flatMap(({ value, source }) =>
      source.map((quote): Row => {
        const head = { label: '', kind: 'figure', words: figure, sentence }
        return [head, { ...quote, reason: `gives ${value}` }]
      }),
    ),
  )
}

function eventCells(event: RecordMention['event']): string[] {
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
