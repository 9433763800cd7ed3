import type { Lexicon, NameRule } from '../../../core/detect/lexicon.ts'

/** A company's name in a text: UTF-16 offsets. */
export type Name = { start: number; end: number; company: string }

type Form = { pattern: RegExp; company: string; rule: NameRule }

/**
 * Names in a text, the plain way: one pattern for each name of the lexicon over the whole folded text,
 * then whatever stands in an address or an identifier goes, and of those that overlap the longest stays.
 */
export function createNameReader(lexicon: Lexicon): (text: string) => Name[] {
  const forms = lexicon.entities
    .filter((entity) => entity.kind === 'company')
    .flatMap(({ id, names }) =>
      names.map((name) => formOf(id, typeof name === 'string' ? { form: name } : name)),
    )
  return (text) => {
    const { folded, at } = fold(text)
    const found = forms.flatMap(({ pattern, company, rule }) =>
      [...folded.matchAll(pattern)]
        .map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
        .filter((place) => fits(folded, place, rule))
        .map((place) => ({ ...place, company })),
    )
    const names = longest(found).filter(({ start, end }) => isFree(folded, start, end))
    return names.map(({ start, end, company }) => ({
      start: at[start]?.[0] ?? 0,
      end: at[end - 1]?.[1] ?? text.length,
      company,
    }))
  }
}

const INVISIBLE =
  /[\u00ad\u034f\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/g

/** Characters without their variants, each with the stretch of the text that it came from. */
function fold(text: string): { folded: string; at: [number, number][] } {
  let folded = ''
  const at: [number, number][] = []
  for (const { 0: cluster, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const plain = cluster
      .replaceAll(INVISIBLE, '')
      .normalize('NFKC')
      .replaceAll(/[‐‑‒―−]/g, '-')
      .replaceAll(/[‘’ʼ]/g, "'")
      .replaceAll(/[“”„«»]/g, '"')
    folded += plain
    for (let i = 0; i < plain.length; i += 1) at.push([index, index + cluster.length])
  }
  return { folded, at }
}

/** Letters of scripts that are written without spaces are no part of a word beside them. */
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff]/
const EDGE =
  '[[\\p{L}\\p{M}\\p{N}]--[\\u0e00-\\u0eff\\u1000-\\u109f\\u2e80-\\ua4cf\\uac00-\\ud7ff\\uf900-\\ufaff]]'

function formOf(company: string, rule: NameRule): Form {
  const form = rule.form.normalize('NFKC')
  const words = form.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  if (UNSPACED.test(form)) return { company, rule, pattern: new RegExp(escape(form), 'gu') }
  const isShortCapitals = form.length <= 6 && /^[A-Z]+$/.test(form)
  const how = rule.case ?? (isShortCapitals ? 'exact' : 'capitals')
  const gaps = form.split(/[\p{L}\p{M}\p{N}]+/u)
  const source = words.map(
    (word, at) => (at === 0 ? '' : gapOf(gaps[at] ?? '')) + lettersOf(word, how),
  )
  const last = (gaps.at(-1) ?? '').trim()
  const tail = last === '' ? '' : `${escape(last)}?`
  return {
    company,
    rule,
    pattern: new RegExp(`(?<!${EDGE})${source.join('')}(?!${EDGE})${tail}`, 'gv'),
  }
}

/** Blanks with one line break at most, or a hyphen; the written form's own marks may stand there too. */
function gapOf(written: string): string {
  const marks = [...written.replaceAll(/\s/g, '')].map((mark) => `\\${mark}`).join('')
  const blank = '[^\\S\\n]*\\n?[^\\S\\n]*'
  return marks === '' ? `(?:${blank}|-)` : `(?:${blank}|-|[${marks} ]*)`
}

function lettersOf(word: string, how: NonNullable<NameRule['case']>): string {
  if (how === 'exact') return word
  return [...word]
    .map((letter) => {
      const [small, capital] = [letter.toLowerCase(), letter.toUpperCase()]
      const isKept = how === 'capitals' && letter !== small
      return isKept || small === capital ? letter : `[${small}${capital}]`
    })
    .join('')
}

const escape = (text: string) =>
  text.replaceAll(/[^\p{L}\p{M}\p{N}\s]/gu, (mark) => (mark < '\x80' ? `\\${mark}` : mark))

function fits(
  text: string,
  { start, end }: { start: number; end: number },
  rule: NameRule,
): boolean {
  const after = text.slice(end).trimStart().toLowerCase()
  if (rule.notBefore?.some((word) => after.startsWith(word.toLowerCase()))) return false
  const before = /([\p{L}\p{M}\p{N}]+)[^\p{L}\p{M}\p{N}]*$/u.exec(
    text.slice(Math.max(0, start - 80), start),
  )
  if (before?.[1] !== undefined && rule.notAfter?.includes(before[1])) return false
  return rule.context === undefined || rule.context.some((word) => text.includes(word))
}

/** Whether a place is none of an address, a path, an identifier or code. */
function isFree(text: string, start: number, end: number): boolean {
  const breaks = /[\s"'`<>()[\]{}|,;—]|[^\x21-\x7e]/
  let from = start
  while (from > 0 && !breaks.test(text.charAt(from - 1))) from -= 1
  let to = end
  while (to < text.length && !breaks.test(text.charAt(to))) to += 1
  const [left, name, right] = [text.slice(from, start), text.slice(start, end), text.slice(end, to)]
  const whole = left + name + right
  if (left === '' && right === '') return !isTagOrCall(text, start, end)
  if (/[_@\\=$]$|:\/\/|^www\.|@/.test(left) || /^[_@\\=$]/.test(right)) return false
  if (/[~#.%]$/.test(left) && left.length === 1 && /[~#.]/.test(left)) return false
  if (/[a-z0-9_]:$/i.test(left) && (/^:/.test(right) || !/^[A-Z]/.test(name))) return false
  if (/^:[a-z0-9_]/.test(right) || /[?&]\w+=/.test(whole)) return false
  if (/\//.test(left + right) && !isListOfNames(whole)) return false
  if (/^[\w-]*\.\w/.test(right) || /\w\.$/.test(left)) return isMissingBlank(left, name, right)
  if (/-$/.test(left) || /^-/.test(right)) return !isSlug(whole, name)
  return true
}

function isTagOrCall(text: string, start: number, end: number): boolean {
  if (/<\/?$/.test(text.slice(0, start).slice(-2))) return true
  return /^[a-z]/.test(text.slice(start, end)) && /^(\(\)|\[['"\w])/.test(text.slice(end, end + 2))
}

/** "Huawei/ZTE", not "news/huawei". */
function isListOfNames(run: string): boolean {
  return run
    .replace(/[.!?:]+$/, '')
    .split('/')
    .every((part) => /^[A-Z0-9][A-Za-z0-9&+-]*('s)?$/.test(part))
}

/** "it ended.Huawei said", not "com.huawei.hms". */
function isMissingBlank(left: string, name: string, right: string): boolean {
  if (!/^[A-Z]/.test(name)) return false
  const follows = /^[\w-]*\.\w/.test(right)
  const precedes = /\w\.$/.test(left)
  if (follows && precedes) return false
  if (follows) return /^\.[A-Z][a-z]/.test(right)
  return /[a-z]{2}\.$/.test(left) && !/\..*\./.test(left) && !/^(com|org|net|www|cn)\.$/i.test(left)
}

/** "huawei-lte", "Huawei-P30-128GB"; not "Huawei-made". */
function isSlug(run: string, name: string): boolean {
  return /^[a-z]/.test(name) || /_/.test(run) || (/\d/.test(run) && run.split('-').length > 2)
}

function longest(names: Name[]): Name[] {
  const sorted = names.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const kept: Name[] = []
  for (const name of sorted) if (name.start >= (kept.at(-1)?.end ?? 0)) kept.push(name)
  return kept
}
