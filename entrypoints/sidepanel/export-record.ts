import type { ExportForm } from '../../components/ExportMenu.tsx'
import type { DigestPage } from '../../components/Digest.tsx'
import { companiesOf, queryFor } from '../../core/context/context-query.ts'
import type { Context } from '../../core/context/context.ts'
import type { DigestRecord } from '../../core/digest/digest-record.ts'
import type { PageDigest, PlacedMention } from '../../core/digest/digest.ts'
import { makeRecord } from '../../core/digest/make-record.ts'
import { exportCsl } from '../../core/digest/export-csl.ts'
import { exportCsv } from '../../core/digest/export-csv.ts'
import { exportJson } from '../../core/digest/export-json.ts'
import { exportMarkdown } from '../../core/digest/export-markdown.ts'
import { speakMeanwhile } from '../../core/words.ts'
import { describePack } from '../../extension/bundled-index.ts'
import { saveFile } from '../../extension/save-file.ts'
import { readEnglish } from '../../extension/words.ts'
import type { ReadySources } from './describe-page.ts'

export type ReadablePage = Extract<DigestPage, { name: 'readable' }>

const WRITERS: Record<
  ExportForm,
  { ending: string; type: string; isForMachines?: true; write(record: DigestRecord): string }
> = {
  markdown: { ending: 'md', type: 'text/markdown', write: exportMarkdown },
  csv: { ending: 'csv', type: 'text/csv', isForMachines: true, write: exportCsv },
  json: { ending: 'json', type: 'application/json', isForMachines: true, write: exportJson },
  csl: { ending: 'csl.json', type: 'application/json', isForMachines: true, write: exportCsl },
}

/** The record of the page as it stands in the digest now, in the reader's language. */
export async function recordPage(sources: ReadySources, page: ReadablePage): Promise<DigestRecord> {
  return (await prepareRecord(sources, page))()
}

/** Gathers what the record is made of; the record itself is made, and put into words, at the call. */
async function prepareRecord(
  { lookup, finder }: ReadySources,
  { digest, checks }: ReadablePage,
): Promise<() => DigestRecord> {
  const parts = {
    digest,
    contextOf: await askForEach(digest, finder),
    published: checks.published,
    quotes: checks.quotes,
    figures: checks.figures,
    pack: { ...(await describePack()), schemaVersion: lookup.index.schemaVersion },
    accessed: today(),
  }
  return () => makeRecord(lookup, parts)
}

/** How long the panel may be busy without a pause, in ms: what it shows stays alive meanwhile. */
const SLICE_MS = 40

/** What the sources hold for each mention; equal questions are asked once. */
async function askForEach(
  { mentions }: PageDigest,
  finder: ReadySources['finder'],
): Promise<(mention: PlacedMention) => Context> {
  const companies = companiesOf(mentions)
  const questions = mentions.map((mention) => queryFor(mention, companies))
  const keys = questions.map((question) => JSON.stringify(question))
  const answers = new Map<string, Context>()
  let pause = performance.now() + SLICE_MS
  for (const [at, question] of questions.entries()) {
    const key = keys[at] ?? ''
    if (answers.has(key)) continue
    answers.set(key, finder.find(question))
    if (performance.now() < pause) continue
    await new Promise((resolve) => setTimeout(resolve))
    pause = performance.now() + SLICE_MS
  }
  const none: Context = { passages: [], replies: [], conflicts: [] }
  const places = new Map(mentions.map((mention, at) => [mention, keys[at] ?? '']))
  return (mention) => answers.get(places.get(mention) ?? '') ?? none
}

export async function saveRecord(
  sources: ReadySources,
  page: ReadablePage,
  form: ExportForm,
): Promise<void> {
  const { ending, type, isForMachines, write } = WRITERS[form]
  const make = await prepareRecord(sources, page)
  const english = isForMachines && (await readEnglish())
  const record = english ? speakMeanwhile(english, make) : make()
  saveFile(`${fileName(record)}.${ending}`, `${type};charset=utf-8`, write(record))
}

/** The reader's own day, not Greenwich's. */
function today(): string {
  const now = new Date()
  const pad = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}

/** Letters that a file name stands everywhere. */
function fileName({ page }: DigestRecord): string {
  const words = page.title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return ['source-context', ...words.slice(0, 6), page.accessed].join('-')
}
