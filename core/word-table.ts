import type { Lexeme, Lexicon } from './lexicon.ts'
import { WORD_FORM } from './lexicon.ts'

/** One reading of a written word. */
export type WordSense = {
  lexeme: Lexeme
  /** `WORD_FORM` bits. */
  forms: number
  /** Later words of a phrase ("order" of "denial order"). */
  rest: string[]
}

export type WordTable = Map<string, WordSense[]>

const VERB_FORMS = [
  WORD_FORM.base,
  WORD_FORM.third,
  WORD_FORM.past,
  WORD_FORM.participle,
  WORD_FORM.gerund,
]

/** Written form to its readings, phrases before single words. */
export function createWordTable(lexicon: Lexicon): WordTable {
  const table: WordTable = new Map()
  for (const lexeme of lexicon.lexemes) {
    lexeme.verb?.split(' ').forEach((form, i) => {
      addSense(table, form, { lexeme, forms: VERB_FORMS[i % VERB_FORMS.length] ?? 0, rest: [] })
    })
    lexeme.noun?.split(',').forEach((phrase) => {
      const [first = '', ...rest] = phrase.split(' ')
      addSense(table, first, { lexeme, forms: WORD_FORM.noun, rest })
    })
  }
  for (const senses of table.values()) senses.sort((a, b) => b.rest.length - a.rest.length)
  return table
}

/** Forms of one verb that are written alike become one sense. */
function addSense(table: WordTable, form: string, sense: WordSense): void {
  const senses = table.get(form) ?? []
  const same = senses.find(
    (one) => one.lexeme === sense.lexeme && one.rest.length === sense.rest.length,
  )
  if (same) same.forms |= sense.forms
  else table.set(form, [...senses, sense])
}
