import type { LexiconEntity, NameRule } from '../core/detect/lexicon.ts'
import type { AgencyEntry, CompanyEntry, CountryEntry } from './lexicon-schema.ts'
import { misspellName } from './misspell-name.ts'

/** A company with all its names, misspellings among them. */
export function companyEntity(company: CompanyEntry): LexiconEntity {
  return withoutUndefined({
    id: company.id,
    kind: 'company' as const,
    name: company.name,
    country: company.country,
    names: unique([...company.aliases.map(compactName), ...misspelt(company)]),
  })
}

function misspelt({ misspelt }: CompanyEntry): NameRule[] {
  if (!misspelt) return []
  const forms = [...misspellName(misspelt.name), ...misspelt.also]
  return [...new Set(forms)]
    .filter((form) => !misspelt.except.includes(form))
    .map((form) => ({ form, suggested: true }))
}

/** An agency with its names, its country's where it is the government, and its officials'. */
export function agencyEntity(agency: AgencyEntry, countries: CountryEntry[]): LexiconEntity {
  const country = countries.find((one) => one.government === agency.id)
  return withoutUndefined({
    id: agency.id,
    kind: 'agency' as const,
    name: agency.name,
    country: agency.country,
    partOf: agency.partOf,
    umbrella: agency.umbrella,
    classes: classesOf(agency),
    about: agency.about,
    names: unique(agency.aliases.flatMap(withLongCountry).map(compactName)),
    roles: rolesOf(agency, country),
  })
}

function rolesOf(
  { officials, surnames }: AgencyEntry,
  country: CountryEntry | undefined,
): LexiconEntity['roles'] {
  const { names, adjectives, seats } = country ?? {}
  const roles = {
    country: names,
    adjective: adjectives,
    seat: seats,
    official: officials,
    surname: surnames,
  }
  const used = Object.entries(roles).filter(([, forms]) => forms !== undefined && forms.length > 0)
  return used.length > 0 ? Object.fromEntries(used) : undefined
}

/** What an agency is called after its first naming, by its own names. */
const CLASS_WORDS = [
  'department',
  'ministry',
  'bureau',
  'board',
  'centre',
  'office',
  'commission',
  'committee',
  'agency',
  'authority',
]

function classesOf(agency: AgencyEntry): string[] | undefined {
  const names = [
    agency.name,
    ...agency.aliases.map((one) => (typeof one === 'string' ? one : one.form)),
  ]
  const words = new Set(
    names.flatMap((name) =>
      name
        .toLowerCase()
        .replaceAll('center', 'centre')
        .split(/[^a-z]+/),
    ),
  )
  const found = agency.umbrella ? [] : CLASS_WORDS.filter((word) => words.has(word))
  const all = [...new Set([...(agency.class ?? []), ...found])]
  return all.length > 0 ? all : undefined
}

/** "US intelligence" is also written "United States intelligence". */
function withLongCountry(alias: string | NameEntry): (string | NameEntry)[] {
  const form = typeof alias === 'string' ? alias : alias.form
  if (!/^US /.test(form)) return [alias]
  const long = form.replace(/^US /, 'United States ')
  return [alias, typeof alias === 'string' ? long : { ...alias, form: long }]
}

type NameEntry = AgencyEntry['aliases'][number] & object

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
export function withoutUndefined<T extends object>(value: T): Exact<T> {
  return Object.fromEntries(
    Object.entries(value).filter((pair) => pair[1] !== undefined),
  ) as Exact<T>
}

type Exact<T> = { [K in keyof T]: Exclude<T[K], undefined> }
