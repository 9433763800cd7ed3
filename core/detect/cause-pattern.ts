import type { Lexicon, NameRule } from './lexicon.ts'
import { foldText } from './normalise.ts'
import { makeNameStarts, START, type NameStarts } from './name-starts.ts'

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
  /** How names in plain letters begin, and as its one group how phrases about the field do. */
  plain: string
  /** Of a large lexicon: how the names begin that `plain` does not spell. */
  starts: NameStarts | undefined
  /** Whether a text holds anything that `wide` may find: rare letters, asked before its many classes are. */
  scripts: string
  /** Names in other letters, and whatever may hide one; as its one group what has no width. */
  wide: string
}

/** So many beginnings are spelt out; with more, to look up the words of a page costs less. */
const MOST_SPELT = 400

type Start = { text: string; rule: NameRule['case'] }

export function causeSources(lexicon: Lexicon): CauseSources {
  const rules = lexicon.entities
    .filter((entity) => entity.kind === 'company')
    .flatMap((entity) => entity.names)
    .map((name): NameRule => (typeof name === 'string' ? { form: name } : name))
  const starts = [...Map.groupBy(rules, startOf)].map(([text, alike]) => ({
    text,
    rule: leastStrict(alike),
  }))
  const plain = starts.filter(({ text }) => isPlain(text))
  const others = starts.filter(({ text }) => !isPlain(text)).map(({ text }) => text)
  const folded = foldedPairs(starts.map(({ text }) => text))
  const pairs = [...widePairs(others), ...folded]
  const found = [
    ...pairs.map(([first, second]) => `(?<=[${first}])[${second}]`),
    `(?<=${MATHEMATICAL})`,
    `(?<=([${HIDING}]))(?=\\S)`,
  ]
  return {
    ...(plain.length <= MOST_SPELT ? spellAll(plain) : tabulate(plain)),
    scripts: rareOr(others.map(tellingLetters).join('')),
    wide: `${rareOr(pairs.map(([first]) => first).join(''))}(?:${found.join('|')})`,
  }
}

function spellAll(starts: Start[]): Pick<CauseSources, 'plain' | 'starts'> {
  return { plain: [...spell(starts), `(${TOPIC_STARTS})`].join('|'), starts: undefined }
}

/** So many short names of one word are spelt out too: each has every word of a page looked up again. */
const MOST_OPEN = 100

/**
 * What begins with a word that can be looked up is looked up; the rest is still spelt out. Where a name
 * goes on, a short word must end there ("Sony Group" is not looked for in "Sonya"); a name of one word
 * may be glued to what comes next.
 */
function tabulate(starts: Start[]): Pick<CauseSources, 'plain' | 'starts'> {
  const ways = Map.groupBy(starts, wayOf)
  const of = (way: ReturnType<typeof wayOf>) => ways.get(way) ?? []
  const isMuch = of('open').length > MOST_OPEN
  return {
    plain: [...spell([...of('spelt'), ...(isMuch ? [] : of('open'))]), `(${TOPIC_STARTS})`].join(
      '|',
    ),
    starts: makeNameStarts(of('whole').map(wordOf), isMuch ? of('open').map(wordOf) : []),
  }
}

/** How a name is looked for: its word as a whole, its word with whatever follows, or not by a word. */
function wayOf(start: Start): 'whole' | 'open' | 'spelt' {
  const word = wordOf(start)
  const goesOn = word.length === START || /[A-Za-z0-9]/.test(start.text.slice(word.length))
  if (start.rule === 'any' || word.length < (goesOn ? 2 : 3)) return 'spelt'
  return goesOn ? 'whole' : 'open'
}

const wordOf = ({ text }: Start) => /^[A-Z][A-Za-z0-9]*/.exec(text)?.[0] ?? ''

/** What may stand between two words, or two parts of one. */
const GAP = '[\\s\\xa0\\u2010\\u2011-]'

/** One of these stands in every phrase that the detector takes for Chinese telecom equipment. */
const TOPIC_STARTS = `[Cc](?i:hin(?:a|ese))|[Hh](?i:igh${GAP}risk)`

/** Half of each mathematical letter. */
const MATHEMATICAL = '\\ud835'
/** Characters without width, which may stand between two letters. */
const HIDING = '\\xad\\u200b-\\u200f\\u2060-\\u2064\\ufeff'

/**
 * Letters of scripts other than the Latin one, and whatever hides a name; not the usual punctuation,
 * nor the pictures and private signs that many pages are full of.
 */
const OTHER_SCRIPTS =
  '\\xad\\u0370-\\u1fff\\u200b-\\u200f\\u2060-\\u2064\\u2460-\\u24ff\\u2e80-\\ud835\\uf900-\\ufe0e\\ufe10-\\uffff'

/**
 * One class of few ranges before the many single letters that count, which are asked about by looking back:
 * so a pattern passes over usual text ten times as fast.
 */
function rareOr(letters: string): string {
  return `[${letters.replace(new RegExp(`[${OTHER_SCRIPTS}]`, 'g'), '')}${OTHER_SCRIPTS}]`
}

/**
 * A folded name's first six letters, with what stands between them; fewer where letters beyond ASCII come
 * behind three plain ones.
 */
function startOf(rule: NameRule): string {
  const form = foldText(rule.form).text
  const [start = ''] = /^(?:[\p{L}\p{M}\p{N}][^\p{L}\p{M}\p{N}]*){1,6}/u.exec(form) ?? []
  const [plain] = /^(?:[A-Za-z0-9][^\p{L}\p{M}\p{N}]*){3,6}/u.exec(form) ?? []
  return (plain !== undefined && isPlain(plain) ? plain : start).trimEnd()
}

const isPlain = (start: string) => /^[\x20-\x7e]*$/.test(start)

function leastStrict(rules: NameRule[]): NameRule['case'] {
  const cases = rules.map((rule) => rule.case)
  if (cases.includes('any')) return 'any'
  return cases.every((one) => one === 'exact') ? 'exact' : 'capitals'
}

/**
 * Beginnings as sources of a pattern, those that begin alike folded into one. What may be written in
 * capitals or not stands behind a modifier, which compiles in half the time of `[Aa]` for each letter.
 */
function spell(starts: Start[]): string[] {
  const exact = starts.filter(({ rule }) => rule === 'exact')
  const heads = Map.groupBy(
    starts.filter(({ rule }) => rule !== 'exact'),
    headOf,
  )
  const folded = [...heads].map(([head, alike]) => {
    const tails = foldAlike(alike.map(({ text }) => text.slice(1).toLowerCase()))
    return tails.length === 0 ? head : `${head}(?i:${tails.join('|')})`
  })
  return [...foldAlike(exact.map(({ text }) => text)), ...folded].toSorted()
}

function headOf({ text, rule }: Start): string {
  const head = text.charAt(0)
  const [lower, upper] = [head.toLowerCase(), head.toUpperCase()]
  return rule === 'any' && lower !== upper ? `[${upper}${lower}]` : sourceOf(head)
}

function foldAlike(texts: string[]): string[] {
  const heads = Map.groupBy(texts, (text) => sourceOf(text.charAt(0)))
  // What a shorter beginning finds, a longer one need not.
  if (heads.has('')) return []
  return [...heads].map(([head, alike]) => {
    const rest = foldAlike(alike.map((text) => text.slice(1)))
    return head + (rest.length > 1 ? `(?:${rest.join('|')})` : rest.join(''))
  })
}

function sourceOf(letter: string): string {
  if (/[\s-]/.test(letter)) return GAP
  // Either apostrophe: see `foldText`.
  if (letter === "'") return "['\\u2018\\u2019\\u201b\\u2032\\u02bc\\uff07]"
  return letter.replace(/[^A-Za-z0-9]/, '\\$&')
}

/** The letter of a name that the fewest texts hold, as far as can be told: its first one beyond ASCII. */
function tellingLetters(start: string): string {
  return casesOf(start.replace(/[\0-\x7f]/g, '').charAt(0)).join('')
}

/**
 * Two letters that follow each other: any of the one text, then any of the other. No more are looked at of a
 * name in other scripts; two are many a whole name in Chinese.
 */
type Pair = [first: string, second: string]

/** What is in any of some texts, each letter once. */
function lettersOf(texts: string[]): string {
  return [...new Set(texts.join(''))].toSorted().join('')
}

/** All names at once: the first letters, any of them, and the second ones; none where there are none. */
function widePairs(starts: string[]): Pair[] {
  const lettersAt = (at: number) => lettersOf(starts.flatMap((start) => casesOf(start.charAt(at))))
  return starts.length === 0 ? [] : [[lettersAt(0), lettersAt(1)]]
}

/** First and last of the letters that folding makes plain: enclosed, full-width and half-width ones. */
const FOLDED = ['\u24b6\u24e9', '\uff21\uff3a', '\uff41\uff5a', '\uff66\uff9d']
/** Half-width marks of sound, which stand behind a letter of their own. */
const SOUND_MARKS = '\uff9e\uff9f'

/**
 * All names as letters that folding makes plain: the first ones and the second ones; and the same of Korean
 * syllables in parts. Pages in Chinese and Japanese have many such letters, few of which begin a name.
 */
function foldedPairs(starts: string[]): Pair[] {
  const letters = FOLDED.flatMap(([from = '', to = '']) => charactersOf(from, to))
  const partsOf = (letter: string) => letter.toLowerCase().normalize('NFKD')
  const formsAt = (at: number) => {
    const plain = new Set(starts.map((start) => partsOf(start.charAt(at)).charAt(0)))
    return letters.filter((letter) => plain.has(partsOf(letter).charAt(0))).join('')
  }
  const syllables = starts.map((start) => start.charAt(0)).filter((one) => /[가-힣]/.test(one))
  const partAt = (at: number) =>
    [...new Set(syllables.map((it) => partsOf(it).charAt(at)))].join('')
  const both: Pair[] = [
    [formsAt(0), `${formsAt(1)}${SOUND_MARKS}`],
    [partAt(0), partAt(1)],
  ]
  return both.filter(([first]) => first !== '')
}

function charactersOf(from: string, to: string): string[] {
  const [first, last] = [from.charCodeAt(0), to.charCodeAt(0)]
  return Array.from({ length: last - first + 1 }, (_, at) => String.fromCharCode(first + at))
}

function casesOf(letter: string): string[] {
  return [letter, letter.toLowerCase(), letter.toUpperCase()].filter((one) => one.length === 1)
}
