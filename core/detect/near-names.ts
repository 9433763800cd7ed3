import { firstWord } from './detect-tokens.ts'
import type { Lexicon, LexiconEntity } from './lexicon.ts'
import { createNameTable, type NameForm } from './name-table.ts'
import type { EntityId, Span } from '../source-index.ts'

/**
 * The companies' names in plain letters as a tree of words, made when the extension is built: what is
 * plain in the text of a page is told by a few look-ups, long before tables and rules are ready.
 */
export type NameStep = {
  /** Whose name ends here; empty for an agency's. */
  id?: EntityId
  /** Only as written here; otherwise capitals may stand for small letters. */
  exact?: true
  /** A mark that belongs to the name ("Ltd."). */
  last?: string
  /** What may stand before the next word, besides white space or a hyphen. */
  marks?: string
  next?: Record<string, NameStep>
}

/** Names that begin with a company's first word; those with conditions are left out. */
export function nearNames(lexicon: Lexicon): NameStep {
  const entities = lexicon.entities.flatMap(withPlainNames)
  const table = createNameTable({ ...lexicon, entities }).byFirstWord()
  const root: NameStep = {}
  for (const word of new Set(entities.flatMap(firstWordsOfCompany)))
    for (const form of table.get(word) ?? []) addForm(root, form)
  return root
}

function firstWordsOfCompany({ kind, names }: LexiconEntity): string[] {
  if (kind !== 'company') return []
  return names.map((name) => firstWord(typeof name === 'string' ? name : name.form))
}

function withPlainNames(entity: LexiconEntity): LexiconEntity[] {
  const names = entity.names.filter((name) => {
    const rule = typeof name === 'string' ? { form: name } : name
    return /^[\x20-\x7e]+$/.test(rule.form) && !rule.context && !rule.notAfter && !rule.notBefore
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
      step.next ??= {}
      step = step.next[word] ??= exact ? { exact: true } : {}
    })
    step.id ??= entity.kind === 'company' ? entity.id : ''
    if (lastMark !== '') step.last ??= lastMark
  }
  add(words.map(usual))
  if (rule.case === 'any') add(words)
}

const capitalise = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()

/** A company's name that is surely one, whatever else the page says. */
export type NearName = Span & { company: EntityId }

/** What stands around a name in prose: beside anything else it may be part of a word or an address. */
const BEFORE = ' \n\t\r\u00a0"\'(\u201c\u2018\u2014\u2013'
const AFTER = ' \n\t\r\u00a0"\'),;\u201d\u2019\u2014\u2013'
const STOPS = '.!?:'
const PLAIN_GAP = ' \n\t\r\u00a0-'

/**
 * The company's name at a place of a text: `undefined` where there is none, and also where it takes
 * more than a look to tell. What it finds, a full scan finds too. Written without patterns, each of
 * which a page would compile anew.
 */
export function findNearName(names: NameStep, text: string, at: number): NearName | undefined {
  if (at > 0 && !BEFORE.includes(text.charAt(at - 1))) return undefined
  let step = names
  let found: NameStep | undefined
  let end = at
  for (let from = at; ;) {
    let to = from
    while (isLetter(text.charCodeAt(to))) to += 1
    const next = nextStep(step, text.slice(from, to))
    if (!next) break
    step = next
    if (step.id !== undefined) {
      found = step
      end = to
    }
    if (!step.next) break
    for (from = to; from < text.length && isInner(text.charAt(from), step.marks);) from += 1
    if (from === to) break
  }
  if (!found?.id || !endsWord(text, end)) return undefined
  if (found.last !== undefined && text.startsWith(found.last, end)) end += found.last.length
  return { start: at, end, company: found.id }
}

/** A digit or a letter of ASCII; `NaN` behind the end is none. */
function isLetter(code: number): boolean {
  return (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58)
}

function nextStep({ next }: NameStep, word: string): NameStep | undefined {
  if (!next || word === '') return undefined
  if (Object.hasOwn(next, word)) return next[word]
  const usual = word.charAt(0) + word.slice(1).toLowerCase()
  return Object.hasOwn(next, usual) && !next[usual]?.exact ? next[usual] : undefined
}

function isInner(char: string, marks = ''): boolean {
  return PLAIN_GAP.includes(char) || marks.includes(char)
}

function endsWord(text: string, end: number): boolean {
  const after = text.charAt(end)
  if (after === '' || AFTER.includes(after)) return true
  const next = text.charAt(end + 1)
  return STOPS.includes(after) && (next === '' || AFTER.includes(next))
}
