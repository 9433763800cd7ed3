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
const WORD = new RegExp(`${DOTTED}|[[\\p{L}\\p{M}\\p{N}]--[${UNSPACED}]]+`, 'gv')
const ASCII_ONLY = /^[\x00-\x7f]*$/

/** Whether a text holds a script that is written without spaces. */
export const UNSPACED_SCRIPT = new RegExp(`[${UNSPACED}]`)

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
