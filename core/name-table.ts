import { tokenise, UNSPACED_SCRIPT } from './detect-tokens.ts'
import type { Lexicon, LexiconEntity, NameRole, NameRule } from './lexicon.ts'
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
  byFirstWord: Map<string, NameForm[]>
  unspaced: RegExp | undefined
  unspacedForms: Map<string, NameForm>
}

/** Prepares a lexicon's names for look-up; the cost is linear in their number. */
export function createNameTable(lexicon: Lexicon): NameTable {
  const byFirstWord = new Map<string, NameForm[]>()
  const unspacedForms = new Map<string, NameForm>()
  for (const entity of lexicon.entities) {
    for (const name of entity.names) {
      const rule: NameRule = typeof name === 'string' ? { form: name } : name
      addForm(byFirstWord, unspacedForms, createForm(entity, rule))
    }
  }
  for (const forms of byFirstWord.values()) forms.sort((a, b) => b.words.length - a.words.length)
  return { byFirstWord, unspaced: unspacedPattern([...unspacedForms.keys()]), unspacedForms }
}

function addForm(
  byFirstWord: Map<string, NameForm[]>,
  unspaced: Map<string, NameForm>,
  form: NameForm,
): void {
  const first = form.words[0]
  if (UNSPACED_SCRIPT.test(form.rule.form))
    return void unspaced.set(foldText(form.rule.form).text, form)
  if (first === undefined) return
  const forms = byFirstWord.get(first)
  if (forms) forms.push(form)
  else byFirstWord.set(first, [form])
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
