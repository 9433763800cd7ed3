import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { quotesOf, untilCard, untilNoCard } from './harness/card.ts'
import { addPack, inLibrary } from './harness/library.ts'
import { untilMarks } from './harness/marks.ts'
import { hover, leave } from './harness/pointer.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { until } from './harness/until.ts'

const QUOTE =
  'The Pentagon ordered stores on military bases in May 2018 to take Huawei handsets off their shelves within a week.'

describe('sources of one’s own', () => {
  let rig: Rig
  let page: Page
  let pack: string
  beforeAll(async () => {
    rig = await startRig()
    page = await rig.open(`${rig.site.origin}/report.html`)
    await untilMarks(page, 'zte', ['ZTE', 'ZTE'])
    pack = await addPack(rig, page, 'My filings', [
      {
        kind: 'page',
        text: `${QUOTE}\n\nHuawei said it would comply with the order.`,
        title: 'Shelves are cleared',
        publisher: 'The Base Courier',
        published: { value: '2018-05-09', precision: 'day', basis: 'text' },
        address: 'https://courier.example/shelves',
        captured: 1_700_000_000_000,
      },
    ])
  })
  afterAll(() => rig.close())

  const cardOf = async (words: string) => {
    await page.bringToFront()
    await hover(page, words)
    const card = await untilCard(page)
    return card
  }
  const close = async () => {
    await leave(page)
    await untilNoCard(page)
  }

  test('are quoted on another page, from an empty profile, word for word', async () => {
    const card = await cardOf('Pentagon ordered')
    expect(quotesOf(card)).toContain(QUOTE)
    expect(card.text).toContain('The Base Courier')
    await close()
  })

  test('stay away while their pack is off, and come back with it', async () => {
    await inLibrary(rig, page, (library, id) => library.switchPack(id, false), pack)
    expect(quotesOf(await cardOf('Pentagon ordered'))).not.toContain(QUOTE)
    await close()
    await inLibrary(rig, page, (library, id) => library.switchPack(id, true), pack)
    await until('the quote is back', async () => {
      const quotes = quotesOf(await cardOf('Pentagon ordered'))
      await close()
      return quotes.includes(QUOTE)
    })
  })
})

describe('names of one’s own', () => {
  let rig: Rig
  beforeAll(async () => {
    rig = await startRig()
  })
  afterAll(() => rig.close())

  test('are marked on open pages as soon as a pack brings them, with their own quotes', async () => {
    const text = 'Cameras by Hikvision hang in every hall of the new museum.'
    rig.site.put('/cameras.html', `<!doctype html><title>Cameras</title><p>${text}</p>`)
    const page = await rig.open(`${rig.site.origin}/cameras.html`)
    const quote = 'Hikvision denied that its cameras had been sold to the museum.'
    const pack = await addPack(rig, page, 'Cameras', [
      {
        kind: 'text',
        text: quote,
        title: 'A denial',
        publisher: 'The Lens',
        published: { value: '2021-03-04', precision: 'day', basis: 'text' },
        address: null,
        file: 'denial.txt',
        captured: 1_700_000_000_000,
      },
    ])
    await untilMarks(page, 'huawei', [])
    await inLibrary(
      rig,
      page,
      (library, id) =>
        library.setNames(id, {
          entities: [{ kind: 'company', name: 'Hikvision', aliases: [] }],
          choices: [],
        }),
      pack,
    )
    await page.bringToFront()
    await untilMarks(page, 'huawei', ['Hikvision'])
    await until('the document is read with the new name', () =>
      inLibrary(rig, page, async (library) => {
        const source = await library.source()
        const query = { company: 'own:Hikvision', sentence: 'Hikvision', pageCompanies: [] }
        return (await source.find(query)).context.passages.length > 0
      }),
    )
    await page.bringToFront()
    await hover(page, 'Hikvision')
    expect(quotesOf(await untilCard(page))).toContain(quote)
    await leave(page)
    await untilNoCard(page)
    await inLibrary(rig, page, (library, id) => library.switchPack(id, false), pack)
    await page.bringToFront()
    await untilMarks(page, 'huawei', [])
  })
})

test('everything is forgotten', async () => {
  const rig = await startRig()
  try {
    const page = await rig.open(`${rig.site.origin}/report.html`)
    await addPack(rig, page, 'Secrets', [
      {
        kind: 'text',
        text: 'The zyzzyvaphile filing names Huawei.',
        title: 'Filing',
        publisher: 'A source',
        published: { value: '2021-03-04', precision: 'day', basis: 'text' },
        address: null,
        file: 'filing.txt',
        captured: 1_700_000_000_000,
      },
    ])
    await inLibrary(rig, page, (library) => library.forgetEverything())
    const state = await inLibrary(rig, page, async (library) => {
      const left = await indexedDB.databases()
      const { packs } = await library.read()
      return { left: left.length, packs: packs.length }
    })
    expect(state).toEqual({ left: 0, packs: 1 })
  } finally {
    await rig.close()
  }
})
