/**
 * How the names of a large lexicon begin, as tables of bits (Bloom filters) made when the extension is
 * built. A pattern that spells thousands of names takes longer to compile than a page takes to read;
 * a look into a table costs the same however many names there are. It finds some places too many
 * (about one in sixty), and never one too few.
 */
export type NameStarts = {
  /** Of names of three to five letters: their first three. */
  short: string
  /** Of all longer ones: their first six. */
  long: string
}

/** Letters of a name that each table is made of; what stands between them is passed over. */
export const SHORT_START = 3
export const LONG_START = 6

/** At two bits a name, one look in sixty finds what is not there. */
const BITS_FOR_EACH = 16
/** Bits in a character: the 32 characters from `0` on need no escape in any kind of quotes. */
const BITS = 5
const FIRST = 48
/** Characters passed over between two letters of a start: "A. & B." */
const MOST_BETWEEN = 4

/** Makes the tables; every start must have as many letters as its table asks for. */
export function makeNameStarts(short: string[], long: string[]): NameStarts {
  return { short: makeTable(short, SHORT_START), long: makeTable(long, LONG_START) }
}

function makeTable(starts: string[], letters: number): string {
  const length = Math.ceil((starts.length * BITS_FOR_EACH) / BITS)
  const codes = Array.from({ length }, () => 0)
  for (const start of starts) {
    const hash = hashFrom(start, 0, letters)
    for (const bit of bitsOf(hash, codes.length * BITS))
      codes[(bit / BITS) | 0] = (codes[(bit / BITS) | 0] ?? 0) | (1 << (bit % BITS))
  }
  return String.fromCharCode(...codes.map((code) => FIRST + code))
}

/** The same as a question, where there are tables at all: see `CausePatterns`. */
export function askStarts(starts: NameStarts | undefined) {
  return starts && ((text: string, at: number) => mayStartName(starts, text, at))
}

/** Whether a name may begin at a place of a text. */
export function mayStartName({ short, long }: NameStarts, text: string, at: number): boolean {
  return (
    (short !== '' && isIn(short, hashFrom(text, at, SHORT_START))) ||
    (long !== '' && isIn(long, hashFrom(text, at, LONG_START)))
  )
}

function isIn(table: string, hash: number): boolean {
  const [one, other] = bitsOf(hash, table.length * BITS)
  return hasBit(table, one) && hasBit(table, other)
}

function hasBit(table: string, bit: number): boolean {
  return ((table.charCodeAt((bit / BITS) | 0) - FIRST) & (1 << (bit % BITS))) !== 0
}

/** Two places in a table of `size` bits that have nothing to do with each other. */
function bitsOf(hash: number, size: number): [number, number] {
  return [(hash >>> 0) % size, (Math.imul(hash, 0x9e3779b1) >>> 0) % size]
}

/** A number for the next `letters` letters and digits, capitals or not; of fewer at the text's end. */
function hashFrom(text: string, at: number, letters: number): number {
  let hash = 0
  let between = 0
  for (let [i, left] = [at, letters]; left > 0 && between <= MOST_BETWEEN; i++) {
    const code = text.charCodeAt(i)
    // Behind the end: NaN is no letter and no more of anything.
    if (!(code >= 0)) break
    if (isLetter(code)) {
      hash = Math.imul(hash, 31) + (code & 31) + 1
      left -= 1
      between = 0
    } else between += 1
  }
  return hash | 0
}

function isLetter(code: number): boolean {
  return (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58)
}
