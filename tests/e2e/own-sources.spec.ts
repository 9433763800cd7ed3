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
