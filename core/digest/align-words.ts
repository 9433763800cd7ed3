/**
 * Aligns a quotation's words with a stretch of a source: the best way to read the one as coming from
 * the other. Unlike a plain word diff it keeps together what stands together (a gap costs once,
 * however long), and what the source has before and after the quotation costs nothing.
 */

/** What became of one word: in both, only in the source, or only on the page. */
export type Step = { op: 'same' | 'source' | 'page'; source: number; page: number }

export type AlignWord = {
  norm: string
  /** Sharing it says something. */
  telling: boolean
  /** An ellipsis or brackets: words of the source may be missing here. */
  sign: boolean
}

const MATCH = 2
const TELLING_MATCH = 3
const OPEN = 1.5
const SKIP_SOURCE = 0.15
const SKIP_PAGE = 0.3

/** Where a cell's value came from. */
const SAME = 0
const SOURCE = 1
const PAGE = 2
const STATES = [SAME, SOURCE, PAGE] as const
type State = (typeof STATES)[number]

/** Time and memory grow with the product of both lengths: call it with windows, not documents. */
export function alignWords(page: AlignWord[], source: AlignWord[]): Step[] {
  const width = source.length + 1
  const cells = (page.length + 1) * width
  const values = STATES.map(() => new Float64Array(cells).fill(-Infinity))
  const origins = STATES.map(() => new Int8Array(cells))
  const at = (state: State, cell: number) => values[state]?.[cell] ?? -Infinity
  const put = (state: State, cell: number, value: number, origin: State) => {
    if (value <= at(state, cell)) return
    values[state]?.fill(value, cell, cell + 1)
    origins[state]?.fill(origin, cell, cell + 1)
  }
  for (let j = 0; j < width; j++) put(SAME, j, 0, SAME)
  for (let i = 1; i <= page.length; i++) {
    const word = page[i - 1]
    if (!word) break
    for (let j = 0; j < width; j++) {
      const cell = i * width + j
      const other = source[j - 1]
      for (const from of STATES) {
        const above = at(from, cell - width)
        if (word.sign) put(SOURCE, cell, above, from)
        else put(PAGE, cell, above - (from === PAGE ? SKIP_PAGE : OPEN), from)
        if (!other) continue
        if (other.norm === word.norm)
          put(SAME, cell, at(from, cell - width - 1) + (word.telling ? TELLING_MATCH : MATCH), from)
        put(SOURCE, cell, at(from, cell - 1) - (from === SOURCE ? SKIP_SOURCE : OPEN), from)
      }
    }
  }
  return walkBack(page, width, at, (state, cell) => (origins[state]?.[cell] ?? 0) as State)
}

function walkBack(
  page: AlignWord[],
  width: number,
  at: (state: State, cell: number) => number,
  originOf: (state: State, cell: number) => State,
): Step[] {
  const last = page.length * width
  const ends = Array.from({ length: width }, (_, j) => STATES.map((state) => ({ state, j }))).flat()
  const [end] = ends.toSorted((a, b) => at(b.state, last + b.j) - at(a.state, last + a.j))
  const steps: Step[] = []
  let [i, j, state] = [page.length, end?.j ?? 0, end?.state ?? SAME]
  while (i > 0) {
    const origin = originOf(state, i * width + j)
    if (state === SAME) steps.push({ op: 'same', source: (j -= 1), page: (i -= 1) })
    else if (state === PAGE) steps.push({ op: 'page', source: j, page: (i -= 1) })
    else if (page[i - 1]?.sign && cameFromAbove(i, j))
      steps.push({ op: 'page', source: j, page: (i -= 1) })
    else steps.push({ op: 'source', source: (j -= 1), page: i })
    state = origin
  }
  return steps.toReversed()

  /** A sign's cell is reached from above unless words of the source are skipped after it. */
  function cameFromAbove(row: number, column: number): boolean {
    const value = at(SOURCE, row * width + column)
    return STATES.some((from) => at(from, (row - 1) * width + column) === value)
  }
}
