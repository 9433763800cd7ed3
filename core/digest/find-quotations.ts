import type { Span } from '../source-index.ts'

/** What closes a quotation that a mark opens; straight marks close with themselves. */
const CLOSERS: Record<string, string> = {
  '“': '”',
  '„': '“”',
  '‟': '”',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
  '＂': '＂',
  '"': '"',
  '‘': '’',
  '‚': '‘’',
  '‹': '›',
  "'": "'",
}
const OPENER = /[“„‟«»「『＂"‘‚‹']/g
/** Marks that are also apostrophes: they open and close only at the edge of a word. */
const APOSTROPHES = new Set(["'", '‘', '‚'])
/** Longest quotation in single marks, in characters; beyond it the mark was an apostrophe. */
const LONGEST_SINGLE = 1000

/** A quotation on the page, without its marks, and the text around it. */
export type PageQuotation = { id: number; text: string; before: string; after: string }

/** Fewer words than this are said too often by too many to be traced. */
export const MIN_WORDS = 4

/** Whether a text holds any mark that could open a quotation: a gate before the search. */
export function hasQuotationMark(text: string): boolean {
  return text.search(OPENER) >= 0
}

/**
 * The quotations in one block of text, outermost only, without their marks, in order. One that is
 * never closed runs to the end of the block: that is how a quotation of several paragraphs is set.
 */
export function findQuotations(text: string): Span[] {
  const spans: Span[] = []
  OPENER.lastIndex = 0
  for (let match = OPENER.exec(text); match; match = OPENER.exec(text)) {
    const span = closeQuotation(text, match[0], match.index)
    if (!span) continue
    if (span.end > span.start) spans.push(span)
    OPENER.lastIndex = span.end + 1
  }
  return spans
}

function closeQuotation(text: string, opener: string, at: number): Span | undefined {
  const start = at + 1
  if (APOSTROPHES.has(opener)) return closeSingle(text, opener, at)
  const end = indexOfAny(text, CLOSERS[opener] ?? opener, start)
  return { start, end: end < 0 ? text.length : end }
}

function closeSingle(text: string, opener: string, at: number): Span | undefined {
  const isEdge = at === 0 || /[\s([—–-]/.test(text[at - 1] ?? '')
  if (!isEdge || !/[\p{L}\p{N}“"[]/u.test(text[at + 1] ?? '')) return undefined
  const closers = CLOSERS[opener] ?? opener
  const last = Math.min(text.length, at + LONGEST_SINGLE)
  for (let end = at + 2; end < last; end++) {
    const isClose = closers.includes(text[end] ?? ' ') && !/\s/.test(text[end - 1] ?? ' ')
    if (isClose && !/[\p{L}\p{N}]/u.test(text[end + 1] ?? '')) return { start: at + 1, end }
  }
  return undefined
}

function indexOfAny(text: string, marks: string, from: number): number {
  const found = [...marks].map((mark) => text.indexOf(mark, from)).filter((at) => at >= 0)
  return found.length === 0 ? -1 : Math.min(...found)
}
