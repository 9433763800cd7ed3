import { firstWord } from './detect-tokens.ts'
import type { NameStep } from './find-near-name.ts'
import type { Lexicon, LexiconEntity } from './lexicon.ts'
import { createNameTable, type NameForm } from './name-table.ts'
import type { EntityId } from '../source-index.ts'

/**
 * Names that begin with a company's first word, as text for `createNearNameFinder`: a line for each
 * first word, in order, with what may follow it. Names with conditions are left out.
 */
export function nearNames(lexicon: Lexicon): string {
  const entities = lexicon.entities.flatMap(withPlainNames)
  const table = createNameTable({ ...lexicon, entities }).byFirstWord()
  const root: NameStep = {}
  for (const word of new Set(entities.flatMap(firstWordsOfCompany)))
    for (const form of table.get(word) ?? []) addForm(root, form)
  const lines = Object.entries(root.next ?? {}).map(
    ([word, step]) => `\n${word}${writeStep(step).replaceAll('"', '~')}`,
  )
  return lines.toSorted().join('')
}

/** As JSON; a step that ends a name and nothing else is its id alone. */
function writeStep(step: NameStep | EntityId): string {
  return JSON.stringify(step, (_key, value: NameStep | string) =>
    typeof value === 'object' && value.id !== undefined && Object.keys(value).length === 1
      ? value.id
      : value,
  ).replace(/^"(.*)"$/, '{"id":"$1"}')
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

function addForm(root: NameStep, form: NameForm): void {
  const { exact, words, capitals, rule, entity, lastMark } = form
  const usual = (word: string, k: number) =>
    exact?.[k] ?? (capitals[k] || rule.case === 'any' ? capitalise(word) : word)
  const add = (spelt: string[]) => {
    let step = root
    spelt.forEach((word, k) => {
      const marks = new Set([...(step.marks ?? ''), ...(k === 0 ? '' : (form.marks[k] ?? ''))])
      if (marks.size > 0) step.marks = [...marks].join('')
      const next = (step.next ??= {})
      const known = next[word]
      step = typeof known === 'object' ? known : (next[word] = exact ? { exact: true } : {})
    })
    step.id ??= entity.kind === 'company' ? entity.id : ''
    if (lastMark !== '') step.last ??= lastMark
  }
  add(words.map(usual))
  if (rule.case === 'any') add(words)
}

const capitalise = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
