import type { Lexicon, NameRule } from './lexicon.ts'

/**
 * Patterns of what gives cause to look closer at a text: how every company's name begins, and how a
 * phrase about Chinese telecom equipment does. They find too much and never too little: a text
 * without a match holds no mention. They are compiled into the scripts as literals and run over whole
 * pages, so that they know no folding; what only folding makes plain is cause enough.
 */
export function causeSources(lexicon: Lexicon): { names: string; cause: string } {
  const starts = lexicon.entities
    .filter((entity) => entity.kind === 'company')
    .flatMap((entity) => entity.names)
    .map((name) => startOf(typeof name === 'string' ? { form: name } : name))
  const names = [...withoutLonger([...new Set(starts)]), ...COMPATIBLE].toSorted()
  return { names: names.join('|'), cause: [...names, ...TOPIC_STARTS, HIDDEN].join('|') }
}

/** One of these stands in every phrase that the detector takes for Chinese telecom equipment. */
const TOPIC_STARTS = ['[Cc][Hh][Ii][Nn]', '[Hh][Ii][Gg][Hh][- ][Rr][Ii][Ss][Kk]']

/** Letters that only folding makes plain: mathematical, enclosed, full-width and half-width ones, and
 * Korean syllables in parts. */
const COMPATIBLE = [
  '\\ud835',
  '[\\u1100-\\u1112\\u24b6-\\u24e9\\uff21-\\uff3a\\uff41-\\uff5a\\uff66-\\uff9f]{2}',
]

/** Soft hyphens and characters without width, which may stand between two letters. */
const HIDDEN = '[\\xad\\u200b-\\u200f\\u2060-\\u2064\\ufeff](?=\\S)'

/** A name's first six letters, with what stands between them. */
function startOf({ form, case: rule }: NameRule): string {
  const [start = ''] = /^(?:[\p{L}\p{M}\p{N}][^\p{L}\p{M}\p{N}]*){1,6}/u.exec(form) ?? []
  return [...start.trimEnd()].map((letter) => letterSource(letter, rule === 'exact')).join('')
}

function letterSource(letter: string, exact: boolean): string {
  if (/[\s-]/.test(letter)) return '[\\s\\xa0-]'
  const [lower, upper] = [letter.toLowerCase(), letter.toUpperCase()]
  return exact || lower === upper || upper.length > 1 ? letter : `[${upper}${lower}]`
}

/** Without those that a shorter one finds already. */
function withoutLonger(starts: string[]): string[] {
  return starts.filter(
    (start) => !starts.some((other) => other !== start && start.startsWith(other)),
  )
}
