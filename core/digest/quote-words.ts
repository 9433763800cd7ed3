import { foldText } from '../detect/normalise.ts'
import type { Span } from '../source-index.ts'

/**
 * One word of a quotation, or a sign by which the writer marks a change: an ellipsis where words
 * are left out, brackets around words of the writer's own.
 */
export type QuoteWord = Span & { kind: 'word' | 'ellipsis' | 'bracket'; norm: string }

/** Norms of the two signs: no word can have them. */
export const ELLIPSIS = '\u0000…'
export const BRACKET = '\u0000[]'

const TOKEN =
  /\[\p{L}{1,3}\][\p{L}\p{N}]+|[[(]\s*\.{2,}\s*[\])]|\.(?:\s?\.){2,}|\[[^\][]{1,160}\]|[\p{L}\p{N}]+(?:[.'&-][\p{L}\p{N}]+)*/gu

/**
 * The words of a text, folded so that what is only typography compares equal: case, kinds of
 * quotation marks and dashes, full-width letters, "U.S." and "US", "e-mail" and "email".
 */
export function splitQuoteWords(text: string): QuoteWord[] {
  const folded = foldText(text)
  return [...folded.text.matchAll(TOKEN)].map(({ 0: token, index }) => ({
    ...folded.toOriginal(index, index + token.length),
    ...readToken(token),
  }))
}

function readToken(token: string): Pick<QuoteWord, 'kind' | 'norm'> {
  const changedLetter = /^\[(\p{L}{1,3})\]([\p{L}\p{N}]+)$/u.exec(token)
  if (changedLetter) return word(`${changedLetter[1]}${changedLetter[2]}`)
  if (/^[[(.]/.test(token))
    return /[\p{L}\p{N}]/u.test(token)
      ? { kind: 'bracket', norm: BRACKET }
      : { kind: 'ellipsis', norm: ELLIPSIS }
  return word(token)
}

/** A full stop between digits is part of the number; any other only marks an abbreviation. */
function word(token: string): Pick<QuoteWord, 'kind' | 'norm'> {
  const norm = token.toLowerCase().replace(/['&-]|(?<!\d)\.|\.(?!\d)/g, '')
  return { kind: 'word', norm }
}

const COMMON = new Set(
  'a an the of to in on at by for from with and or but nor as is are was were be been being it its this that these those we they he she i you our their his her not no do does did has have had will would can could may might must shall should there here who which what when while so if than then into any all said'.split(
    ' ',
  ),
)

/** Whether a word carries meaning of its own, so that sharing it says something. */
export function isTelling(norm: string): boolean {
  return norm.length > 2 && !COMMON.has(norm)
}
