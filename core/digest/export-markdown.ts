import type {
  DigestRecord,
  RecordDocument,
  RecordFigure,
  RecordMention,
  RecordQuote,
} from './digest-record.ts'
import type { CheckedQuote } from './quote-check.ts'
import { needsQuoteMarks, sayDate, sayOutletsOwnWords } from '../wording.ts'
import { say, sayCount, sayLabel, type MessageKey } from '../words.ts'

const VERDICTS = {
  identical: 'digest_verdictIdentical',
  shortened: 'digest_verdictShortened',
  longer: 'digest_verdictLonger',
  altered: 'digest_verdictAltered',
} as const satisfies Record<CheckedQuote['verdict'], MessageKey>

/** The verdict on a quotation, as a reader is told it. */
export function sayVerdict(verdict: CheckedQuote['verdict']): string {
  return say(VERDICTS[verdict])
}

/** Places of one mention that are written out; the rest is counted. */
export const MOST_PLACES = 20

/** Numbers of the record's documents in its notes. */
type Numbers = ReadonlyMap<string, number>

/**
 * The record as a text to read and to paste, in the reader's language, with a numbered note for each
 * document.
 */
export function exportMarkdown(record: DigestRecord): string {
  const { mentions, quotations, figures, documents } = record
  const numbers = new Map(documents.map((document, index) => [document.id, index + 1]))
  const lines = [
    ...pageLines(record),
    `## ${say('digest_recordMentions')}`,
    '',
    ...mentions.flatMap((mention) => mentionLines(mention, numbers)),
    ...(quotations.length > 0 ? [`## ${say('digest_recordQuotations')}`, ''] : []),
    ...quotations.flatMap((quotation) => quotationLines(quotation, numbers)),
    ...(figures.length > 0 ? [`## ${say('digest_recordFigures')}`, ''] : []),
    ...figures.flatMap((figure) => figureLines(figure, numbers)),
    `## ${say('digest_recordDocuments')}`,
    '',
    ...documents.flatMap((document, index) => documentLines(document, index + 1)),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

function pageLines({ page, pack }: DigestRecord): string[] {
  const { sha256, schemaVersion: format, extension: version } = pack
  const published = page.published && sayDate(page.published.date)
  return [
    `# ${escape(page.title || page.address)}`,
    '',
    `- ${say('digest_recordAddress', { address: `<${page.address}>` })}`,
    ...(published ? [`- ${say('digest_recordPublished', { date: published })}`] : []),
    `- ${say('digest_recordRead', { date: page.accessed })}`,
    `- ${say('digest_recordPack', { sha256, format, version })}`,
    '',
  ]
}

function quotationLines(
  { quotation, verdict, source, namedOnPage, namedInSource }: DigestRecord['quotations'][number],
  numbers: Numbers,
): string[] {
  const names = { page: escape(namedOnPage ?? ''), source: escape(namedInSource ?? '') }
  return [
    `- “${escape(oneLine(quotation))}”: ${sayVerdict(verdict)}`,
    ...(namedOnPage && namedInSource ? [`  - ${say('digest_recordNames', names)}`] : []),
    ...source.map((quote) => `  - ${sayQuote(quote, numbers)}`),
    '',
  ]
}

function mentionLines(mention: RecordMention, numbers: Numbers): string[] {
  const { label, places, event, onlyBackground, quotes } = mention
  const rest = places.length - MOST_PLACES
  return [
    `### ${escape(label)}`,
    '',
    ...places.slice(0, MOST_PLACES).map(({ sentence }) => pageLine(sentence)),
    ...(rest > 0 ? [`- ${sayCount('digest_recordMorePlaces', rest)}`] : []),
    '',
    ...(event ? [say('digest_recordEvent', { event: eventLine(event) }), ''] : []),
    ...(onlyBackground && quotes.length > 0 ? [say('digest_recordBackground'), ''] : []),
    ...quotes.flatMap((quote) => quoteLines(quote, numbers)),
  ]
}

const pageLine = (sentence: string) =>
  `- ${say('digest_recordOnPage', { sentence: escape(oneLine(sentence)) })}`

function eventLine({ label, date, status }: NonNullable<RecordMention['event']>): string {
  return sayLabel([escape(label), date && sayDate(date), status])
}

function quoteLines(quote: RecordQuote, numbers: Numbers): string[] {
  const marks = needsQuoteMarks(quote.text)
  const text = marks ? `“${quote.text}”` : quote.text
  const speaker = quote.speaker ?? sayOutletsOwnWords()
  const { via: outlet } = quote
  const who = outlet === undefined ? speaker : say('digest_recordThrough', { speaker, outlet })
  return [
    ...(quote.relation === 'reply' ? [say('digest_recordReply'), ''] : []),
    ...text.split('\n').map((line) => `> ${escape(line)}`.trimEnd()),
    '>',
    `> — ${escape(who)} ${sayPlace(quote, numbers)}`,
    '',
  ]
}

/** A quote on one line. */
function sayQuote(quote: RecordQuote, numbers: Numbers): string {
  return `${escape(oneLine(quote.text))} ${sayPlace(quote, numbers)}`
}

function sayPlace({ document, start, end }: RecordQuote, numbers: Numbers): string {
  const number = String(numbers.get(document) ?? document)
  const place = { number, start: String(start), end: String(end) }
  return `\\[${say('digest_recordPlace', place)}\\]`
}

function figureLines({ sentence, figure, readings }: RecordFigure, numbers: Numbers): string[] {
  return [
    pageLine(sentence),
    `  - ${say('digest_recordThePage', { figure: escape(figure) })}`,
    ...readings.flatMap(({ value, source }) => [
      `  - ${say('digest_recordTheSources', { figure: escape(value) })}`,
      ...source.map((quote) => `    - ${sayQuote(quote, numbers)}`),
    ]),
    '',
  ]
}

function documentLines(document: RecordDocument, number: number): string[] {
  const { id, address, file, sha256 } = document
  const [outlet, title] = [escape(document.publisher), escape(document.title)]
  const name = say('digest_recordDocument', { outlet, title, date: sayDate(document.published) })
  return [
    `${number}. ${name}${address === null ? '' : `, <${address}>`}`,
    `   (${id}, ${escape(file)}, SHA-256 ${sha256})`,
  ]
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Everything that could be taken for Markdown or HTML becomes plain text. */
function escape(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~&]/g, '\\$&').replace(/^(\s*)([-+=]|\d+[.)])(?=\s)/, '$1\\$2')
}
