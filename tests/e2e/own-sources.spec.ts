import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { quotesOf, readCard, untilCard, untilNoCard } from './harness/card.ts'
import { addPack, inLibrary, untilIndexed } from './harness/library.ts'
import { untilMarks } from './harness/marks.ts'
import { ownDocument } from '../own-document.ts'
import { hover, leave } from './harness/pointer.ts'
import { browserUnderTest, launchExtended, startRig, VIEWPORT, type Rig } from './harness/rig.ts'
import { filesWith } from './harness/search-profile.ts'
import { startSite } from './harness/site.ts'
import { openSourcesPage, sourcesView } from './harness/sources-page.ts'
import { until } from './harness/until.ts'
import { pageView, type Json } from './harness/view.ts'

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
      ownDocument(`${QUOTE}\n\nHuawei said it would comply with the order.`, {
        title: 'Shelves are cleared',
        publisher: 'The Base Courier',
        file: 'shelves.txt',
      }),
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

  test('leave a card and a digest that are open with their pack, and come back with it', async () => {
    const digest = await rig.openDigest(page)
    await digest.click('tab', 'Sources')
    const isListed = async () => (await digest.text()).includes('Shelves are cleared')
    await until('the digest lists it', isListed)
    await cardOf('Pentagon ordered')
    const isQuoted = async () => {
      const card = await readCard(page)
      return card && quotesOf(card).includes(QUOTE)
    }
    for (const on of [false, true]) {
      await switchPack(on)
      await until(`a card ${on ? 'with' : 'without'} it`, async () => (await isQuoted()) === on)
      await until('the digest follows', async () => (await isListed()) === on)
    }
    await close()
    await digest.close()
  })

  /** From a tab behind: what stands in front keeps its card. */
  const switchPack = async (on: boolean) => {
    const own = await rig.findOwnPage('/manifest.json')
    await own.evaluate((id, now) => globalThis.sourceLibrary?.switchPack(id, now), pack, on)
  }

  test('are exported as one file', async () => {
    exported = await inLibrary(rig, page, (library, id) => library.exportPack(id), pack)
    expect(exported.text).toContain(QUOTE)
  })
})

/** A pack as one profile has exported it, for another one. */
let exported = { file: '', text: '' }

describe('another profile', () => {
  let rig: Rig
  beforeAll(async () => {
    rig = await startRig()
  })
  afterAll(() => rig.close())

  test('a pack file of another profile is quoted as soon as it was chosen', async () => {
    const sources = await openSourcesPage(rig)
    await sources.choosePack(exported.text)
    await sources.untilSays('Pack with 1 document imported.')
    const page = await rig.open(`${rig.site.origin}/report.html`)
    await untilIndexed(rig, page)
    await untilMarks(page, 'action', ['Pentagon ordered'])
    await hover(page, 'Pentagon ordered')
    expect(quotesOf(await untilCard(page))).toContain(QUOTE)
    await page.close()
    await sources.close()
  })

  test('are marked on open pages as soon as a pack brings them, with their own quotes', async () => {
    const text = 'Cameras by Hikvision hang in every hall of the new museum.'
    rig.site.put('/cameras.html', `<!doctype html><title>Cameras</title><p>${text}</p>`)
    const page = await rig.open(`${rig.site.origin}/cameras.html`)
    const quote = 'Hikvision denied that its cameras had been sold to the museum.'
    const pack = await addPack(rig, page, 'Cameras', [ownDocument(quote, { title: 'A denial' })])
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

/** Stands in no text but these. */
const WORD = 'zyzzyvaphile'

test('a browser that is closed in the middle goes on at its next start, and forgets all of it', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'source-context-'))
  const launch = { headless: true, profile, viewport: VIEWPORT }
  const site = await startSite({ '/': 'tests/fixtures' })
  const documents = Array.from({ length: 130 }, (_, at) =>
    ownDocument(
      `The ${WORD} filing ${at} names Huawei.\n\nThe Pentagon banned phones by ZTE in May 2018.`,
      { title: `Filing ${at}`, file: `filing-${at}.txt` },
    ),
  )
  try {
    const first = await launchExtended(browserUnderTest(), launch)
    const before = await inLibrary(
      first,
      await first.open(`${site.origin}/elsewhere.html`),
      async (library, all) => {
        await library.add(await library.createPack('Secrets'), all as never)
        let state = await library.read()
        while (state.queue.waiting === all.length) state = await library.read()
        return state.queue.waiting
      },
      documents as unknown as Json[],
    )
    await first.close()
    expect(before).toBeGreaterThan(0)
    expect(await filesWith(profile, WORD)).not.toEqual([])

    const again = await launchExtended(browserUnderTest(), { ...launch, keepWelcome: true })
    const front = await again.open(`${site.origin}/elsewhere.html`)
    await untilIndexed(again, front)
    const found = await inLibrary(
      again,
      front,
      async (library, word) => {
        const hits = await (await library.source()).search(`${word} 129`)
        return hits.map(({ quote }) => quote.title)
      },
      WORD,
    )
    expect(found).toContain('Filing 129')
    const tab = await again.openOwn('/sources.html')
    const sources = sourcesView(pageView(tab))
    await sources.click('button', 'Forget everything')
    await sources.click('button', 'Forget all of it')
    await sources.untilSays('is forgotten')
    const left = await tab.evaluate(async () => {
      const { storageBuckets: buckets } = navigator as { storageBuckets?: { keys(): Promise<[]> } }
      return [...(await indexedDB.databases()), ...((await buckets?.keys()) ?? [])].length
    })
    expect(left).toBe(0)
    await again.close()
    expect(await filesWith(profile, WORD)).toEqual([])
  } finally {
    await site.close()
    await rm(profile, { recursive: true, force: true })
  }
})
