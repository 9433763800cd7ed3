import type { DateValue } from '../core/source-index.ts'
import type { Fault } from './fault.ts'
import { lineAt } from './fault.ts'
import { parseJson } from './parse-json.ts'

/** What `sources.json` says of one seed. */
export type SourceEntry = {
  file: string
  title: string | null
  publisher: string
  published: DateValue
  address: string | null
}

const NAME = 'sources.json'
const PRECISIONS = { year: /^\d{4}$/, month: /^\d{4}-\d{2}$/, day: /^\d{4}-\d{2}-\d{2}$/ }
const BASES = ['text', 'inferred', 'looked-up'] as const

/** The entries of `sources.json`, and everything that is wrong in it. */
export function readSources(json: string): { entries: SourceEntry[]; faults: Fault[] } {
  const faults: Fault[] = []
  const parsed = parseJson(json, NAME)
  if ('fault' in parsed) return { entries: [], faults: [parsed.fault] }
  const documents = isRecord(parsed.value) ? parsed.value.documents : undefined
  if (!Array.isArray(documents)) {
    return { entries: [], faults: [{ file: NAME, line: 1, message: '"documents" is not a list' }] }
  }
  const lines = entryLines(json)
  const entries = documents.flatMap((value: unknown, i) => {
    return readEntry(value, lines[i] ?? 1, faults) ?? []
  })
  reportDoubles(entries, lines, faults)
  return { entries, faults }
}

/** The lines on which the entries' "file" fields stand, in order. */
function entryLines(json: string): number[] {
  return [...json.matchAll(/"file"\s*:/g)].map((match) => lineAt(json, match.index))
}

function readEntry(value: unknown, line: number, faults: Fault[]): SourceEntry | undefined {
  const name = isRecord(value) && typeof value.file === 'string' ? value.file : undefined
  const fault = (message: string) =>
    faults.push({ file: NAME, line, message: name ? `${name}: ${message}` : message })
  if (!isRecord(value) || name === undefined || !/^[^/\\]+\.txt$/.test(name)) {
    fault('"file" must be the name of a .txt file in this folder')
    return undefined
  }
  const title = readText(value.title, 'title', fault, true)
  const publisher = readText(value.publisher, 'publisher', fault, false)
  const address = readText(value.address, 'address', fault, true)
  if (typeof address === 'string' && !isWebAddress(address)) fault('"address" is not a web address')
  const published = readDate(value.published, fault)
  if (title === undefined || !publisher || address === undefined || !published) return undefined
  return { file: name, title, publisher, published, address }
}

/** `{ "value": text }`, with `null` only where nothing is known; undefined after a fault. */
function readText(
  field: unknown,
  name: string,
  fault: (message: string) => void,
  nullable: boolean,
): string | null | undefined {
  const value = isRecord(field) ? field.value : undefined
  if (nullable && value === null) return null
  if (typeof value === 'string' && value.trim() !== '') return value
  fault(`"${name}.value" must be a text${nullable ? ' or null' : ''}`)
  return undefined
}

function readDate(field: unknown, fault: (message: string) => void): DateValue | undefined {
  const { value, precision, basis } = isRecord(field) ? field : {}
  if (precision !== 'year' && precision !== 'month' && precision !== 'day') {
    fault('"published.precision" must be year, month or day')
  } else if (typeof value !== 'string' || !PRECISIONS[precision].test(value) || !exists(value)) {
    fault(`"published.value" must be an existing ${precision}, such as 2018-05-02, 2018-05 or 2018`)
  } else {
    const known = BASES.find((one) => one === basis)
    if (known) return { value, precision, basis: known }
    fault('"published.basis" must be text, inferred or looked-up')
  }
  return undefined
}

function exists(value: string): boolean {
  const [year = '', month = '01', day = '01'] = value.split('-')
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`)
}

function isWebAddress(address: string): boolean {
  return /^https?:\/\//.test(address) && URL.canParse(address)
}

function reportDoubles(entries: SourceEntry[], lines: number[], faults: Fault[]): void {
  const seen = new Set<string>()
  entries.forEach(({ file }, i) => {
    if (seen.has(file)) {
      faults.push({ file: NAME, line: lines[i] ?? 1, message: `${file} has two entries` })
    }
    seen.add(file)
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
