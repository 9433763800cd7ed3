import { readFileSync } from 'node:fs'
import CSL from 'citeproc'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exportCsl } from '../../../core/digest/export-csl.ts'
import { CSV_COLUMNS, exportCsv } from '../../../core/digest/export-csv.ts'
import { exportJson } from '../../../core/digest/export-json.ts'
import { exportMarkdown } from '../../../core/digest/export-markdown.ts'
import { SENTENCE, record, report } from './exported-page.ts'

type Row = Record<string, string>
const readCsv = (text: string): Row[] => parse(text, { columns: true, bom: true }) as Row[]

describe('CSV', () => {
  const rows = readCsv(exportCsv(record))

  it('has a row for each mention and quote, with all columns', () => {
    const mentions = record.mentions.reduce(
      (sum, one) => sum + one.places.length * one.quotes.length,
      0,
    )
    const ofKind = (kind: string) => rows.filter((row) => row['kind'] === kind).length
    expect(ofKind('company') + ofKind('action')).toBe(mentions)
    expect([ofKind('quotation'), ofKind('figure')]).toEqual([1, 2])
    expect(Object.keys(rows[0] ?? {})).toEqual([...CSV_COLUMNS])
  })

  it('reads back to the record', () => {
    const [first] = record.mentions
    const own = rows.filter((row) => row['sentence on the page'] === SENTENCE).slice(0, 3)
    expect(own.map((row) => row['quote'])).toEqual(first?.quotes.map((one) => one.text))
    expect(own[0]).toMatchObject({
      'sentence on the page': SENTENCE,
      'page address': report.address,
      accessed: '2020-01-02',
      'source context': '1.2.3',
      'index format': '1',
      'index sha-256': 'a'.repeat(64),
    })
  })

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '＝1+1',
    '＠x',
    '\u00a0=1',
    '\n=1',
  ])('gives a spreadsheet no formula: %j', (words) => {
    const page = { ...record.page, title: words }
    const [row] = readCsv(exportCsv({ ...record, page }))
    expect(row?.['page title']).toBe(`'${words}`)
  })

  it('keeps any text, and lets none begin like a formula', () => {
    const text = fc.string({
      unit: fc.constantFrom('=', '"', ',', '\n', '\r', '-', '@', ' ', 'a', 'é', "'"),
    })
    fc.assert(
      fc.property(text, (title) => {
        const [row] = readCsv(exportCsv({ ...record, page: { ...record.page, title } }))
        const cell = row?.['page title'] ?? ''
        expect([title, `'${title}`]).toContain(cell)
        expect(cell).not.toMatch(/^\s*[=+\-@]/)
      }),
    )
  })
})

describe('JSON', () => {
  it('reads back to the same record', () => {
    expect(JSON.parse(exportJson(record))).toEqual(record)
  })
})

describe('Markdown', () => {
  it('lets no text of the page or of a source become markup', () => {
    const text = exportMarkdown(record)
    expect(text).toContain('What the \\<harbour\\> pays')
    expect(text).toContain('ZTE \\*settled\\* with')
    expect(text).not.toMatch(/(^|[^\\])<harbour/)
  })

  it('quotes every passage in full', () => {
    const plain = exportMarkdown(record).replaceAll('\\', '').replace(/\n> /g, '\n')
    for (const quote of record.mentions.flatMap((one) => one.quotes))
      expect(plain).toContain(quote.text)
  })
})

type Item = { id: string; title: string; issued?: { circa?: boolean }; note?: string }

describe('CSL-JSON', () => {
  const items = JSON.parse(exportCsl(record)) as Item[]

  it('holds the quoted documents and the page', () => {
    expect(items.map((item) => item.id)).toEqual([...record.documents.map((one) => one.id), 'page'])
  })

  it('notes which characters are quoted, and which index they were quoted from', () => {
    const note = (id: string) => items.find((item) => item.id === id)?.note
    expect(note('courier')).toMatch(/quoted characters 0–80, 144–240$/)
    expect(note('page')).toContain('a'.repeat(64))
  })

  it('marks inferred dates as about that time', () => {
    expect(items.find((item) => item.id === 'courier')?.issued?.circa).toBe(true)
    expect(items.find((item) => item.id === 'page')?.issued?.circa).toBeUndefined()
  })

  it('renders as citations in a CSL processor', () => {
    const style = readFileSync('tests/fixtures/citation-style.csl', 'utf8')
    const locale = readFileSync('tests/fixtures/citation-locale.xml', 'utf8')
    const engine = new CSL.Engine(
      {
        retrieveLocale: () => locale,
        retrieveItem: (id: string) => items.find((item) => item.id === id),
      },
      style,
      'en-US',
    )
    engine.setOutputFormat('text')
    engine.updateItems(items.map((item) => item.id))
    const [, entries] = engine.makeBibliography()
    expect(entries.map((entry: string) => entry.trim())).toEqual([
      'Shops clear their shelves. The Gazette (4 May 2018). https://gazette.example/story',
      'ZTE pays. The Courier (ca. March 2017). https://courier.example/story',
      'The firm was hit with a $1 billion fine in 2017. The Ledger (November 2018).',
      'What the <harbour> pays. (14 June 2019). https://lantern.example/pays?a=1&b=2',
    ])
  })
})
