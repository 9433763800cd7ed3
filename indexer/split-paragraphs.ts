import type { Span } from '../core/source-index.ts'

/** Editors wrap plain text at 65 to 80 columns; wider lines are whole paragraphs. */
const MAX_WRAPPED_WIDTH = 100
/** The lines of a wrapped paragraph are nearly full; shorter ones are a list or headings. */
const MIN_WRAPPED_WIDTH = 50
const SENTENCE_END = /[.!?:;…]["'”’)\]]*$/
const LIST_ITEM = /^(?:\d{1,3}[.)]|[-*•])\s/

/**
 * The paragraphs of a text, without the white space around them: its lines. Where an editor wrapped
 * the lines, the lines between two blank ones make one paragraph.
 */
export function splitParagraphs(text: string): Span[] {
  return splitBlocks(text).flatMap((block) => {
    const first = block[0]
    const last = block.at(-1)
    if (!first || !last || !isWrapped(text, block)) return block
    return [{ start: first.start, end: last.end }]
  })
}

/** Runs of lines without a blank line between them, each line trimmed. */
function splitBlocks(text: string): Span[][] {
  const blocks: Span[][] = []
  let open: Span[] | undefined
  for (const match of text.matchAll(/([^\r\n]*)(?:\r\n|\r|\n|$)/g)) {
    const line = match[1] ?? ''
    const trimmed = line.trim()
    if (trimmed === '') {
      open = undefined
      continue
    }
    const start = match.index + line.indexOf(trimmed)
    if (!open) blocks.push((open = []))
    open.push({ start, end: start + trimmed.length })
  }
  return blocks
}

/** Whether the line breaks in a block are an editor's doing: full lines, one broken mid-sentence. */
function isWrapped(text: string, block: Span[]): boolean {
  const lines = block.map((line) => text.slice(line.start, line.end))
  const inner = lines.slice(0, -1)
  if (inner.length === 0 || lines.some((line) => line.length > MAX_WRAPPED_WIDTH)) return false
  if (lines.some((line) => LIST_ITEM.test(line))) return false
  const width = inner.reduce((sum, line) => sum + line.length, 0) / inner.length
  const broken = inner.some(
    (line, i) => !SENTENCE_END.test(line) && /^\p{Ll}/u.test(lines[i + 1] ?? ''),
  )
  return width >= MIN_WRAPPED_WIDTH && broken
}
