import type { Browser } from 'puppeteer-core'
import { describe, test } from 'vitest'
import { digestSpec, readCounts } from './harness/digest.ts'
import { until, untilEqual } from './harness/until.ts'

describe('the digest follows its tab', () => {
  const spec = digestSpec()
  const { openBeside } = spec

  test('through a reload', async () => {
    const { page, panel } = await openBeside('/report.html')
    await untilEqual('counts', () => readCounts(panel), [2, 2, 1])
    await page.evaluate(() => document.querySelector('#first')?.remove())
    await untilEqual('counts', () => readCounts(panel), [1, 2, 0])
    await page.reload()
    await untilEqual('counts', () => readCounts(panel), [2, 2, 1])
  })

  test('through a way to another page, back and forward', async () => {
    const { page, panel } = await openBeside('/report.html')
    await untilEqual('counts', () => readCounts(panel), [2, 2, 1])
    await page.goto(`${spec.rig.site.origin}/long.html`)
    await untilEqual('counts', () => readCounts(panel), [1, 1, 1])
    await page.evaluate(() => history.back())
    await untilEqual('counts', () => readCounts(panel), [2, 2, 1])
    await page.evaluate(() => history.forward())
    await untilEqual('counts', () => readCounts(panel), [1, 1, 1])
  })

  test('through the background’s sleep', async () => {
    const { page, panel } = await openBeside('/report.html')
    await untilEqual('counts', () => readCounts(panel), [2, 2, 1])
    await spec.rig.endBackground()
    await page.evaluate(() => document.querySelector('#first')?.remove())
    await untilEqual('counts', () => readCounts(panel), [1, 2, 0])
    await page.goto(`${spec.rig.site.origin}/long.html`)
    await untilEqual('counts', () => readCounts(panel), [1, 1, 1])
  })

  test('through a reload of its own', async () => {
    const { panel } = await openBeside('/report.html')
    await untilEqual('counts', () => readCounts(panel), [2, 2, 1])
    await panel.evaluate(() => {
      document.title = 'before the reload'
      location.reload()
    })
    await until('a new one', () => panel.evaluate(() => document.title !== 'before the reload'))
    await untilEqual('counts', () => readCounts(panel), [2, 2, 1])
  })

  test('through a change of address and title within the page', async () => {
    const { page, panel } = await openBeside('/report.html')
    await untilEqual('counts', () => readCounts(panel), [2, 2, 1])
    await page.evaluate(() => {
      history.pushState(null, '', '/report/second')
      document.title = 'The second view'
    })
    await until('the new title', async () => (await panel.text()).includes('The second view'))
  })

  test('in two windows, each its own page', async () => {
    const { page, panel } = await openBeside('/report.html', 'Shops on bases')
    const other = await spec.rig.openSecondWindow(`${spec.rig.site.origin}/long.html`)
    await untilEqual('the other page', () => readCounts(other), [1, 1, 1])
    await untilEqual('the first page', () => readCounts(panel), [2, 2, 1])
    await page.evaluate(() => document.body.append('At night came a word from Huawei.'))
    await untilEqual('the first page, changed', () => readCounts(panel), [3, 2, 1])
    await untilEqual('the other page, the same', () => readCounts(other), [1, 1, 1])
    await other.close()
    await until('the second window is gone', () => closeWith(spec.rig.browser, '/long.html'))
  })

  test('to the tab in front when its own is closed', async () => {
    const behind = await spec.rig.open(`${spec.rig.site.origin}/long.html`)
    const { page, panel } = await openBeside('/report.html')
    await untilEqual('counts', () => readCounts(panel), [2, 2, 1])
    await page.close()
    await behind.bringToFront()
    await untilEqual('counts', () => readCounts(panel), [1, 1, 1])
  })

  test('frames of the page are counted and listed after the page itself', async () => {
    spec.rig.site.put(
      '/framed.html',
      '<!doctype html><title>Framed</title><p>ZTE stands outside.</p><iframe src="/report.html"></iframe>',
    )
    const { panel } = await openBeside('/framed.html')
    await untilEqual('counts', () => readCounts(panel), [2, 3, 1])
    await until('the outer one first', async () => {
      const text = await panel.text()
      return text.indexOf('stands outside') < text.indexOf('The order covered')
    })
  })

  test('frames of the page are followed, too, until they go', async () => {
    spec.rig.site.put(
      '/frames.html',
      '<!doctype html><title>Frames</title><p>ZTE stands outside.</p><iframe src="/report.html"></iframe>',
    )
    const { page, panel } = await openBeside('/frames.html')
    await untilEqual('counts', () => readCounts(panel), [2, 3, 1])
    const frame = await until('the frame', () => page.frames()[1])
    await frame.evaluate(() => document.body.append('At night came a word from Huawei.'))
    await untilEqual('counts', () => readCounts(panel), [3, 3, 1])
    await panel.click('button', 'At night came a word')
    await until('the place in the frame is lit', () =>
      frame.evaluate(() => CSS.highlights.has('source-context-flash')),
    )
    await page.evaluate(() => document.querySelector('iframe')?.remove())
    await untilEqual('counts', () => readCounts(panel), [0, 1, 0])
  })

  test('ten thousand mentions are listed without drawing them all, and stay live', async () => {
    const lines = Array.from({ length: 10_000 }, (_, at) => `<p>Line ${at} names Huawei.</p>`)
    spec.rig.site.put('/thousands.html', `<!doctype html><title>Many</title>${lines.join('')}`)
    const { page, panel } = await openBeside('/thousands.html')
    await untilEqual('counts', () => readCounts(panel), [10_000, 0, 0])
    await panel.click('button', 'Show all 10,000')
    await until('the list is long', () =>
      panel.evaluate(
        () => (document.querySelector<HTMLElement>('.rows')?.offsetHeight ?? 0) > 400_000,
      ),
    )
    await panel.evaluate(() => document.scrollingElement?.scrollTo(0, 10_000_000))
    await until('the last line', async () => (await panel.text()).includes('Line 9999'))
    await until('few rows', () =>
      panel.evaluate(() => document.querySelectorAll('.mention').length < 120),
    )
    await page.evaluate(() => document.querySelector('p')?.remove())
    await untilEqual('counts', () => readCounts(panel), [9999, 0, 0])
  })
})

/** Closes the page of a second window, and the window with it. */
async function closeWith(browser: Browser, path: string): Promise<boolean> {
  const pages = await browser.pages()
  const found = pages.find((it) => it.url().endsWith(path))
  await found?.close()
  return found === undefined
}
