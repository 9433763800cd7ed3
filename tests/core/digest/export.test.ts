import { readFileSync } from 'node:fs'
import CSL from 'citeproc'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ListedMention, PageReport } from '../../../core/page-report.ts'
import { queryFor } from '../../../core/context/context-query.ts'
import type { ContextFinder } from '../../../core/context/context.ts'
import { digestPage } from '../../../core/digest/digest.ts'
import type { DigestRecord } from '../../../core/digest/digest-record.ts'
import { makeRecord } from '../../../core/digest/make-record.ts'
import { exportCsl } from '../../../core/digest/export-csl.ts'
import { CSV_COLUMNS, exportCsv } from '../../../core/digest/export-csv.ts'
import { exportJson } from '../../../core/digest/export-json.ts'
import { exportMarkdown } from '../../../core/digest/export-markdown.ts'
import { checkFigures } from '../../../core/digest/number-check.ts'
import { createQuoteChecker } from '../../../core/digest/quote-check.ts'
import { readCatalogue } from '../../../core/read-catalogue.ts'
import { speakMeanwhile } from '../../../core/words.ts'
import english from '../../../public/_locales/en/messages.json' with { type: 'json' }
import { smallLookup, TEXTS } from './small-index.ts'

const SENTENCE = 'ZTE *settled* with the "Commerce Department" | for $892 million.'
const OTHER_SENTENCE = 'ZTE then settled with the Commerce Department once more.'
const mention = (id: number, more: Partial<ListedMention>): ListedMention =>
  ({ id, surface: 'ZTE', before: '', after: '', sentence: SENTENCE, ...more }) as ListedMention
const report: PageReport = {
  title: 'What the <harbour> pays',
  address: 'https://lantern.example/pays?a=1&b=2',
  site: 'lantern.example',
  off: false,
  locked: false,
  mentions: [
    mention(1, { kind: 'company', company: 'zte' }),
    mention(2, {
      kind: 'action',
      agency: 'commerce',
      action: 'settle',
      target: 'zte',
      modality: 'asserted',
      surface: '=settled with the Commerce Department',
    }),
    mention(3, {
      kind: 'action',
      agency: 'commerce',
      action: 'settle',
      target: 'zte',
      modality: 'asserted',
      surface: 'settled with the Commerce Department',
      sentence: OTHER_SENTENCE,
    }),
  ],
}
/** What the sources hold is not the export's affair: the same three answers, whatever is asked. */
const finder: ContextFinder = {
  find: ({ agency, sentence }) => {
    if (sentence === OTHER_SENTENCE)
      return {
        event: 'event-ban',
        passages: [{ passage: 'risk', tier: 'same-event', reason: 'the same event' }],
        replies: [],
        conflicts: [],
      }
    const passages = agency === undefined ? ['fined', 'ban'] : ['pay', 'ross']
    const tier = agency === undefined ? 'background' : 'same-event'
    return {
      ...(agency !== undefined && { event: 'event-settle' }),
      passages: passages.map((passage) => ({ passage, tier, reason: tier })),
      replies: agency === undefined ? [] : ['open'],
      conflicts: [],
    }
  },
}
const checkQuote = createQuoteChecker(smallLookup)
/** What the digest shows, in the language that is spoken now. */
const readPage = () => ({
  contextOf: (one: ListedMention) => finder.find(queryFor(one, [])),
  digest: digestPage(new Map([[0, report]]), finder, smallLookup),
  published: {
    place: 'meta',
    date: { value: '2019-06-14', precision: 'day', basis: 'text' },
  } as const,
  quotes: [
    checkQuote({
      id: 1,
      text: 'We are putting the town on notice that the games are over',
      before: '',
      after: '” Martin Keller said.',
    }),
  ].flatMap((one) => one ?? []),
  figures: checkFigures(smallLookup, {
    sentence: SENTENCE,
    act: 'settled',
    event: 'event-settle',
  }),
  pack: { extension: '1.2.3', schemaVersion: 1, sha256: 'a'.repeat(64) },
  accessed: '2020-01-02',
})
const record: DigestRecord = makeRecord(smallLookup, readPage())

type Row = Record<string, string>
const readCsv = (text: string): Row[] => parse(text, { columns: true, bom: true }) as Row[]

describe('the record of a page', () => {
  it('holds for each mention the quotes, their places and their documents', () => {
    const quotes = record.mentions.flatMap((one) => one.quotes)
    expect(quotes.length).toBeGreaterThan(2)
    for (const { document, start, end, text } of quotes)
      expect(TEXTS.get(document)?.slice(start, end)).toBe(text)
  })

  it('keeps mentions apart whose sentences the sources answer differently', () => {
    const actions = record.mentions.filter((one) => one.kind === 'action')
    expect(
      actions.map(({ places, event, quotes }) => [
        places.map((place) => place.sentence),
        event?.id,
        quotes.map((quote) => quote.passage),
      ]),
    ).toEqual([
      [[SENTENCE], 'event-settle', ['pay', 'ross', 'open']],
      [[OTHER_SENTENCE], 'event-ban', ['risk']],
    ])
  })

  it('gives the passages of each reading of a figure', () => {
    expect(
      record.figures.flatMap(({ readings }) =>
        readings.map(({ value, source }) => [value, source.map((one) => one.passage)]),
      ),
    ).toEqual([
      ['$1.19 billion', ['pay']],
      ['$1 billion', ['fined']],
    ])
  })

  it('lists the documents that it quotes, once each, and no other', () => {
    const cited = new Set(
      [
        ...record.mentions.flatMap((one) => one.quotes),
        ...record.quotations.flatMap((one) => one.source),
        ...record.figures.flatMap((one) => one.readings.flatMap((reading) => reading.source)),
      ].map((quote) => quote.document),
    )
    expect(new Set(record.documents.map((one) => one.id))).toEqual(cited)
  })

  it('lists no document where it quotes none', () => {
    const empty = makeRecord(smallLookup, {
      digest: digestPage(new Map([[0, { ...report, mentions: [] }]]), finder, smallLookup),
      contextOf: (one) => finder.find(queryFor(one, [])),
      published: undefined,
      quotes: [],
      figures: [],
      pack: record.pack,
      accessed: record.page.accessed,
    })
    expect(empty.documents).toEqual([])
  })

  it('is the same for the same page', async () => {
    await expect(exportMarkdown(record)).toMatchFileSnapshot('golden/digest.md.txt')
    await expect(exportCsv(record)).toMatchFileSnapshot('golden/digest.csv.txt')
    await expect(exportJson(record)).toMatchFileSnapshot('golden/digest.json.txt')
    await expect(exportCsl(record)).toMatchFileSnapshot('golden/digest.csl.json.txt')
  })

  it('is in the reader’s language, and in English for machines whatever that is', () => {
    const settled = { ...english, event_actionSettle: { message: 'Vergleich' } }
    const [page, own] = speakMeanwhile(readCatalogue(settled), () => {
      const read = readPage()
      return [read, exportMarkdown(makeRecord(smallLookup, read))]
    })
    expect(own).toContain('Commerce Department · Vergleich · ZTE')
    const machine = speakMeanwhile(readCatalogue(english), () => makeRecord(smallLookup, page))
    expect(machine).toEqual(record)
  })
})

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
