/** Px that a letter of a group's name takes, rather too many than too few. */
const LETTER = 7.4
/** Letters of writings without spaces are as wide as two, and a line may end after each. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu
/** Px of a heading that its name has not: sides and mark, and beside it the number and the note. */
const SIDES = 62
const BESIDE = 150
/** Px: a heading of one line, every further line, and the number and note below the name. */
const HEADING = 36
const LINE = 18
const BELOW = 24
/** A name of more lines has the heading's whole width, and its number and note below it. */
const MOST_LINES = 2

/** How a group's heading is laid out; its height has to be known before it is drawn. */
export type HeadingLayout = { height: number; below: boolean }

/** Lays out a heading so that nothing of its name is cut, at any width of the panel. */
export function layOutHeading(name: string, width: number): HeadingLayout {
  const beside = countLines(name, width - BESIDE)
  if (beside <= MOST_LINES) return { height: HEADING + LINE * (beside - 1), below: false }
  const lines = countLines(name, width - SIDES)
  return { height: HEADING + LINE * (lines - 1) + BELOW, below: true }
}

/** Lines that words fill, each on the line where it still fits; one that fits on none is broken. */
function countLines(name: string, width: number): number {
  const room = Math.max(1, Math.floor(width / LETTER))
  let [lines, used] = [1, 0]
  for (const word of name.split(' ')) {
    const length = word.length + (word.match(WIDE)?.length ?? 0)
    const wanted = used === 0 ? length : used + 1 + length
    if (wanted > room && used > 0) lines += 1
    const onLine = wanted > room ? length : wanted
    lines += Math.max(0, Math.ceil(onLine / room) - 1)
    used = onLine > room ? onLine % room : onLine
  }
  return lines
}
