/** A line of a laid-out page; measures in points, `y` from the top. */
export type LaidLine = { text: string; x: number; y: number; height: number; width: number }

/** Letters on both sides of a hyphen at a line's end: the line was broken inside a word. */
const BROKEN_WORD = /(\p{Ll})[-\u00AD\u2010]$/u
const SMALL_START = /^\p{Ll}/u
const SENTENCE_END = /[.!?:;…]["'”’)\]]*$/u

/**
 * The paragraphs of laid-out pages. A paragraph ends where the gap to the next line is wider than the
 * lines' own, where a line is indented, or where a short line ends a sentence.
 */
export function joinLines(pages: LaidLine[][]): string[] {
  const lines = pages.flatMap(dropRepeated(pages))
  const paragraphs: string[] = []
  let last: LaidLine | undefined
  const widest = Math.max(0, ...lines.map((line) => line.width))
  for (const line of lines) {
    const open = paragraphs.at(-1)
    if (open === undefined || !last || startsAnew(last, line, widest)) paragraphs.push(line.text)
    else paragraphs[paragraphs.length - 1] = joinTwo(open, line.text)
    last = line
  }
  return paragraphs
}

function startsAnew(last: LaidLine, line: LaidLine, widest: number): boolean {
  // Over the end of a page or a column only the words can tell.
  if (line.y <= last.y) return SENTENCE_END.test(last.text) || !SMALL_START.test(line.text)
  if (line.y - last.y > 1.7 * Math.max(last.height, line.height)) return true
  if (Math.abs(line.height - last.height) > 0.25 * last.height) return true
  if (!SENTENCE_END.test(last.text)) return false
  return line.x - last.x > line.height * 0.8 || last.width < 0.75 * widest
}

function joinTwo(open: string, next: string): string {
  if (BROKEN_WORD.test(open) && SMALL_START.test(next)) return open.slice(0, -1) + next
  return `${open} ${next}`
}

/** Heads and feet stand on most pages in the same place, but for the number of the page. */
function dropRepeated(pages: LaidLine[][]): (page: LaidLine[]) => LaidLine[] {
  const counts = new Map<string, number>()
  const keyOf = (line: LaidLine) => `${Math.round(line.y)} ${line.text.replaceAll(/\d+/g, '#')}`
  for (const page of pages)
    for (const key of new Set(page.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1)
  const isRepeated = (line: LaidLine) =>
    pages.length >= 3 && (counts.get(keyOf(line)) ?? 0) > pages.length / 2
  return (page) =>
    page.filter((line) => !isRepeated(line) && !/^\p{P}?\s*\d{1,4}\s*\p{P}?$/u.test(line.text))
}
