import type { Quote } from './card/card-content.ts'
import { needsQuoteMarks, sayDate, saySpeaker } from './wording.ts'
import { say } from './words.ts'

/**
 * A citation in plain text: quote, speaker, outlet, title, date, address, and the place in our
 * document, so that every word of it can be found again.
 */
export function citePlain(quote: Quote): string {
  const { attribution, publisher, title, published, address } = quote
  const source = [publisher, title === null ? undefined : `“${title}”`, sayDate(published)]
  const lines = [
    needsQuoteMarks(quote.text) ? `“${quote.text}”` : quote.text,
    `— ${[attribution && saySpeaker(attribution), ...source].filter(Boolean).join(', ')}`,
    ...(quote.readerComment ? [say('card_citeReaderComment')] : []),
    ...(address ? [address] : []),
    ...(quote.pack ? [say('card_citePack', { pack: quote.pack.name })] : []),
    `[${sayPlace(quote)}]`,
  ]
  return lines.join('\n')
}

/**
 * A citation in Markdown: the quote as a block quotation, then speaker, outlet, title as a link,
 * date, and the place in our document. Rendered, the quote is the same to the character.
 */
export function citeMarkdown(quote: Quote): string {
  const { attribution, publisher, title, published, address } = quote
  const words = needsQuoteMarks(quote.text) ? `“${quote.text}”` : quote.text
  const name = title === null ? publisher : `“${title}”`
  const link = address ? `[${escapeMarkdown(name)}](<${address}>)` : escapeMarkdown(name)
  const parts = [
    attribution && escapeMarkdown(saySpeaker(attribution)),
    title === null ? undefined : escapeMarkdown(publisher),
    link,
    sayDate(published),
    quote.readerComment ? say('card_citeReaderCommentInline') : undefined,
    quote.pack && escapeMarkdown(say('card_citePack', { pack: quote.pack.name })),
  ]
  const source = `— ${parts.filter(Boolean).join(', ')} (${sayPlace(quote)})`
  const lines = escapeMarkdown(words).split('\n')
  return [...lines.map((line) => `> ${line}`.trimEnd()), '>', `> ${source}`].join('\n')
}

/** Where the quote stands in our copy: offsets without the signs that group digits. */
function sayPlace({ document, start, end }: Quote): string {
  return say('card_citePlace', { document, start: String(start), end: String(end) })
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
