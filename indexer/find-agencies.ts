import type { Entity, EntityId } from '../core/source-index.ts'
import type { Lexicon, LexiconEntity, NameRule } from '../core/detect/lexicon.ts'
import { nameRules } from '../core/detect/name-rules.ts'
import type { FoundEntity } from './find-entities.ts'
import { createEntityFinder } from './find-entities.ts'
import { createHierarchy } from './hierarchy.ts'

type Finder = (text: string) => FoundEntity[]
/** `near`: whether a word stands in the text around, for names that count only beside certain words. */
export type AgencyFinder = (text: string, near?: (word: string) => boolean) => FoundEntity[]

/** "US senators" are not the government but its parliament. */
const LAWMAKERS =
  /\b(?:senat(?:e|ors?)|lawmakers?|legislat(?:ors?|ure)|congress(?:men)?|parliament(?:arians)?|parliamentary committee|bundestag|(?:upper|lower) house|MPs)$/i

/**
 * A finder of the agencies that a text names, acting or not: by name, by official, and by country
 * where a word for government follows ("US officials", "Australian authorities").
 */
export function createAgencyFinder(lexicon: Lexicon): AgencyFinder {
  const { parliament } = createHierarchy(lexicon.entities)
  const rules = new Map(agencies(lexicon).flatMap((agency) => agency.names.flatMap(toRule(agency))))
  const find = createEntityFinder([
    // What an agency is called itself goes before "country and noun": the US military is the Pentagon.
    ...agencies(lexicon).map((agency) => withForms(agency, ownForms)),
    ...agencies(lexicon).map((agency) => withForms(agency, (name) => nounForms(name, lexicon))),
  ])
  return (text, near = (word) => text.includes(word)) =>
    find(text).flatMap((found) => {
      const written = text.slice(found.start, found.end)
      const rule = rules.get(keyOf(found.entity, written))
      if (rule && !counts(rule, text, found, near)) return []
      const lawmakers = LAWMAKERS.test(written) ? parliament(found.entity) : undefined
      return [lawmakers === undefined ? found : { ...found, entity: lawmakers }]
    })
}

function toRule({ id }: LexiconEntity): (name: Name) => [string, NameRule][] {
  return (name) => (typeof name === 'string' ? [] : [[keyOf(id, name.form), name]])
}

function keyOf(id: EntityId, form: string): string {
  return `${id} ${form.toLowerCase()}`
}

/** Whether a name's conditions hold where it stands. */
function counts(
  rule: NameRule,
  text: string,
  { start, end }: FoundEntity,
  near: (word: string) => boolean,
): boolean {
  const after = text.slice(end).trimStart()
  const before = text.slice(0, start).trimEnd()
  if (rule.notBefore?.some((word) => after.startsWith(word))) return false
  if (rule.notAfter?.some((word) => new RegExp(`\\b${escape(word)}$`).test(before))) return false
  return rule.context === undefined || rule.context.some(near)
}

function escape(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** A finder of companies by any of their names. */
export function createCompanyFinder(lexicon: Lexicon): Finder {
  const companies = lexicon.entities.filter(({ kind }) => kind === 'company')
  return createEntityFinder(
    companies.map((company) =>
      withForms(company, (name) => [typeof name === 'string' ? name : name.form]),
    ),
  )
}

/** A finder of countries by name, each as its government: whose "government report" it is. */
export function createCountryFinder(lexicon: Lexicon): Finder {
  return createEntityFinder(
    agencies(lexicon).map((agency) =>
      withForms(agency, (name) =>
        typeof name !== 'string' && name.role === 'country' ? [name.form] : [],
      ),
    ),
  )
}

type Name = LexiconEntity['names'][number]

function agencies(lexicon: Lexicon): LexiconEntity[] {
  return lexicon.entities
    .filter(({ kind }) => kind === 'agency')
    .map((agency) => ({ ...agency, names: nameRules(agency) }))
}

function withForms(agency: LexiconEntity, forms: (name: Name) => string[]): Entity {
  const { id, kind, name, names } = agency
  return { id, kind, name, aliases: names.flatMap(forms), conflicts: [] }
}

/** "the government in Tokyo" */
const SEATED = ['government', 'officials', 'authorities', 'lawmakers', 'regulators', 'ministers']

function ownForms(name: Name): string[] {
  if (typeof name === 'string') return [name]
  return name.role === undefined || name.role === 'name' || name.role === 'official'
    ? [name.form]
    : []
}

function nounForms(name: Name, { governmentNouns }: Lexicon): string[] {
  if (typeof name === 'string') return []
  if (name.role === 'seat') return SEATED.map((noun) => `${noun} in ${name.form}`)
  if (name.role !== 'country' && name.role !== 'adjective') return []
  return governmentNouns.map((noun) => `${name.form} ${noun}`)
}
