import { describe, expect, it } from 'vitest'
import { queryFor } from '../../../core/context/context-query.ts'
import { digestPage } from '../../../core/digest/digest.ts'
import { makeRecord } from '../../../core/digest/make-record.ts'
import { exportCsl } from '../../../core/digest/export-csl.ts'
import { exportCsv } from '../../../core/digest/export-csv.ts'
import { exportJson } from '../../../core/digest/export-json.ts'
import { exportMarkdown } from '../../../core/digest/export-markdown.ts'
import { readCatalogue } from '../../../core/read-catalogue.ts'
import { speakMeanwhile } from '../../../core/words.ts'
import english from '../../../public/_locales/en/messages.json' with { type: 'json' }
import { smallLookup, TEXTS } from './small-index.ts'
import { SENTENCE, OTHER_SENTENCE, readPage, record, finder, report } from './exported-page.ts'

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
