import { foldText } from './normalise.ts'

/** A word of a folded text. `gap` is what stands between it and the word before. */
export type Token = {
  start: number
  end: number
  /** As written, without the dots of an abbreviation ("US" for "U.S."). */
  text: string
  /** In lower case. */
  norm: string
  gap: string
}

/** Scripts without spaces between words are left to `detect-names.ts`. */
const UNSPACED = '\\u0e00-\\u0eff\\u1000-\\u109f\\u2e80-\\ua4cf\\uac00-\\ud7ff\\uf900-\\ufaff'
const DOTTED = '[A-Z](?:\\.[A-Z])+(?![A-Za-z])\\.?'
const ASCII_WORD = new RegExp(`${DOTTED}|[A-Za-z0-9]+`, 'g')
/** Longest piece that is read as one word: browsers' patterns give up within some million letters. */
const LONGEST = 50_000
const WORD = new RegExp(`${DOTTED}|[[\\p{L}\\p{M}\\p{N}]--[${UNSPACED}]]{1,${LONGEST}}`, 'gv')
const ASCII_ONLY = /^[\x00-\x7f]*$/

/** Whether a text holds a script that is written without spaces. */
export const UNSPACED_SCRIPT = new RegExp(`[${UNSPACED}]`)

/** The first word of a name in lower case, as `tokenise` reads it; '' where it has none. */
export function firstWord(name: string): string {
  let to = 0
  while (isPlain(name.charCodeAt(to))) to++
  const next = name.charCodeAt(to)
  // a letter beyond ASCII goes on with the word, a full stop may ("U.S.")
  const isWhole = to > 0 && !(next > 0x7f) && name[to] !== '.'
  return isWhole ? name.slice(0, to).toLowerCase() : (tokenise(foldText(name).text)[0]?.norm ?? '')
}

/** A letter or digit of ASCII; `NaN` behind the end is none. */
function isPlain(code: number): boolean {
  return (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58)
}

/** Splits a folded text into words. Linear. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  let last = 0
  for (const match of text.matchAll(ASCII_ONLY.test(text) ? ASCII_WORD : WORD)) {
    const start = match.index
    const end = start + match[0].length
    const word = match[0].includes('.') ? match[0].replaceAll('.', '') : match[0]
    tokens.push({ start, end, text: word, norm: word.toLowerCase(), gap: text.slice(last, start) })
    last = end
  }
  return tokens
}
