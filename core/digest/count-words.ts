/** Numbers as writers put them in words, and in digits with either kind of separator. */

const SMALL =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** A number in digits: `1,190`, `1.19`, `1,19`. */
export const DIGITS = '\\d+(?:,\\d+)*(?:\\.\\d+)?'
/** A number in digits or in words, below a hundred; as a part of a pattern. */
export const COUNT = `${DIGITS}|(?:${TENS.join('|')})(?:-(?:${SMALL.slice(0, 9).join('|')}))?|${SMALL.toReversed().join('|')}|half an?|an?`

/** The value of what `COUNT` matches. A comma is a decimal one where no three digits follow it. */
export function readCount(words: string): number {
  const lower = words.toLowerCase()
  if (lower === 'a' || lower === 'an') return 1
  if (/^half an?$/.test(lower)) return 0.5
  if (/^\d/.test(lower)) return Number(pointed(lower))
  return lower.split('-').reduce((sum, word) => sum + valueOf(word), 0)
}

/** How many digits stand behind the decimal sign. */
export function countDecimals(words: string): number {
  return /\.(\d+)$/.exec(pointed(words))?.[1]?.length ?? 0
}

function pointed(digits: string): string {
  const isGrouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)
  return isGrouped ? digits.replaceAll(',', '') : digits.replace(',', '.')
}

function valueOf(word: string): number {
  return SMALL.includes(word) ? SMALL.indexOf(word) + 1 : (TENS.indexOf(word) + 2) * 10
}
