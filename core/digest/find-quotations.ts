import type { Span } from '../source-index.ts'

/** What closes a quotation that a mark opens; straight marks close with themselves. */
const CLOSERS: Record<string, string[]> = {
  '“': ['”'],
  '„': ['“', '”', '"'],
  '‟': ['”'],
  '”': ['”'],
  '❝': ['❞'],
  '〝': ['〞', '〟'],
  '«': ['»'],
  '»': ['«'],
  '「': ['」'],
  '『': ['』'],
  '《': ['》'],
  '＂': ['＂'],
  '"': ['"'],
  '``': ["''"],
  "''": ["''"],
  '‘': ['’'],
  '‚': ['‘', '’'],
  '‹': ['›'],
  "'": ["'"],
}
const OPENER = /``|''|[“„‟”❝〝«»「『《＂"‘‚‹']/g
/** Where its own mark never comes: who types one curly mark may close with a straight one. */
const SLOPPY: Record<string, string[]> = { '“': ['"'], '”': ['"'] }
/** Marks that are also apostrophes, or closing marks: they open only at the edge of a word. */
const APOSTROPHES = new Set(["'", '‘', '‚'])
const CLOSING = new Set(['”', '»'])
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
    const { start, end, next } = span
    if (end > start) spans.push({ start, end })
    OPENER.lastIndex = next
  }
  return spans
}

function closeQuotation(text: string, opener: string, at: number): Quoted | undefined {
  const start = at + opener.length
  if (APOSTROPHES.has(opener)) return closeSingle(text, opener, at)
  if (CLOSING.has(opener) && !opensWord(text, at)) return undefined
  const found =
    firstOf(text, CLOSERS[opener] ?? [opener], start) ?? firstOf(text, SLOPPY[opener] ?? [], start)
  return found ?? { start, end: text.length, next: text.length }
}

/** A quotation without its marks, and where the text goes on behind them. */
type Quoted = Span & { next: number }

function opensWord(text: string, at: number): boolean {
  const isEdge = at === 0 || /[\s([—–:-]/.test(text[at - 1] ?? '')
  return isEdge && /[\p{L}\p{N}“"[…]/u.test(text[at + 1] ?? '')
}

function closeSingle(text: string, opener: string, at: number): Quoted | undefined {
  if (!opensWord(text, at)) return undefined
  const closers = CLOSERS[opener] ?? [opener]
  const last = Math.min(text.length, at + LONGEST_SINGLE)
  for (let end = at + 2; end < last; end++) {
    const isClose = closers.includes(text[end] ?? ' ') && !/\s/.test(text[end - 1] ?? ' ')
    if (isClose && !/[\p{L}\p{N}]/u.test(text[end + 1] ?? ''))
      return { start: at + 1, end, next: end + 1 }
  }
  return undefined
}

function firstOf(text: string, marks: string[], start: number): Quoted | undefined {
  const [found] = marks
    .map((mark) => ({ end: text.indexOf(mark, start), mark }))
    .filter(({ end }) => end >= 0)
    .toSorted((a, b) => a.end - b.end)
  return found && { start, end: found.end, next: found.end + found.mark.length }
}
