import { afterAll, afterEach, beforeAll, describe, test } from 'vitest'
import { startRig, type Rig } from './harness/rig.ts'
import { until, untilEqual } from './harness/until.ts'
import type { View } from './harness/view.ts'

describe('the digest follows its tab', () => {
  let rig: Rig
  let digest: View | undefined
  beforeAll(async () => {
    rig = await startRig()
  })
  afterAll(() => rig.close())
  afterEach(async () => {
    await digest?.close()
    digest = undefined
  })

  const openBeside = async (path: string) => {
    const page = await rig.open(rig.site.origin + path)
    digest = await rig.openDigest(page)
    return { page, panel: digest }
  }
  const counts = (panel: View) =>
    panel.evaluate(() =>
      [...document.querySelectorAll('.counts dd')].map((it) => Number(it.textContent)),
    )

  test('through a reload', async () => {
    const { page, panel } = await openBeside('/report.html')
    await untilEqual('counts', () => counts(panel), [2, 2, 1])
    await page.evaluate(() => document.querySelector('#first')?.remove())
    await untilEqual('counts', () => counts(panel), [1, 2, 0])
    await page.reload()
    await untilEqual('counts', () => counts(panel), [2, 2, 1])
  })

  test('through a way to another page, back and forward', async () => {
    const { page, panel } = await openBeside('/report.html')
    await untilEqual('counts', () => counts(panel), [2, 2, 1])
    await page.goto(`${rig.site.origin}/long.html`)
    await untilEqual('counts', () => counts(panel), [1, 1, 1])
    await page.evaluate(() => history.back())
    await untilEqual('counts', () => counts(panel), [2, 2, 1])
    await page.evaluate(() => history.forward())
    await untilEqual('counts', () => counts(panel), [1, 1, 1])
  })

  test.skipIf(process.env['E2E_BROWSER'] === 'firefox')(
    'through the background’s sleep',
    async () => {
      const { page, panel } = await openBeside('/report.html')
      await untilEqual('counts', () => counts(panel), [2, 2, 1])
      const background = await until('the background', () =>
        rig.browser.targets().find((it) => it.type() === 'service_worker'),
      )
      await (await background.worker())?.close()
      await page.evaluate(() => document.querySelector('#first')?.remove())
      await untilEqual('counts', () => counts(panel), [1, 2, 0])
      await page.goto(`${rig.site.origin}/long.html`)
      await untilEqual('counts', () => counts(panel), [1, 1, 1])
    },
  )

  test('to the tab in front when its own is closed', async () => {
    const behind = await rig.open(`${rig.site.origin}/long.html`)
    const { page, panel } = await openBeside('/report.html')
    await untilEqual('counts', () => counts(panel), [2, 2, 1])
    await page.close()
    await behind.bringToFront()
    await untilEqual('counts', () => counts(panel), [1, 1, 1])
  })

  test('frames of the page are counted and listed after the page itself', async () => {
    rig.site.put(
      '/framed.html',
      '<!doctype html><title>Framed</title><p>ZTE stands outside.</p><iframe src="/report.html"></iframe>',
    )
    const { panel } = await openBeside('/framed.html')
    await untilEqual('counts', () => counts(panel), [2, 3, 1])
    await until('the outer one first', async () => {
      const text = await panel.text()
      return text.indexOf('stands outside') < text.indexOf('The order covered')
    })
  })

  test('a page with thousands of mentions is listed without drawing them all', async () => {
    const lines = Array.from({ length: 3000 }, (_, at) => `<p>Line ${at} names Huawei.</p>`)
    rig.site.put('/thousands.html', `<!doctype html><title>Many</title>${lines.join('')}`)
    const { panel } = await openBeside('/thousands.html')
    await untilEqual('counts', () => counts(panel), [3000, 0, 0])
    await panel.click('button', 'Show all 3000')
    await until('the list is long', () =>
      panel.evaluate(
        () => (document.querySelector<HTMLElement>('.rows')?.offsetHeight ?? 0) > 100_000,
      ),
    )
    await panel.evaluate(() => document.scrollingElement?.scrollTo(0, 1_000_000))
    await until('the last line', async () => (await panel.text()).includes('Line 2999'))
    await until('few rows', () =>
      panel.evaluate(() => document.querySelectorAll('.mention').length < 120),
    )
  })
})
