import type { CausePatterns } from './find-cause.ts'

/**
 * How the names of a large lexicon begin, as a table of bits (a Bloom filter) made when the extension is
 * built. A pattern that spells thousands of names takes longer to compile than a page takes to read.
 * So a page's own words are told apart first, each is looked up once, and the few that may begin a name
 * are searched for. It finds some places too many (about one word in a hundred), and never one too few.
 *
 * A word is looked up as the number that its first letters and digits are with 36 as their base, capitals
 * or not: the browser's own reading of numbers is quicker than a sum of ours. Pages run this cold, where
 * each call costs more than what it does.
 */
export type NameStarts = {
  table: string
  /** Lengths of the names of one short word, which may be glued to what comes next. */
  open: number[]
}

/** Letters of a word that are looked up, at most. */
export const START = 6

/** With two bits a name, one look in 150 finds what is not there. */
const BITS_FOR_EACH = 24
/** Bits in a character: the 32 characters from `0` on need no escape in any kind of quotes. */
const BITS = 5
const FIRST = 48
/** A page that holds more beginnings than that is asked at every capital: one pattern would be too long. */
const MOST_FOUND = 100

const BASE = 36
/** So that numbers stay small whole ones, and are not negative. */
const MASK = 0x3fffffff
/** The golden ratio, as usual: the product has nothing to do with the number. */
const MIX = 0x9e3779b1

const WORDS = /[A-Z][A-Za-z0-9]*/g
const CAPITALS = /[A-Z]/g

/**
 * `whole` are words of letters and digits that end where they end in a text too, or of which six letters
 * are looked up; `open` are shorter ones that may be glued to what comes next.
 */
export function makeNameStarts(whole: string[], open: string[]): NameStarts {
  const numberOf = (word: string) => parseInt(word.slice(0, START), BASE)
  const numbers = [...whole.map(numberOf), ...open.map((word) => -numberOf(word))]
  const length = Math.ceil((numbers.length * BITS_FOR_EACH) / BITS)
  const codes = Array.from({ length }, () => 0)
  for (const number of numbers)
    for (const some of [number, Math.imul(number, MIX)]) {
      const bit = (some & MASK) % (length * BITS)
      codes[(bit / BITS) | 0] = (codes[(bit / BITS) | 0] ?? 0) | (1 << (bit % BITS))
    }
  return {
    table: String.fromCharCode(...codes.map((code) => FIRST + code)),
    open: [...new Set(open.map((word) => word.length))],
  }
}

/** The same as a question, where there is a table at all: see `CausePatterns`. */
export function askStarts(starts: NameStarts | undefined): CausePatterns['startsIn'] {
  return starts && ((text) => findStarts(starts, text))
}

/** Where in a text a name may begin, in order. */
export function findStarts({ table, open }: NameStarts, text: string): number[] {
  const found = new Set<string>()
  for (const word of new Set(text.match(WORDS))) {
    CAPITALS.lastIndex = 0
    // Words of two elements may touch each other.
    while (CAPITALS.test(word)) {
      const at = CAPITALS.lastIndex - 1
      const start = word.slice(at, at + START)
      if (isIn(table, parseInt(start, BASE)) || (open.length > 0 && mayGoOn(table, open, start)))
        found.add(start)
    }
  }
  return found.size === 0 ? [] : placesOf(text, found)
}

/** Whether a name of one word stands at the beginning of a longer one. */
function mayGoOn(table: string, open: number[], start: string): boolean {
  return open.some((length) => isIn(table, -parseInt(start.slice(0, length), BASE)))
}

function isIn(table: string, number: number): boolean {
  const size = table.length * BITS
  const one = (number & MASK) % size
  if (!((table.charCodeAt((one / BITS) | 0) - FIRST) & (1 << (one % BITS)))) return false
  const other = (Math.imul(number, MIX) & MASK) % size
  return ((table.charCodeAt((other / BITS) | 0) - FIRST) & (1 << (other % BITS))) !== 0
}

function placesOf(text: string, starts: Set<string>): number[] {
  const isMuch = starts.size > MOST_FOUND
  const spelt = [...starts].map((start) => `${start.charAt(0)}(?=${start.slice(1)})`)
  const pattern = isMuch ? CAPITALS : new RegExp(spelt.join('|'), 'g')
  const places: number[] = []
  pattern.lastIndex = 0
  for (let hit = pattern.exec(text); hit; hit = pattern.exec(text)) {
    const { index } = hit
    if (!isMuch || starts.has(startAt(text, index))) places.push(index)
  }
  return places
}

/** The letters and digits at a place of a text, as many as are looked up. */
function startAt(text: string, at: number): string {
  return text.slice(at, at + START).replace(/[^A-Za-z0-9][^]*/, '')
}
