/**
 * Compiles the hand-written lexicon (`companies.json`, `agencies.json`, `actions.json`) into the one
 * object that the extension loads: inflections written out, names checked against each other.
 */

import * as v from 'valibot'
import type { Lexicon, LexiconEntity, NameRule } from '../core/lexicon.ts'
import { compileActions } from './compile-actions.ts'
import type { Fault } from './fault.ts'
import { lineAt } from './fault.ts'
import { ActionsFile, AgenciesFile, CompaniesFile } from './lexicon-schema.ts'
import type { AgencyEntry, CompanyEntry, CountryEntry } from './lexicon-schema.ts'
import { jsonErrorOffset, locateJson } from './locate-json.ts'

export type LexiconFile = { name: string; text: string }
export type CompiledLexicon = { lexicon?: Lexicon; faults: Fault[] }

const SCHEMAS = {
  'companies.json': CompaniesFile,
  'agencies.json': AgenciesFile,
  'actions.json': ActionsFile,
}

/**
 * The lexicon made of its three files, or every fault in them: bad JSON, unknown fields and kinds,
 * missing names and files, doubled ids, unknown `partOf`, and names that two entities share without
 * both being marked as ambiguous.
 */
export function compileLexicon(files: LexiconFile[]): CompiledLexicon {
  const faults: Fault[] = files
    .filter((file) => !Object.hasOwn(SCHEMAS, file.name))
    .map((file) => ({ file: file.name, line: 1, message: 'not a file of the lexicon' }))
  const companies = readFile(files, 'companies.json', CompaniesFile, faults)
  const agencies = readFile(files, 'agencies.json', AgenciesFile, faults)
  const actions = readFile(files, 'actions.json', ActionsFile, faults)
  if (!companies || !agencies || !actions) return { faults }

  const entities = [
    ...companies.companies.map(companyEntity),
    ...agencies.agencies.map((agency) => agencyEntity(agency, agencies.countries)),
  ]
  faults.push(...checkEntities(entities, agencies.countries, files))
  if (faults.length > 0) return { faults }
  return {
    faults,
    lexicon: {
      version: 1,
      entities,
      governmentNouns: agencies.governmentNouns,
      titles: agencies.titles,
      generics: Object.fromEntries(agencies.generic.map((one) => [one.form, one.class])),
      lexemes: compileActions(actions),
      refinements: actions.refinements.map(withoutUndefined),
    },
  }
}

function readFile<Schema extends v.GenericSchema>(
  files: LexiconFile[],
  name: string,
  schema: Schema,
  faults: Fault[],
): v.InferOutput<Schema> | undefined {
  const text = files.find((file) => file.name === name)?.text.replace(/^\uFEFF/, '')
  if (text === undefined) {
    faults.push({ file: name, line: 1, message: 'the file is missing' })
    return undefined
  }
  const parsed = parseJson(text, name, faults)
  if (parsed === undefined) return undefined
  const result = v.safeParse(schema, parsed.value)
  if (result.success) return result.output
  faults.push(...result.issues.map((issue) => toFault(name, text, issue)))
  return undefined
}

function parseJson(text: string, file: string, faults: Fault[]): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const line = lineAt(text, jsonErrorOffset(text, reason))
    faults.push({ file, line, message: `not valid JSON: ${reason}` })
    return undefined
  }
}

function toFault(file: string, text: string, issue: v.BaseIssue<unknown>): Fault {
  const path = (issue.path ?? []).map((item) => item.key).filter(isKey)
  const where = path.length === 0 ? '' : `${path.join('.')}: `
  return { file, line: lineAt(text, locateJson(text, path)), message: `${where}${issue.message}` }
}

function isKey(key: unknown): key is string | number {
  return typeof key === 'string' || typeof key === 'number'
}

function companyEntity(company: CompanyEntry): LexiconEntity {
  return withoutUndefined({
    id: company.id,
    kind: 'company' as const,
    name: company.name,
    country: company.country,
    names: unique(company.aliases.map(compactName)),
  })
}

function agencyEntity(agency: AgencyEntry, countries: CountryEntry[]): LexiconEntity {
  const country = countries.find((one) => one.government === agency.id)
  return withoutUndefined({
    id: agency.id,
    kind: 'agency' as const,
    name: agency.name,
    country: agency.country,
    partOf: agency.partOf,
    umbrella: agency.umbrella,
    classes: agency.class,
    about: agency.about,
    names: unique([
      ...agency.aliases.flatMap(withLongCountry).map(compactName),
      ...(country ? countryNames(country) : []),
      ...withRole(agency.officials ?? [], 'official'),
      ...withRole(agency.surnames ?? [], 'surname'),
    ]),
  })
}

/** "US intelligence" is also written "United States intelligence". */
function withLongCountry(alias: string | NameEntry): (string | NameEntry)[] {
  const form = typeof alias === 'string' ? alias : alias.form
  if (!/^US /.test(form)) return [alias]
  const long = form.replace(/^US /, 'United States ')
  return [alias, typeof alias === 'string' ? long : { ...alias, form: long }]
}

type NameEntry = AgencyEntry['aliases'][number] & object

function countryNames(country: CountryEntry): NameRule[] {
  return [
    ...withRole(country.names, 'country'),
    ...withRole(country.adjectives, 'adjective'),
    ...withRole(country.seats, 'seat'),
  ]
}

function withRole(forms: string[], role: NonNullable<NameRule['role']>): NameRule[] {
  return forms.map((form) => ({ form, role }))
}

/** Leaves out the notes, which are for people, and writes a bare name as a string. */
function compactName(entry: string | NameEntry): string | NameRule {
  if (typeof entry === 'string') return entry
  const { ambiguous: _note, notBefore, ...rest } = entry
  const characters = typeof notBefore === 'string' ? [...notBefore] : notBefore
  const rule = withoutUndefined({ ...rest, notBefore: characters })
  return Object.keys(rule).length === 1 ? rule.form : rule
}

function unique(names: (string | NameRule)[]): (string | NameRule)[] {
  return [...new Map(names.map((name) => [JSON.stringify(name), name])).values()]
}

/** Drops keys without a value, so that the written JSON and the type agree. */
function withoutUndefined<T extends object>(value: T): Exact<T> {
  return Object.fromEntries(
    Object.entries(value).filter((pair) => pair[1] !== undefined),
  ) as Exact<T>
}

type Exact<T> = { [K in keyof T]: Exclude<T[K], undefined> }

function checkEntities(
  entities: LexiconEntity[],
  countries: CountryEntry[],
  files: LexiconFile[],
): Fault[] {
  const faults: Fault[] = []
  const report = (needle: string, message: string) => faults.push(faultAt(files, needle, message))
  const ids = new Set<string>()
  for (const entity of entities) {
    if (ids.has(entity.id)) report(`"${entity.id}"`, `the id "${entity.id}" is used twice`)
    ids.add(entity.id)
  }
  for (const { id, partOf } of entities) {
    if (partOf !== undefined && !ids.has(partOf))
      report(`"${id}"`, `"partOf" of "${id}" names "${partOf}", which is no entity`)
  }
  for (const { code, government } of countries) {
    if (!ids.has(government))
      report(`"${government}"`, `the government "${government}" of ${code} is no entity`)
  }
  for (const clash of findClashes(entities)) {
    report(
      JSON.stringify(clash.form),
      `"${clash.form}" is a name of ${clash.owners.join(' and ')}: mark each as "ambiguous" with "context"`,
    )
  }
  return faults
}

type Clash = { form: string; owners: string[] }

/** Written forms that two entities share, at least one of them without context words. */
function findClashes(entities: LexiconEntity[]): Clash[] {
  const byForm = new Map<string, { form: string; owner: string; marked: boolean }[]>()
  for (const entity of entities) {
    for (const name of entity.names) {
      const rule: NameRule = typeof name === 'string' ? { form: name } : name
      const key = rule.form.replaceAll('.', '').toLowerCase()
      const list = byForm.get(key) ?? []
      const marked =
        (rule.context?.length ?? 0) > 0 || rule.role === 'surname' || rule.role === 'official'
      byForm.set(key, [...list, { form: rule.form, owner: entity.id, marked }])
    }
  }
  return [...byForm.values()].flatMap((list) => {
    const owners = [...new Set(list.map((one) => one.owner))]
    const first = list[0]
    return owners.length > 1 && first && list.some((one) => !one.marked)
      ? [{ form: first.form, owners }]
      : []
  })
}

function faultAt(files: LexiconFile[], needle: string, message: string): Fault {
  const places = files.map((file) => ({ file, at: file.text.lastIndexOf(needle) }))
  const place = places.find((one) => one.at >= 0)
  if (!place) return { file: 'agencies.json', line: 1, message }
  return { file: place.file.name, line: lineAt(place.file.text, place.at), message }
}
