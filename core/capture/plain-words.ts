const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
}
const TAG = /<\/?[a-z!][^<>]{0,2000}>/gi
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi
// What cannot be seen, or turns the direction of what follows.
const UNSEEN = /[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]+/gu

/**
 * A line of words from what a page states about itself: without tags, with its character references
 * resolved, on one line, and no longer than `longest` characters.
 */
export function plainWords(text: string, longest: number): string {
  // Pages escape their titles once too often: what comes out of a reference may be a tag again.
  const words = decode(decode(text.slice(0, 20_000)).replaceAll(TAG, ' '))
    .replaceAll(TAG, ' ')
    .replaceAll(UNSEEN, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
  return words.length <= longest ? words : `${words.slice(0, longest - 1).trimEnd()}…`
}

function decode(text: string): string {
  return text.replaceAll(
    ENTITY,
    (whole, decimal?: string, hex?: string, name?: string) =>
      (name === undefined
        ? character(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal))
        : NAMED[name.toLowerCase()]) ?? whole,
  )
}

function character(code: number): string | undefined {
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return isCharacter ? String.fromCodePoint(code) : undefined
}
