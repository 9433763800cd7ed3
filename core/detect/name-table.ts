import { firstWord, tokenise, UNSPACED_SCRIPT } from './detect-tokens.ts'
import type { Lexicon, LexiconEntity, NameRole, NameRule } from './lexicon.ts'
import { nameRules } from './name-rules.ts'
import { foldText } from './normalise.ts'

/** A written form, ready to be compared with the words of a text. */
export type NameForm = {
  entity: LexiconEntity
  role: NameRole
  rule: NameRule
  /** Folded words, lower case. */
  words: string[]
  /** The words as they must be written: in full (`exact`), or the capitals only. */
  exact: string[] | undefined
  capitals: boolean[]
  /** Punctuation that may stand before each word, and after the last one. */
  marks: string[]
  lastMark: string
}

/** All written forms: by first word, and as one pattern for scripts without spaces. */
export type NameTable = {
  /** The forms that begin with a word, or with it and the next one, in lower case; the longest first. */
  startingWith: (word: string, next: string) => NameForm[] | undefined
  /** Every such form, read at once: for work at build time. */
  byFirstWord: () => Map<string, NameForm[]>
  unspaced: RegExp | undefined
  unspacedForms: Map<string, NameForm>
}

type RawForm = { entity: LexiconEntity; rule: NameRule }

/**
 * Prepares a lexicon's names for look-up. Forms are read when a text holds their first word: few of
 * thousands ever are.
 */
export function createNameTable(lexicon: Lexicon): NameTable {
  const raw = new Map<string, RawForm[]>()
  const unspacedForms = new Map<string, NameForm>()
  for (const entity of lexicon.entities) {
    for (const rule of nameRules(entity)) {
      const { form } = rule
      if (form.charCodeAt(0) > 0x7f && UNSPACED_SCRIPT.test(form))
        unspacedForms.set(foldText(form).text, createForm(entity, rule))
      else addRaw(raw, firstWord(form), { entity, rule })
    }
  }
  return {
    startingWith: createLookup(raw),
    byFirstWord: () => new Map([...raw].map(([word, forms]) => [word, readForms(forms)])),
    unspaced: unspacedPattern([...unspacedForms.keys()]),
    unspacedForms,
  }
}

function addRaw(raw: Map<string, RawForm[]>, word: string, form: RawForm): void {
  const forms = raw.get(word)
  if (forms) forms.push(form)
  else raw.set(word, [form])
}

/** Forms by their second word; those of one word stand at '' and at the end of each list. */
type BySecond = Map<string, NameForm[]>

function createLookup(raw: Map<string, RawForm[]>): NameTable['startingWith'] {
  const read = new Map<string, BySecond>()
  return (word, next) => {
    const known = read.get(word)
    if (known) return known.get(next) ?? known.get('')
    const found = raw.get(word)
    if (!found) return undefined
    const forms = groupBySecond(readForms(found))
    read.set(word, forms)
    return forms.get(next) ?? forms.get('')
  }
}

function readForms(raw: RawForm[]): NameForm[] {
  return raw
    .map(({ entity, rule }) => createForm(entity, rule))
    .toSorted((a, b) => b.words.length - a.words.length)
}

function groupBySecond(forms: NameForm[]): BySecond {
  const grouped: BySecond = new Map()
  for (const form of forms) {
    const second = form.words[1] ?? ''
    const same = grouped.get(second)
    if (same) same.push(form)
    else grouped.set(second, [form])
  }
  const single = grouped.get('') ?? []
  for (const [second, list] of grouped) if (second !== '') list.push(...single)
  return grouped
}

function createForm(entity: LexiconEntity, rule: NameRule): NameForm {
  const text = foldText(rule.form).text
  const tokens = tokenise(text)
  const exact = (rule.case ?? defaultCase(rule.form)) === 'exact'
  const any = rule.case === 'any'
  return {
    entity,
    role: rule.role ?? 'name',
    rule,
    words: tokens.map((token) => token.norm),
    exact: exact ? tokens.map((token) => token.text) : undefined,
    capitals: tokens.map((token) => !any && /^\p{Lu}/u.test(token.text)),
    marks: tokens.map((token) => token.gap.replace(/\s/g, '')),
    lastMark: text.slice(tokens.at(-1)?.end ?? 0).replace(/\s/g, ''),
  }
}

/** Short names in capitals ("BIS", "US", "DoD") are ordinary words in lower case. */
function defaultCase(form: string): NameRule['case'] {
  return /^[A-Za-z]*[A-Z][A-Za-z0-9]*[A-Z][A-Za-z0-9]*$|^(?:[A-Z]\.)+$/.test(form) &&
    form.length <= 6
    ? 'exact'
    : 'capitals'
}

function unspacedPattern(forms: string[]): RegExp | undefined {
  if (forms.length === 0) return undefined
  const longestFirst = [...forms].sort((a, b) => b.length - a.length)
  return new RegExp(
    longestFirst.map((form) => form.replace(/[^\p{L}\p{N}\p{M}\s]/gu, '\\$&')).join('|'),
    'g',
  )
}
