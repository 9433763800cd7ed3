import { COUNT, countDecimals, DIGITS, readCount } from './count-words.ts'
import type { Span } from '../source-index.ts'

/** An amount of money. `digits`: places that the writer gives behind the decimal sign of the unit. */
export type Amount = Span & { currency: string; value: number; digits: number }

const SCALES: Record<string, number> = {
  hundred: 1e2,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mn: 1e6,
  mln: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  bln: 1e9,
  b: 1e9,
  trillion: 1e12,
  tn: 1e12,
}
const SCALE = '(?:hundred[- ])?(?:thousand|million|billion|trillion)|bn|bln|mn|mln|tn|[mbk]'
const CODES = 'USD|EUR|GBP|CNY|RMB|JPY|INR|AUD|CAD|HKD'
const SIGN_AMOUNT = new RegExp(
  `(?<![\\p{L}\\p{N}])(US ?|U\\.S\\. ?|A|C|HK|NZ|S)?([$£€¥])\\s?(${DIGITS})(?:[- ]?(${SCALE})\\b)?`,
  'giu',
)
const CODE_AMOUNT = new RegExp(`\\b(${CODES}) ?(${DIGITS})(?:[- ]?(${SCALE})\\b)?`, 'gu')
const WORD_AMOUNT = new RegExp(
  `(?<![$£€¥.,\\d])\\b(${COUNT})(?:[- ]?(${SCALE}))?[- ](?:(?:US|U\\.S\\.|American|Hong Kong|Australian|Canadian) )?(dollars?\\b|euros?\\b|pounds?\\b|yuan\\b|renminbi\\b|yen\\b|rupees?\\b|(?:${CODES})\\b)`,
  'giu',
)
const SIGNS: Record<string, string> = { $: 'USD', '£': 'GBP', '€': 'EUR', '¥': 'CNY' }
const PREFIXES: Record<string, string> = { a: 'AUD', c: 'CAD', hk: 'HKD', nz: 'NZD', s: 'SGD' }
const CURRENCY_WORDS: [RegExp, string][] = [
  [/hong kong|\bhkd$/i, 'HKD'],
  [/australian|\baud$/i, 'AUD'],
  [/canadian|\bcad$/i, 'CAD'],
  [/dollars?$|\busd$/i, 'USD'],
  [/euros?$|\beur$/i, 'EUR'],
  [/pounds?$|\bgbp$/i, 'GBP'],
  [/yuan$|renminbi$|\b(?:cny|rmb)$/i, 'CNY'],
  [/yen$|\bjpy$/i, 'JPY'],
  [/rupees?$|\binr$/i, 'INR'],
]
/** Whose dollars they are may also stand behind them. */
const OTHER_DOLLARS = /^\s*\(?(?:Canadian|Australian|Hong Kong|New Zealand|Singapore|Taiwan)/
/** One end of a range is no amount of its own, and half an amount is none. */
const RANGE_AFTER = /^\s*(?:[-–—]|to |and a half\b|or )\s*(?:US)?[$£€¥]?\s?\d|^ and a half\b/
const RANGE_BEFORE = /\d\s*(?:thousand|million|billion|bn|m)?\s*(?:[-–—]|to|or)\s*$/i
const BETWEEN = /\bbetween [^,;.]{0,20}$|\bbetween [^;]{1,30} and (?:about |almost )?$/i

/** The amounts of a text; ranges and currencies that are not certain are left out. */
export function readAmounts(text: string): Amount[] {
  const signed = [...text.matchAll(SIGN_AMOUNT)].map((match) => {
    const [, prefix = '', sign = '$', count = '0', scale] = match
    const currency = PREFIXES[prefix.toLowerCase()] ?? SIGNS[sign] ?? sign
    return amount(match, currency, count, scale)
  })
  const coded = [...text.matchAll(CODE_AMOUNT)].map((match) =>
    amount(match, currencyOf(match[1] ?? ''), match[2] ?? '0', match[3]),
  )
  const worded = [...text.matchAll(WORD_AMOUNT)].map((match) =>
    amount(match, currencyOf(match[0]), match[1] ?? '0', match[2]),
  )
  return [...signed, ...coded, ...worded].filter((one) => isWhole(text, one))
}

function currencyOf(words: string): string {
  return CURRENCY_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'USD'
}

function isWhole(text: string, { start, end }: Span): boolean {
  const [before, after] = [text.slice(Math.max(0, start - 40), start), text.slice(end)]
  return ![
    OTHER_DOLLARS.test(after),
    RANGE_AFTER.test(after),
    RANGE_BEFORE.test(before),
    BETWEEN.test(before),
  ].includes(true)
}

function amount(
  match: RegExpExecArray,
  currency: string,
  count: string,
  scale: string | undefined,
): Amount {
  const factor = (scale ?? '')
    .toLowerCase()
    .split(/[- ]/)
    .reduce((product, word) => product * (SCALES[word] ?? 1), 1)
  const start = match.index + (match[0].length - match[0].trimStart().length)
  return {
    start,
    end: match.index + match[0].length,
    currency,
    value: readCount(count) * factor,
    digits: countDecimals(count) - Math.log10(factor),
  }
}
