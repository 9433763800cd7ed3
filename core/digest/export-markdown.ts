import type {
  DigestRecord,
  RecordDocument,
  RecordFigure,
  RecordMention,
  RecordQuote,
} from './digest-record.ts'
import { needsQuoteMarks, OUTLETS_OWN_WORDS, sayDate } from '../wording.ts'

/** The verdict on a quotation, as a reader is told it. */
export const VERDICT_WORDS = {
  identical: 'identical',
  shortened: 'shortened, and marked so',
  longer: 'longer on the page than in the sources',
  altered: 'altered',
} as const

/** Places of one mention that are written out; the rest is counted. */
const MOST_PLACES = 20

/** The record as a text to read and to paste, with a numbered note for each document. */
export function exportMarkdown(record: DigestRecord): string {
  const { page, pack, mentions, quotations, figures, documents } = record
  const numbers = new Map(documents.map((document, index) => [document.id, index + 1]))
  const lines = [
    `# ${escape(page.title || page.address)}`,
    '',
    `- Address: <${page.address}>`,
    ...(page.published ? [`- Published: ${sayDate(page.published.date)}`] : []),
    `- Read on: ${page.accessed}`,
    `- Sources: index ${pack.sha256}, format ${pack.schemaVersion}, Source Context ${pack.extension}`,
    '',
    '## What the page mentions',
    '',
    ...mentions.flatMap((mention) => mentionLines(mention, numbers)),
    ...(quotations.length > 0 ? ['## Quotations checked', ''] : []),
    ...quotations.flatMap(({ quotation, verdict, source, namedOnPage, namedInSource }) => [
      `- “${escape(oneLine(quotation))}”: ${VERDICT_WORDS[verdict]}`,
      ...(namedOnPage && namedInSource
        ? [`  - The page names ${escape(namedOnPage)}, the source ${escape(namedInSource)}.`]
        : []),
      ...source.map((quote) => `  - ${escape(oneLine(quote.text))} ${sayPlace(quote, numbers)}`),
      '',
    ]),
    ...(figures.length > 0 ? ['## Figures that differ', ''] : []),
    ...figures.flatMap((figure) => figureLines(figure)),
    '## Documents',
    '',
    ...documents.flatMap((document, index) => documentLines(document, index + 1)),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

function mentionLines(mention: RecordMention, numbers: Map<string, number>): string[] {
  const { label, places, event, onlyBackground, quotes } = mention
  const rest = places.length - MOST_PLACES
  return [
    `### ${escape(label)}`,
    '',
    ...places
      .slice(0, MOST_PLACES)
      .map((place) => `- On the page: ${escape(oneLine(place.sentence))}`),
    ...(rest > 0 ? [`- and in ${rest} more places`] : []),
    '',
    ...(event
      ? [
          `Event: ${[escape(event.label), event.date && sayDate(event.date), event.status].filter(Boolean).join(' · ')}`,
          '',
        ]
      : []),
    ...(onlyBackground && quotes.length > 0
      ? ['The sources hold nothing closer than background.', '']
      : []),
    ...quotes.flatMap((quote) => quoteLines(quote, numbers)),
  ]
}

function quoteLines(quote: RecordQuote, numbers: Map<string, number>): string[] {
  const marks = needsQuoteMarks(quote.text)
  const text = marks ? `“${quote.text}”` : quote.text
  const who = quote.speaker ?? OUTLETS_OWN_WORDS
  const through = quote.via === undefined ? '' : `, through ${quote.via}`
  return [
    ...(quote.relation === 'reply' ? ['Reply:', ''] : []),
    ...text.split('\n').map((line) => `> ${escape(line)}`.trimEnd()),
    '>',
    `> — ${escape(who + through)} ${sayPlace(quote, numbers)}`,
    '',
  ]
}

function sayPlace({ document, start, end }: RecordQuote, numbers: Map<string, number>): string {
  return `\\[${numbers.get(document) ?? document}, characters ${start}–${end}\\]`
}

function figureLines({ sentence, figure, readings }: RecordFigure): string[] {
  return [
    `- On the page: ${escape(oneLine(sentence))}`,
    `  - The page: ${escape(figure)}`,
    ...readings.map(({ value }) => `  - The sources: ${escape(value)}`),
    '',
  ]
}

function documentLines(document: RecordDocument, number: number): string[] {
  const { id, title, publisher, published, address, file, sha256 } = document
  return [
    `${number}. ${escape(publisher)}, “${escape(title)}”, ${sayDate(published)}${address === null ? '' : `, <${address}>`}`,
    `   (${id}, ${escape(file)}, SHA-256 ${sha256})`,
  ]
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Everything that could be taken for Markdown or HTML becomes plain text. */
function escape(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~&]/g, '\\$&').replace(/^(\s*)([-+=]|\d+[.)])(?=\s)/, '$1\\$2')
}
