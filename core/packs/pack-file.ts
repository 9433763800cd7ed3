import * as v from 'valibot'
import { CountryCode } from '../country-code.ts'
import { say } from '../words.ts'
import { jsonFault, MOST_FAULTS, toFaults, type PackFault } from './pack-faults.ts'
import { LONGEST_NAME, MOST_NAMES, SHORTEST_NAME, type OwnNames } from './own-names.ts'
import type { NewDocument } from './pack.ts'

/** How a pack travels: one JSON file, data only. */
export type PackFile = {
  format: 'source-context-pack'
  schemaVersion: 1
  name: string
  documents: FiledDocument[]
  names: OwnNames
  /** Hex SHA-256 of `name`, `documents` and `names` as JSON without spaces, every object’s keys in order. */
  sha256: string
}

/** A document in a pack file; `sha256` is the hex digest of its text in UTF-8. */
export type FiledDocument = NewDocument & { file: string; sha256: string }

/** The longest text, in UTF-16 units: above this it is no document but a mistake. */
export const LONGEST_TEXT = 8 * 1024 * 1024
const MOST_DOCUMENTS = 20_000

const line = (most: number) => v.pipe(v.string(), v.nonEmpty(), v.maxLength(most))
const TextShape = v.pipe(
  v.string(),
  v.check((text) => text.trim() !== '', 'library_faultEmpty'),
  v.maxLength(LONGEST_TEXT),
  // A lone half of a character cannot be written as UTF-8, and would come back as another.
  v.check((text) => text.isWellFormed()),
  v.check((text) => !text.includes('\u0000')),
)
const DateShape = v.pipe(
  v.strictObject({
    value: v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)),
    precision: v.picklist(['year', 'month', 'day']),
    basis: v.picklist(['text', 'inferred', 'looked-up']),
    phrase: v.exactOptional(line(200)),
  }),
  v.check(({ value, precision }) => isDate(value, precision), 'library_faultDate'),
)
const AddressShape = v.pipe(
  line(4096),
  v.check(
    (address) => /^https?:\/\//.test(address) && URL.canParse(address),
    'library_faultAddress',
  ),
)
const FileShape = v.pipe(line(255), v.regex(/^[^/\\\u0000-\u001f]+$/))
const document = {
  kind: v.picklist(['page', 'text', 'markdown', 'html', 'pdf']),
  text: TextShape,
  title: v.nullable(line(1000)),
  publisher: line(200),
  author: v.exactOptional(line(300)),
  published: DateShape,
  address: v.nullable(AddressShape),
  captured: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15)),
}
const NewShape = v.strictObject({ ...document, file: v.exactOptional(FileShape) })
const Sha = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const NameForm = v.pipe(
  line(LONGEST_NAME),
  v.check((form) => form.trim() === form),
  v.check((form) => isLongEnough(form)),
)
const OwnNameShape = v.strictObject({
  kind: v.picklist(['company', 'agency']),
  name: NameForm,
  aliases: v.array(NameForm),
  of: v.exactOptional(line(200)),
  country: v.exactOptional(CountryCode),
})
const NamesShape = v.pipe(
  v.strictObject({
    entities: v.array(OwnNameShape),
    choices: v.array(
      v.strictObject({ form: line(LONGEST_NAME), keep: v.picklist(['other', 'own']) }),
    ),
  }),
  v.check(
    ({ entities }) => entities.reduce((sum, one) => sum + 1 + one.aliases.length, 0) <= MOST_NAMES,
    'library_faultLong',
  ),
)
const FileShapeOfPack = v.strictObject({
  format: v.literal('source-context-pack'),
  schemaVersion: v.literal(1),
  name: line(200),
  documents: v.pipe(
    v.array(v.strictObject({ ...document, file: FileShape, sha256: Sha })),
    v.maxLength(MOST_DOCUMENTS),
  ),
  names: NamesShape,
  sha256: Sha,
})

/** Letters that have small and capital ones need more of them than signs that stand for words. */
function isLongEnough(form: string): boolean {
  const letters = form.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  return letters >= SHORTEST_NAME
}

function isDate(value: string, precision: string): boolean {
  const [year = '', month = '01', day = '01'] = value.split('-')
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  const exists =
    !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`)
  return exists && value.length === { year: 4, month: 7, day: 10 }[precision]
}

/** What is wrong with a document that is to be kept, in words; `undefined` where nothing is. */
export function checkDocument(candidate: unknown): string | undefined {
  const checked = v.safeParse(NewShape, candidate)
  if (checked.success) return undefined
  const [fault] = toFaults(checked.issues)
  return fault && `${fault.where}: ${fault.what}`
}

export function checkNames(names: unknown): PackFault | undefined {
  const checked = v.safeParse(NamesShape, names)
  return checked.success ? undefined : toFaults(checked.issues)[0]
}

export type ParsedPack = { ok: true; pack: PackFile } | { ok: false; faults: PackFault[] }

/** Hex SHA-256 of a text in UTF-8. */
type Hash = (text: string) => Promise<string>

/**
 * Reads a pack file: its shape, then the hash of each text, then that of the whole. Nothing of a file
 * with a fault may be used.
 */
export async function parsePackFile(text: string, hash: Hash): Promise<ParsedPack> {
  const data = parseJson(text)
  if ('faults' in data) return { ok: false, faults: data.faults }
  const checked = v.safeParse(FileShapeOfPack, data.value)
  if (!checked.success) return { ok: false, faults: toFaults(checked.issues) }
  const pack = checked.output
  const faults: PackFault[] = []
  for (const [at, one] of pack.documents.entries())
    if ((await hash(one.text)) !== one.sha256)
      faults.push({ where: `documents.${at}.text`, what: say('library_faultChanged') })
  if (faults.length === 0 && (await hashPack(pack, hash)) !== pack.sha256)
    faults.push({ where: 'sha256', what: say('library_faultChanged') })
  return faults.length > 0
    ? { ok: false, faults: faults.slice(0, MOST_FAULTS) }
    : { ok: true, pack }
}

/** A pack as the text of a file. */
export async function writePackFile(
  content: Pick<PackFile, 'name' | 'documents' | 'names'>,
  hash: Hash,
): Promise<string> {
  const file = {
    format: 'source-context-pack',
    schemaVersion: 1,
    ...content,
    sha256: await hashPack(content, hash),
  }
  return `${JSON.stringify(file, undefined, 1)}\n`
}

/** Over the content as it is written here, whatever order of fields a file has. */
function hashPack(
  { name, documents, names }: Pick<PackFile, 'name' | 'documents' | 'names'>,
  hash: Hash,
): Promise<string> {
  return hash(JSON.stringify(sortKeys({ name, documents, names })))
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => Number(a > b) - Number(a < b))
  return Object.fromEntries(entries.map(([key, one]) => [key, sortKeys(one)]))
}

function parseJson(text: string): { value: unknown } | { faults: PackFault[] } {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    return { faults: [jsonFault(text, error)] }
  }
}
