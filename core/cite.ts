import type { Quote } from './card/card-content.ts'
import { needsQuoteMarks, sayDate, saySpeaker } from './wording.ts'

/**
 * A citation in plain text: quote, speaker, outlet, title, date, address, and the place in our
 * document, so that every word of it can be found again.
 */
export function citePlain(quote: Quote): string {
  const { attribution, publisher, title, published, address, document, start, end } = quote
  const source = [publisher, title === null ? undefined : `“${title}”`, sayDate(published)]
  const lines = [
    needsQuoteMarks(quote.text) ? `“${quote.text}”` : quote.text,
    `— ${[attribution && saySpeaker(attribution), ...source].filter(Boolean).join(', ')}`,
    ...(quote.readerComment ? ['Reader comment below the article'] : []),
    ...(address ? [address] : []),
    `[${document}, characters ${start}–${end}]`,
  ]
  return lines.join('\n')
}

/**
 * A citation in Markdown: the quote as a block quotation, then speaker, outlet, title as a link,
 * date, and the place in our document. Rendered, the quote is the same to the character.
 */
export function citeMarkdown(quote: Quote): string {
  const { attribution, publisher, title, published, address, document, start, end } = quote
  const words = needsQuoteMarks(quote.text) ? `“${quote.text}”` : quote.text
  const name = title === null ? publisher : `“${title}”`
  const link = address ? `[${escapeMarkdown(name)}](<${address}>)` : escapeMarkdown(name)
  const parts = [
    attribution && escapeMarkdown(saySpeaker(attribution)),
    title === null ? undefined : escapeMarkdown(publisher),
    link,
    sayDate(published),
    quote.readerComment ? 'reader comment below the article' : undefined,
  ]
  const source = `— ${parts.filter(Boolean).join(', ')} (${document}, characters ${start}–${end})`
  const lines = escapeMarkdown(words).split('\n')
  return [...lines.map((line) => `> ${line}`.trimEnd()), '>', `> ${source}`].join('\n')
}

/** Makes every character stand for itself. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~&#]/g, '\\$&')
    .replace(
      /^(\s*)(?:([-+=])|(\d+)([.)]))/gm,
      (_, space: string, sign = '', number = '', dot = '') =>
        sign ? `${space}\\${sign}` : `${space}${number}\\${dot}`,
    )
}
