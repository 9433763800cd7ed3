import type { Lexeme, Lexicon } from './lexicon.ts'
import { WORD_FORM } from './lexicon.ts'

/** One reading of a written word. */
export type WordSense = {
  lexeme: Lexeme
  /** `WORD_FORM` bits. */
  forms: number
  /** Later words of a phrase ("order" of "denial order"). */
  rest: string[]
  /** A noun's singular. */
  noun?: string
}

/** The readings of a written word in lower case, phrases before single words. */
export type WordTable = { get: (word: string) => WordSense[] | undefined }

const VERB_FORMS = [
  WORD_FORM.base,
  WORD_FORM.third,
  WORD_FORM.past,
  WORD_FORM.participle,
  WORD_FORM.gerund,
]

/** Prepares a lexicon's words. A word's readings are put together when a text holds it. */
export function createWordTable(lexicon: Lexicon): WordTable {
  const lexemes = new Map<string, Lexeme[]>()
  for (const lexeme of lexicon.lexemes)
    for (const word of firstWords(lexeme)) addLexeme(lexemes, word, lexeme)
  const read = new Map<string, WordSense[]>()
  return {
    get: (word) => {
      const found = lexemes.get(word)
      const known = read.get(word)
      if (!found || known) return known
      const senses = found
        .flatMap((lexeme) => readSenses(lexeme, word))
        .toSorted((a, b) => b.rest.length - a.rest.length || conditions(b) - conditions(a))
      read.set(word, senses)
      return senses
    },
  }
}

/** Readings that ask for other words near by are tried first. */
function conditions({ lexeme }: WordSense): number {
  return lexeme.near || lexeme.particles ? 1 : 0
}

/** The words that a text must hold for a lexeme to be looked at. */
function firstWords({ verb, noun }: Lexeme): string[] {
  const verbs = verb?.split(' ') ?? []
  if (noun === undefined) return verbs
  return [...verbs, ...noun.split(',').map((phrase) => phrase.split(' ', 1)[0] ?? phrase)]
}

function addLexeme(lexemes: Map<string, Lexeme[]>, word: string, lexeme: Lexeme): void {
  const known = lexemes.get(word)
  if (!known) lexemes.set(word, [lexeme])
  else if (known.at(-1) !== lexeme) known.push(lexeme)
}

/** Forms of one verb that are written alike are one sense. */
function readSenses(lexeme: Lexeme, word: string): WordSense[] {
  const forms =
    lexeme.verb
      ?.split(' ')
      .reduce((all, form, i) => (form === word ? all | (VERB_FORMS[i % 5] ?? 0) : all), 0) ?? 0
  const phrases = lexeme.noun?.split(',') ?? []
  const nouns = phrases.flatMap((phrase, i): WordSense[] => {
    const [first, ...rest] = phrase.split(' ')
    // singular and plural stand by turns
    const noun = phrases[i - (i % 2)] ?? phrase
    return first === word ? [{ lexeme, forms: WORD_FORM.noun, rest, noun }] : []
  })
  return forms === 0 ? nouns : [{ lexeme, forms, rest: [] }, ...nouns]
}
