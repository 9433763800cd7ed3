import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ContextSource } from '../../core/context/context-source.ts'
import type { ContextQuery } from '../../core/context/context.ts'
import { createIndexSource } from '../../core/context/index-source.ts'
import { BUNDLED } from '../../core/packs/pack.ts'
import { addDocuments } from '../../extension/sources/library-documents.ts'
import { changePack, createPack } from '../../extension/sources/library-packs.ts'
import { readCommittedIndex } from '../committed-index.ts'
import { emptyBrowser, indexAll, seedDocuments, source as packs } from './harness.ts'

const index = readCommittedIndex()
const QUERIES: ContextQuery[] = [
  {
    agency: 'us-dod',
    action: 'ban',
    target: 'huawei',
    sentence: 'The Pentagon ordered stores on military bases to stop selling phones by Huawei.',
    pageCompanies: ['huawei', 'zte'],
  },
  { company: 'zte', sentence: 'ZTE paid a fine over sales to Iran.', pageCompanies: ['zte'] },
  { company: 'huawei', sentence: 'Huawei opened a shop.', pageCompanies: ['huawei'] },
]

/** What every source must do that holds the five seeds; a further one is added as a row. */
describe.each<[string, () => ContextSource]>([
  [
    'the bundled index',
    () =>
      createIndexSource(index, async (id) => {
        const file = index.documents.find((one) => one.id === id)?.file
        return file === undefined ? undefined : readFileSync(`seeds/${file}`, 'utf8')
      }),
  ],
  ['packs', () => packs],
])('%s', (_name, open) => {
  let source: ContextSource
  beforeAll(async () => {
    await emptyBrowser()
    const pack = await createPack('Seeds')
    await addDocuments(pack, seedDocuments())
    await changePack(BUNDLED, { on: false })
    await indexAll()
    source = open()
  })

  test('tells how much it holds', async () => {
    const { documents, passages, events } = index
    expect(await source.totals()).toEqual({
      documents: documents.length,
      passages: passages.length,
      events: events.length,
    })
  })

  test.each(QUERIES)('finds for $sentence what the whole index gives first', async (query) => {
    const { context, slice } = await source.find(query)
    const { context: wanted } = await createIndexSource(index, async () => undefined).find(query)
    expect(context.event).toBe(wanted.event)
    expect(context.passages[0]).toEqual(wanted.passages[0])
    const held = new Set(slice.index.passages.map(({ id }) => id))
    expect(context.passages.filter(({ passage }) => !held.has(passage))).toEqual([])
  })

  test('answers the same question twice with the same', async () => {
    for (const query of QUERIES)
      expect((await source.find(query)).context).toEqual((await source.find(query)).context)
  })

  test('gathers for several questions all that each finds', async () => {
    const { index: part } = await source.gather(QUERIES)
    const held = new Set(part.passages.map(({ id }) => id))
    for (const query of QUERIES)
      for (const { passage } of (await source.find(query)).context.passages)
        expect(held.has(passage)).toBe(true)
  })

  test('every passage is its document’s own text, at its place', async () => {
    const { index: part } = await source.gather(QUERIES)
    for (const { document, start, end, text } of part.passages)
      expect((await source.text(document))?.slice(start, end)).toBe(text)
  })

  test('gives documents and passages by id, in the order asked for, and leaves out others', async () => {
    const [first, second] = index.documents.map(({ id }) => id)
    const found = await source.documents([second ?? '', 'nothing', first ?? ''])
    expect(found.map(({ id }) => id)).toEqual([second, first])
    const ids = index.passages.slice(3, 6).map(({ id }) => id)
    const passages = await source.passages([...ids.toReversed(), 'nothing'])
    expect(passages).toEqual(index.passages.slice(3, 6).toReversed())
    expect(await source.text('nothing')).toBeUndefined()
  })

  test('gives the events that passages are evidence of', async () => {
    const [event] = index.events.filter(({ passages }) => passages.length > 1)
    const events = await source.events(event?.passages.slice(0, 1) ?? [])
    expect(events.map(({ id }) => id)).toContain(event?.id)
    expect(await source.events(['nothing'])).toEqual([])
  })

  test.each(['bases', 'Huwaei', 'telecomm', 'pentagon huawei'])('finds “%s”', async (words) => {
    const hits = await source.search(words)
    expect(hits.length).toBeGreaterThan(0)
    for (const { quote, matches } of hits)
      for (const { end } of matches) expect(end).toBeLessThanOrEqual(quote.text.length)
  })

  test('finds nothing for what nobody says, and keeps to a filter', async () => {
    expect(await source.search('xylophone orchestra')).toEqual([])
    const [document] = index.documents
    const hits = await source.search('Huawei', { document: document?.id ?? '' })
    expect(new Set(hits.map(({ quote }) => quote.document))).toEqual(new Set([document?.id]))
  })
})
