import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  cardHistory,
  clickInCard,
  quotesOf,
  readCard,
  untilCard,
  untilNoCard,
} from './harness/card.ts'
import { readClipboard } from './harness/clipboard.ts'
import { untilMarks } from './harness/marks.ts'
import { outlastRest } from './harness/outlast.ts'
import { boxOfText, hover, leave } from './harness/pointer.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { until, untilEqual } from './harness/until.ts'

/** The seeds as they are, to hold quotes against. */
const SEEDS = readdirSync('seeds')
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(`seeds/${name}`, 'utf8'))

describe('card', () => {
  let rig: Rig
  beforeAll(async () => {
    rig = await startRig()
  })
  afterAll(() => rig.close())
  const open = async (path: string, origin = rig.site.origin) => {
    const page = await rig.open(origin + path)
    await untilMarks(page, 'zte', ['ZTE', 'ZTE'])
    await untilMarks(page, 'action', ['Pentagon ordered'])
    return page
  }

  test('resting on an agency action shows the sources’ event and verbatim quotes', async () => {
    const page = await open('/report.html')
    await hover(page, 'Pentagon ordered')
    const card = await untilCard(page, 'bases')
    const quotes = quotesOf(card)
    expect(quotes.length).toBeGreaterThan(1)
    expect(quotes.filter((quote) => !SEEDS.some((seed) => seed.includes(quote)))).toEqual([])
    expect(card.elements.find((it) => it.tag === 'h2')?.text).toMatch(/Defense.*Huawei, ZTE/)
  })

  test('resting on a company shows its quotes, each with its outlet', async () => {
    const page = await open('/report.html')
    await hover(page, 'ZTE')
    const card = await untilCard(page, 'ZTE')
    const sources = card.elements.filter((it) => it.classes.includes('cite'))
    expect(sources).toHaveLength(quotesOf(card).length)
    expect(sources.every((it) => /\d{4}/.test(it.text))).toBe(true)
  })

  test('a name in another script has its card, even beside words that the sources do not know', async () => {
    rig.site.put('/scripts', '<meta charset="utf-8"><p>华为 on the lid.</p><p>Хуавей und ZTE.</p>')
    const page = await rig.open(`${rig.site.origin}/scripts`)
    await untilMarks(page, 'huawei', ['华为', 'Хуавей'])
    for (const name of ['华为', 'Хуавей']) {
      await hover(page, name)
      expect(quotesOf(await untilCard(page, 'Huawei')).length).toBeGreaterThan(0)
      await leave(page)
      await untilNoCard(page)
    }
  })

  test('it stands beside the mention, inside the window, within its size', async () => {
    const page = await open('/report.html')
    for (const text of ['Pentagon ordered', 'ZTE']) {
      await leave(page)
      await untilNoCard(page)
      const mention = await hover(page, text)
      const { box } = await untilCard(page)
      const window = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }))
      expect(box.width).toBeLessThanOrEqual(360)
      expect(box.height).toBeLessThanOrEqual(window.height * 0.6 + 1)
      expect(box.x).toBeGreaterThanOrEqual(0)
      expect(box.x + box.width).toBeLessThanOrEqual(window.width)
      expect(box.y).toBeGreaterThanOrEqual(0)
      expect(box.y + box.height).toBeLessThanOrEqual(window.height)
      const below = box.y >= mention.y + mention.height
      const above = box.y + box.height <= mention.y
      expect(below || above).toBe(true)
    }
  })

  test('Escape closes it, and the page does not hear that key', async () => {
    const page = await open('/report.html')
    await page.evaluate(() => {
      document.body.dataset['keys'] = ''
      addEventListener('keydown', ({ key }) => (document.body.dataset['keys'] += key))
    })
    await hover(page, 'ZTE')
    await untilCard(page)
    await page.keyboard.press('Escape')
    await untilNoCard(page)
    await page.keyboard.press('a')
    expect(await page.evaluate(() => document.body.dataset['keys'])).toBe('a')
  })

  test('it closes when the pointer leaves', async () => {
    const page = await open('/report.html')
    await hover(page, 'ZTE')
    await untilCard(page)
    await leave(page)
    await untilNoCard(page)
  })

  test('it closes when the page scrolls', async () => {
    const page = await open('/report.html')
    await page.evaluate(() => (document.body.style.height = '4000px'))
    await hover(page, 'ZTE')
    await untilCard(page)
    await page.mouse.wheel({ deltaY: 300 })
    await untilNoCard(page)
  })

  test('the pointer can go into it and it stays', async () => {
    const page = await open('/report.html')
    await hover(page, 'ZTE')
    const { box } = await untilCard(page)
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 20 })
    const inside = await untilCard(page)
    const button = inside.elements.find((it) => it.name === 'Copy citation')
    if (!button) throw new Error('no button to copy')
    await page.mouse.move(button.box.x + 5, button.box.y + 5, { steps: 6 })
    // Outlasts the grace after which a left card closes: the copy is only done by a card that stays.
    await clickInCard(page, 'Copy citation')
    await untilCard(page, 'Citation copied')
    expect(await cardHistory(page)).toEqual(['open'])
  })

  test('passing over a mention opens nothing', async () => {
    const page = await open('/report.html')
    const { x, y, width, height } = await boxOfText(page, 'Pentagon ordered')
    await page.mouse.move(x - 20, y + height / 2)
    await page.mouse.move(x + width + 40, y + height / 2, { steps: 3 })
    await hover(page, 'ZTE', 1)
    await untilCard(page, 'ZTE')
    expect(await cardHistory(page)).toEqual(['open'])
  })

  test('“Copy citation” leaves quote, outlet and place in the clipboard', async () => {
    const page = await open('/report.html')
    await hover(page, 'Pentagon ordered')
    const [quote = ''] = quotesOf(await untilCard(page))
    await clickInCard(page, 'Copy citation')
    await untilCard(page, 'Citation copied')
    const copied = await readClipboard(rig, page)
    expect(copied).toContain(quote)
    expect(copied).toMatch(/characters \d+–\d+/)
  })

  test('“Copy citation” works on a page without encryption', async () => {
    const page = await open('/report.html', 'http://herald.test')
    await hover(page, 'Pentagon ordered')
    await untilCard(page)
    await clickInCard(page, 'Copy citation')
    await untilCard(page, 'Citation copied')
  })

  test('“Show in source” opens the document with the passage lit', async () => {
    const page = await open('/report.html')
    await hover(page, 'Pentagon ordered')
    const [quote = ''] = quotesOf(await untilCard(page))
    await clickInCard(page, 'Show in source')
    const shown = await rig.findOwnPage('/reader.html')
    await untilEqual(
      'the lit passage',
      () => shown.evaluate(() => document.querySelector('mark')?.textContent ?? ''),
      quote,
    )
    await shown.close()
  })

  test('“Open in digest” opens the side panel at the mention, or says how', async () => {
    const page = await open('/report.html')
    await hover(page, 'Pentagon ordered')
    await untilCard(page)
    await clickInCard(page, 'Open in digest')
    if (rig.name === 'firefox') {
      await untilCard(page, 'toolbar button')
      return
    }
    const digest = await rig.untilDigest()
    await until('the mention’s row', () =>
      digest.evaluate(
        () =>
          document.querySelector('.mention.here')?.textContent.includes('Pentagon ordered') ??
          false,
      ),
    )
    await digest.close()
  })

  test('nothing in it is marked, though it names what is marked in pages', async () => {
    const page = await open('/report.html')
    const badge = await rig.badge(page)
    await hover(page, 'Pentagon ordered')
    const { box } = await untilCard(page, 'Huawei')
    await outlastRest(page, (turn) => page.mouse.move(box.x + 20 + (turn % 2), box.y + 10))
    expect((await untilCard(page, 'Huawei')).marks ?? 0).toBe(0)
    expect(await rig.badge(page)).toBe(badge)
  })

  test('it stands above a modal dialog of the page', async () => {
    const page = await open('/report.html')
    await page.evaluate(() => {
      const dialog = document.createElement('dialog')
      dialog.innerHTML = '<p>In a dialog stands a word on ZTE Corporation.</p>'
      document.body.append(dialog)
      dialog.showModal()
    })
    await untilMarks(page, 'zte', ['ZTE', 'ZTE', 'ZTE Corporation'])
    await hover(page, 'ZTE Corporation')
    const { box } = await untilCard(page)
    const top = await page.evaluate(
      (x, y) => document.elementFromPoint(x, y)?.localName,
      box.x + box.width / 2,
      box.y + box.height / 2,
    )
    expect(top).toBe('source-context-card')
  })

  test('the page’s styles do not reach into it', async () => {
    const page = await open('/report.html')
    await hover(page, 'ZTE')
    const before = await untilCard(page)
    await leave(page)
    await untilNoCard(page)
    await page.addStyleTag({
      content: '* { color: red !important; font-size: 40px !important; display: block !important }',
    })
    await hover(page, 'ZTE')
    const after = await untilCard(page)
    expect(after.colour).toBe(before.colour)
    expect(after.box.width).toBe(before.box.width)
  })

  test('nothing is left in the page after it has closed', async () => {
    const page = await open('/report.html')
    await hover(page, 'ZTE')
    await untilCard(page)
    await page.keyboard.press('Escape')
    await untilNoCard(page)
    expect(await readCard(page)).toBeUndefined()
    expect(await page.evaluate(() => document.querySelector('source-context-card'))).toBeNull()
  })
})
