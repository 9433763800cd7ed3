import type { Lexicon, NameRule } from './lexicon.ts'

/**
 * Patterns of what gives cause to look closer at a text: how every company's name begins, and how a
 * phrase about Chinese telecom equipment does. They find too much and never too little: a text
 * without a match holds no mention. They run over whole pages, so that they know no folding; what
 * only folding makes plain is cause enough.
 *
 * Names in plain letters and all others are apart: beside letters of many scripts, no pattern of a
 * few plain ones runs fast, and most pages hold hardly any of the others.
 */
export type CauseSources = {
  /** How all names begin, and what may hide one. */
  names: string
  /** The same, and how phrases about the field begin. */
  cause: string
  /** How names in plain letters and phrases about the field begin. */
  plain: string
  /** Names in other letters, and whatever may hide one. */
  wide: string
}

export function causeSources(lexicon: Lexicon): CauseSources {
  const rules = lexicon.entities
    .filter((entity) => entity.kind === 'company')
    .flatMap((entity) => entity.names)
    .map((name): NameRule => (typeof name === 'string' ? { form: name } : name))
  const starts = [...new Set(rules.map(startOf))]
  const names = withoutLonger(
    starts.filter(isPlain).map((start) => sourceOf(start, ruleOf(rules, start))),
  ).toSorted()
  const wide = [...wideSources(starts.filter((start) => !isPlain(start))), ...HIDING]
  return {
    names: [...names, ...wide].join('|'),
    cause: [...names, ...TOPIC_STARTS, ...wide].join('|'),
    plain: [...names, ...TOPIC_STARTS].join('|'),
    wide: wide.join('|'),
  }
}

/** One of these stands in every phrase that the detector takes for Chinese telecom equipment. */
const TOPIC_STARTS = ['[Cc][Hh][Ii][Nn]', '[Hh][Ii][Gg][Hh][- ][Rr][Ii][Ss][Kk]']

/**
 * Letters that only folding makes plain (mathematical, enclosed, full-width and half-width ones, and
 * Korean syllables in parts), and characters without width, which may stand between two letters.
 */
const HIDING = [
  '\\ud835',
  '[\\u1100-\\u1112\\u24b6-\\u24e9\\uff21-\\uff3a\\uff41-\\uff5a\\uff66-\\uff9f]{2}',
  '[\\xad\\u200b-\\u200f\\u2060-\\u2064\\ufeff](?=\\S)',
]

/** Letters of scripts other than the Latin one, and whatever hides a name; not the usual punctuation. */
export const OTHER_SCRIPTS =
  '[\\xad\\u0370-\\u1fff\\u200b-\\u200f\\u2060-\\u2064\\u2460-\\u24ff\\u2e80-\\uffff]'

/** A name's first six letters, with what stands between them. */
function startOf({ form }: NameRule): string {
  const [start = ''] = /^(?:[\p{L}\p{M}\p{N}][^\p{L}\p{M}\p{N}]*){1,6}/u.exec(form) ?? []
  return start.trimEnd()
}

const isPlain = (start: string) => /^[\x20-\x7e]*$/.test(start)

/** Of several names that begin alike, the least strict rule. */
function ruleOf(rules: NameRule[], start: string): NameRule['case'] {
  const cases = rules.filter((rule) => startOf(rule) === start).map((rule) => rule.case)
  if (cases.includes('any')) return 'any'
  return cases.every((one) => one === 'exact') ? 'exact' : 'capitals'
}

function sourceOf(start: string, rule: NameRule['case']): string {
  return [...start]
    .map((letter, at) => {
      if (/[\s-]/.test(letter)) return '[\\s\\xa0-]'
      if (rule === 'exact' || (rule === 'capitals' && at === 0)) return escapeLetter(letter)
      const [lower, upper] = [letter.toLowerCase(), letter.toUpperCase()]
      return lower === upper ? escapeLetter(letter) : `[${upper}${lower}]`
    })
    .join('')
}

const escapeLetter = (letter: string) => letter.replace(/[^A-Za-z0-9]/, '\\$&')

/** Without those that a shorter one finds already. */
function withoutLonger(starts: string[]): string[] {
  return starts.filter(
    (start) => !starts.some((other) => other !== start && start.startsWith(other)),
  )
}

/** Letters looked at of a name in other scripts; two of them are many a whole name in Chinese. */
const WIDE_LETTERS = 2

/** All names at once: any first letter of one, then any second letter of one. */
function wideSources(starts: string[]): string[] {
  if (starts.length === 0) return []
  const classes = Array.from({ length: WIDE_LETTERS }, (_, at) => {
    const letters = starts.flatMap((start) => casesOf(start.charAt(at)))
    return `[${[...new Set(letters)].toSorted().join('')}]`
  })
  return [classes.join('')]
}

function casesOf(letter: string): string[] {
  return [letter, letter.toLowerCase(), letter.toUpperCase()].filter((one) => one.length === 1)
}
