import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { untilCard, untilNoCard } from './harness/card.ts'
import { untilMarks } from './harness/marks.ts'
import { boxOfText, hover, leave } from './harness/pointer.ts'
import { startRig, type Rig } from './harness/rig.ts'

/** What the card costs a page. Only Chromium counts layouts and names the scripts of a page. */
describe.skipIf(process.env['E2E_BROWSER'] === 'firefox')('the card’s cost', () => {
  let rig: Rig
  beforeAll(async () => {
    rig = await startRig()
  })
  afterAll(() => rig.close())
  const open = async () => {
    const page = await rig.open(`${rig.site.origin}/report.html`)
    await untilMarks(page, 'action', ['Pentagon ordered'])
    return page
  }

  test('no layout of the page is forced while the pointer moves', async () => {
    const page = await open()
    // The page makes its layout stale before and after our listeners hear of a movement: whoever
    // asks for places in between makes it lay out twice.
    await page.evaluate(() => {
      const body = document.body
      Object.assign(globalThis, { moves: 0 })
      const spoil = () => {
        body.style.paddingTop = body.style.paddingTop === '1px' ? '2px' : '1px'
      }
      addEventListener('pointermove', spoil, true)
      addEventListener('pointermove', spoil)
      addEventListener(
        'pointermove',
        () => ((globalThis as unknown as { moves: number }).moves += 1),
      )
    })
    const { x, y, width, height } = await boxOfText(page, 'Pentagon ordered')
    const before = await layoutsOf(page)
    for (let turn = 0; turn < 60; turn += 1) {
      await page.mouse.move(x + ((turn * 5) % width), y + height / 2)
      // One frame a movement, so that one layout a movement is what it costs anyway.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)))
    }
    const layouts = (await layoutsOf(page)) - before
    const moves = await page.evaluate(() => (globalThis as unknown as { moves: number }).moves)
    expect(moves).toBeGreaterThan(30)
    expect(layouts / moves).toBeLessThan(1.4)
  })

  test('the card’s code is not loaded where nobody hovers, and once where somebody does', async () => {
    const page = await open()
    const scripts: string[] = []
    const session = await page.createCDPSession()
    session.on('Debugger.scriptParsed', ({ url }) => scripts.push(url))
    await session.send('Debugger.enable')
    const cards = () => scripts.filter((url) => url.endsWith('/card.js')).length
    await page.mouse.move(500, 600, { steps: 5 })
    expect(scripts.some((url) => url.endsWith('/engine.js'))).toBe(true)
    expect(cards()).toBe(0)
    for (const text of ['Pentagon ordered', 'ZTE', 'Huawei']) {
      await hover(page, text)
      await untilCard(page)
      await leave(page)
      await untilNoCard(page)
    }
    expect(cards()).toBe(1)
  })
})

async function layoutsOf(page: Page): Promise<number> {
  return (await page.metrics()).LayoutCount ?? 0
}
