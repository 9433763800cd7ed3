import type { ExportForm } from '../../components/ExportMenu.tsx'
import type { DigestPage } from '../../components/Digest.tsx'
import type { IndexLookup } from '../../core/card/card-content.ts'
import { makeRecord, type DigestRecord } from '../../core/digest/digest-record.ts'
import { exportCsl } from '../../core/digest/export-csl.ts'
import { exportCsv } from '../../core/digest/export-csv.ts'
import { exportJson } from '../../core/digest/export-json.ts'
import { exportMarkdown } from '../../core/digest/export-markdown.ts'
import { describePack } from '../../extension/bundled-index.ts'
import { saveFile } from '../../extension/save-file.ts'

export type ReadablePage = Extract<DigestPage, { name: 'readable' }>

const WRITERS: Record<
  ExportForm,
  { ending: string; type: string; write(record: DigestRecord): string }
> = {
  markdown: { ending: 'md', type: 'text/markdown', write: exportMarkdown },
  csv: { ending: 'csv', type: 'text/csv', write: exportCsv },
  json: { ending: 'json', type: 'application/json', write: exportJson },
  csl: { ending: 'csl.json', type: 'application/json', write: exportCsl },
}

/** The record of the page as it stands in the digest now. */
export async function recordPage(lookup: IndexLookup, page: ReadablePage): Promise<DigestRecord> {
  const { digest, checks } = page
  return makeRecord(lookup, {
    digest,
    published: checks.published,
    quotes: checks.quotes,
    figures: checks.figures,
    pack: { ...(await describePack()), schemaVersion: lookup.index.schemaVersion },
    accessed: today(),
  })
}

export async function saveRecord(
  lookup: IndexLookup,
  page: ReadablePage,
  form: ExportForm,
): Promise<void> {
  const { ending, type, write } = WRITERS[form]
  const record = await recordPage(lookup, page)
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
