import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cardHistory, clickInCard, readCard, untilCard, untilNoCard } from './harness/card.ts'
import { untilMarks } from './harness/marks.ts'
import { outlastRest } from './harness/outlast.ts'
import { boxOfText, hover, leave } from './harness/pointer.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { until } from './harness/until.ts'

/** What must not open a card, and what must not close one. */
describe('a calm card', () => {
  let rig: Rig
  beforeAll(async () => {
    rig = await startRig()
  })
  afterAll(() => rig.close())
  const open = async (path = '/report.html') => {
    const page = await rig.open(rig.site.origin + path)
    await until('marks', () =>
      page.evaluate(() => [...CSS.highlights.keys()].some((it) => it.startsWith('source-context'))),
    )
    return page
  }
  const middle = async (page: Page, text: string) => {
    const { x, y, width, height } = await boxOfText(page, text)
    return { x: x + width / 2, y: y + height / 2 }
  }

  test('typing opens none, however long the pointer is over a mention', async () => {
    const page = await open()
    await hover(page, 'ZTE')
    await outlastRest(page, () => page.keyboard.press('j'))
    expect(await cardHistory(page)).toEqual([])
  })

  test('a held mouse button opens none, and neither does the selection that it made', async () => {
    const page = await open()
    const { x, y } = await middle(page, 'ZTE')
    await page.mouse.move(x - 100, y)
    await page.mouse.down()
    await page.mouse.move(x, y, { steps: 5 })
    await outlastRest(page, (turn) => page.mouse.move(x + (turn % 2), y))
    await page.mouse.up()
    await outlastRest(page, (turn) => page.mouse.move(x + (turn % 2), y))
    expect(await cardHistory(page)).toEqual([])
    expect(await page.evaluate(() => String(getSelection()))).not.toBe('')
  })

  test('scrolling opens none, though the wheel brings mentions under the pointer', async () => {
    const lines = Array.from({ length: 400 }, (_, at) => `<p>Line ${at}: phones by ZTE.</p>`)
    rig.site.put('/lines', `<title>Lines</title><body style="margin:0">${lines.join('')}`)
    const page = await open('/lines')
    const { x, y } = await middle(page, 'ZTE')
    await page.mouse.move(x, y)
    await outlastRest(page, () => page.mouse.wheel({ deltaY: 7 }))
    expect(await cardHistory(page)).toEqual([])
  })

  test('a held mouse button opens none where nothing can be selected either', async () => {
    rig.site.put('/held', '<title>Held</title><p style="user-select:none">Phones by ZTE.</p>')
    const page = await open('/held')
    const { x, y } = await middle(page, 'ZTE')
    await page.mouse.move(x + 200, y)
    await page.mouse.down()
    await page.mouse.move(x, y, { steps: 5 })
    await outlastRest(page, (turn) => page.mouse.move(x + (turn % 2), y))
    expect(await cardHistory(page)).toEqual([])
    await page.mouse.up()
  })

  test('a pointer that reads along a long name opens none', async () => {
    const name = 'Huawei Technologies Company Limited'
    rig.site.put('/long-name', `<title>Long</title><p style="font-size:40px">${name}</p>`)
    const page = await open('/long-name')
    const { x, y, width, height } = await boxOfText(page, name)
    expect(width).toBeGreaterThan(400)
    // As fast as an eye reads, by the page's clock: 0.25 px per ms.
    await page.mouse.move(x + 20, y + height + 60)
    const start = await page.evaluate(() => performance.now())
    await outlastRest(page, async () => {
      const passed = (await page.evaluate(() => performance.now())) - start
      await page.mouse.move(x + 20 + ((passed * 0.25) % (width - 40)), y + height / 2)
    })
    expect(await cardHistory(page)).toEqual([])
  })

  test('the page’s own scripts open none', async () => {
    const page = await open()
    const { x, y } = await middle(page, 'ZTE')
    await outlastRest(page, () =>
      page.evaluate(
        (clientX, clientY) => {
          const at = { clientX, clientY, bubbles: true, composed: true, pointerType: 'mouse' }
          document
            .elementFromPoint(clientX, clientY)
            ?.dispatchEvent(new PointerEvent('pointermove', at))
        },
        x,
        y,
      ),
    )
    expect(await cardHistory(page)).toEqual([])
  })

  test('a click on a link goes where it went before, and opens none', async () => {
    rig.site.put('/link', '<title>Link</title><p>See <a href="/report.html">what ZTE did</a>.</p>')
    const page = await open('/link')
    await hover(page, 'ZTE')
    await untilCard(page)
    await page.mouse.down()
    await page.mouse.up()
    await until('the linked page', () => page.url().endsWith('/report.html'))
  })

  test('it stays while text in it is selected with the mouse', async () => {
    const page = await open()
    await hover(page, 'Pentagon ordered')
    const card = await untilCard(page)
    const quote = card.elements.find((it) => it.tag === 'blockquote')
    if (!quote) throw new Error('no quote')
    await page.mouse.move(quote.box.x + 20, quote.box.y + 10, { steps: 10 })
    await page.mouse.down()
    await page.mouse.move(10, 700, { steps: 10 })
    await outlastRest(page, (turn) => page.mouse.move(10 + (turn % 2), 700))
    expect(await readCard(page)).toBeDefined()
    await page.mouse.up()
  })

  test('something that scrolls elsewhere in the page leaves it alone', async () => {
    rig.site.put(
      '/ticker',
      `<title>Ticker</title><p>Phones by ZTE.</p><div id="t" style="height:60px;overflow:auto">
       <div style="height:9000px">News</div></div>`,
    )
    const page = await open('/ticker')
    await hover(page, 'ZTE')
    await untilCard(page)
    await outlastRest(page, (turn) =>
      page.evaluate((top) => document.querySelector('#t')?.scrollTo(0, top), turn * 10),
    )
    expect(await readCard(page)).toBeDefined()
  })

  test('the wheel over it scrolls it and never the page', async () => {
    const page = await open()
    await page.evaluate(() => (document.body.style.height = '4000px'))
    await hover(page, 'Pentagon ordered')
    const { box } = await untilCard(page)
    await page.mouse.move(box.x + 100, box.y + 150, { steps: 8 })
    for (let turn = 0; turn < 30; turn += 1) await page.mouse.wheel({ deltaY: 120 })
    await page.mouse.move(box.x + 100, box.y + 20, { steps: 3 })
    for (let turn = 0; turn < 5; turn += 1) await page.mouse.wheel({ deltaY: 120 })
    await untilCard(page)
    expect(await page.evaluate(() => scrollY)).toBe(0)
  })

  test('one at a time: resting on another mention changes it', async () => {
    const page = await open()
    await hover(page, 'Pentagon ordered')
    await untilCard(page, 'Pentagon ordered')
    await hover(page, 'Huawei')
    await untilCard(page, '“Huawei”')
    expect(
      await page.evaluate(
        () => document.querySelectorAll('source-context-card:popover-open').length,
      ),
    ).toBe(1)
  })

  test('pinned it stays, and another card stands beside it', async () => {
    const page = await open()
    await hover(page, 'Pentagon ordered')
    await untilCard(page, 'Pentagon ordered')
    await clickInCard(page, 'Pin this card')
    await untilCard(page, 'pinned')
    await leave(page)
    await page.keyboard.press('j')
    await hover(page, 'Huawei')
    const count = () =>
      page.evaluate(() => document.querySelectorAll('source-context-card:popover-open').length)
    await until('a second card', async () => (await count()) === 2)
    const boxes = await page.evaluate(() =>
      [...document.querySelectorAll('source-context-card:popover-open')].map((it) => {
        const { left, right, top, bottom } = it.getBoundingClientRect()
        return { left, right, top, bottom }
      }),
    )
    const [a, b] = boxes
    if (!a || !b) throw new Error('two boxes')
    expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(
      true,
    )
    await page.keyboard.press('Escape')
    await until('one card', async () => (await count()) === 1)
    await untilCard(page, 'pinned')
    await page.keyboard.press('Escape')
    await untilNoCard(page)
  })

  test('it closes when its mention goes from the page', async () => {
    const page = await open()
    await hover(page, 'Pentagon ordered')
    await untilCard(page)
    await page.evaluate(() => document.querySelector('#first')?.remove())
    await untilNoCard(page)
    await untilMarks(page, 'action', [])
  })

  test('it closes when the page goes back in its own history', async () => {
    const page = await open()
    await page.evaluate(() => history.pushState({}, '', '#second'))
    await hover(page, 'Pentagon ordered')
    await untilCard(page)
    await page.evaluate(() => history.back())
    await untilNoCard(page)
  })

  test('it is gone when the reader comes back to the page, pinned or not', async () => {
    const page = await open()
    await hover(page, 'Pentagon ordered')
    await untilCard(page)
    await clickInCard(page, 'Pin this card')
    await untilCard(page, 'pinned')
    await hover(page, 'Huawei')
    await until('a second card', () =>
      page.evaluate(
        () => document.querySelectorAll('source-context-card:popover-open').length === 2,
      ),
    )
    await page.goto(`${rig.site.origin}/elsewhere.html`)
    // The driver waits for a page that loads; one that was kept does not.
    await page.evaluate(() => history.back())
    await until('the page is back', () =>
      page.evaluate(() => location.pathname.endsWith('/report.html')),
    )
    await untilMarks(page, 'action', ['Pentagon ordered'])
    expect(await page.evaluate(() => document.querySelector('source-context-card'))).toBeNull()
  })
})
