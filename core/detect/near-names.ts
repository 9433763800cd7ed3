import { firstWord } from './detect-tokens.ts'
import { EXACT } from './find-near-name.ts'
import type { Lexicon, LexiconEntity } from './lexicon.ts'
import { createNameTable, type NameForm } from './name-table.ts'

/**
 * Names that begin with a company's first word, as text for `createNearNameFinder`: sorted lines of a
 * name, a tab, whose it is (nobody's where an agency's), and a mark that belongs to its end ("Ltd.").
 * Between two words stands one blank, and before it what punctuation is written there: as it may be
 * left out, such a name has a line for each way to write it. Names with conditions are left out.
 */
export function nearNames(lexicon: Lexicon): string {
  const entities = lexicon.entities.flatMap(withPlainNames)
  const table = createNameTable({ ...lexicon, entities }).byFirstWord()
  const groups = new Set(entities.flatMap(firstWordsOfCompany))
  return [...groups]
    .toSorted()
    .map((word) => `${linesOf(table.get(word) ?? []).join('')}\n`)
    .join('')
    .concat('\n')
}

function linesOf(forms: NameForm[]): string[] {
  const exact = forms.some((form) => form.exact) ? EXACT : ''
  // Of several forms that are written alike, the first is the one that a full scan finds.
  const named = new Map(
    forms.toReversed().flatMap((form) => spellings(form).map((name) => [name, form] as const)),
  )
  return [...named]
    .map(([name, { entity, lastMark }]) => {
      const id = entity.kind === 'company' ? entity.id : ''
      return `\n${name}\t${exact}${id}\t${lastMark}`
    })
    .toSorted()
}

/** The ways to write a name: with and without each mark between its words. */
function spellings(form: NameForm): string[] {
  const { exact, words, capitals, rule, marks } = form
  const usual = (word: string, k: number) =>
    exact?.[k] ?? (capitals[k] || rule.case === 'any' ? capitalise(word) : word)
  const spell = (spelt: string[]) =>
    spelt.reduce<string[]>(
      (before, word, k) =>
        k === 0
          ? [word]
          : before.flatMap((name) =>
              partsOf(marks[k] ?? '').map((some) => `${name}${some} ${word}`),
            ),
      [],
    )
  return [...spell(words.map(usual)), ...(rule.case === 'any' ? spell(words) : [])]
}

function partsOf(marks: string): string[] {
  return [...marks].reduce((parts, mark) => [...parts, ...parts.map((part) => part + mark)], [''])
}

function firstWordsOfCompany({ kind, names }: LexiconEntity): string[] {
  if (kind !== 'company') return []
  return names.map((name) => firstWord(typeof name === 'string' ? name : name.form))
}

function withPlainNames(entity: LexiconEntity): LexiconEntity[] {
  const names = entity.names.filter((name) => {
    const rule = typeof name === 'string' ? { form: name } : name
    return /^[\x20-\x7d]+$/.test(rule.form) && !rule.context && !rule.notAfter && !rule.notBefore
  })
  return names.length > 0 ? [{ ...entity, names }] : []
}

const capitalise = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
