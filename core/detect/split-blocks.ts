import type { Span } from '../source-index.ts'

/** Lines of hard-wrapped text are at most this long; longer ones are paragraphs. */
const WRAP_WIDTH = 100
const LIST_ITEM = /^\s*(?:[-*\u2022+>#|]|\d+[.)])\s/

/**
 * The blocks of a plain text: paragraphs, list items, headings. A single line break ends a block
 * unless the line was wrapped there, that is, the next word would not have fitted.
 */
export function splitBlocks(text: string): Span[] {
  const blocks: Span[] = []
  for (const paragraph of text.matchAll(/(?:[^\n]+\n?)+/g))
    splitLines(paragraph[0], paragraph.index, blocks)
  return blocks
}

function splitLines(paragraph: string, offset: number, blocks: Span[]): void {
  const lines = [...paragraph.matchAll(/[^\n]+/g)].map((line) => ({
    text: line[0],
    start: offset + line.index,
  }))
  const width = lines.reduce((widest, line) => Math.max(widest, line.text.length), 0)
  lines.forEach((line, i) => {
    const previous = lines[i - 1]
    const last = blocks.at(-1)
    const end = line.start + line.text.length
    if (last && previous && isWrapped(previous.text, line.text, width)) last.end = end
    else if (line.text.trim() !== '') blocks.push({ start: line.start, end })
  })
}

/** A line that is long enough to have been wrapped by hand, in characters. */
const RAGGED = 30
/** What only the name of a company goes on with: "Huawei" and, on the next line, "Technologies". */
const REST_OF_NAME =
  /^\s*(?:Technologies|Telecommunications?|Corporation|Corp|Company|Co|Ltd|Limited|Inc)\b/

/** A sentence or a name that goes on in the next line, however short its own is. */
function goesOn(line: string, next: string): boolean {
  if (/\p{Lu}[\p{L}.]*,?\s*$/u.test(line) && REST_OF_NAME.test(next)) return true
  return line.length >= RAGGED && /^\s*[a-z]{2,}\s/.test(next)
}

function isWrapped(line: string, next: string, width: number): boolean {
  if (width > WRAP_WIDTH || LIST_ITEM.test(next)) return false
  if (!/[.!?:;]["')]?\s*$/.test(line) && goesOn(line, next)) return true
  const word = /^\s*(\S+)/.exec(next)?.[1] ?? ''
  return line.trimEnd().length + 1 + word.length >= width - 2
}
