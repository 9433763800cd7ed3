import type { Page } from 'puppeteer-core'
import { describe, test } from 'vitest'
import { holdBackground } from './harness/hold-background.ts'
import { madePages } from './harness/made-pages.ts'
import { untilWords } from './harness/mark-words.ts'
import { callBackground } from './harness/own-api.ts'
import { until, untilEqual } from './harness/until.ts'

/** How long the background is kept from answering, in ms: longer than it takes to leave a page. */
const BUSY_MS = 2500

/** A page that is left stays in the browser's memory, and may come back as it was. */
describe('kept for the way back', () => {
  const pages = madePages('kept')
  const { open } = pages
  const away = async (page: Page) => {
    await page.evaluate(() => {
      addEventListener(
        'pageshow',
        (event) => (document.body.dataset['kept'] = `${event.persisted}`),
      )
    })
    await page.goto(`${pages.rig.site.origin}/elsewhere.html`)
  }
  const back = async (page: Page) => {
    await page.evaluate(() => void setTimeout(() => history.back()))
    await until('the same document', () =>
      page.evaluate(() => document.body.dataset['kept'] === 'true'),
    )
  }

  test('a page is marked and followed again', async () => {
    const page = await open('<p>Here is ZTE.</p>')
    await untilWords(page, ['ZTE'])
    await away(page)
    await back(page)
    await untilWords(page, ['ZTE'])
    await page.evaluate(() => document.body.append('And Huawei.'))
    await untilWords(page, ['Huawei', 'ZTE'])
  })

  test('a page that is left before its number was taken tells it when it is back', async () => {
    const other = await open('<p>Here is nobody.</p>')
    const page = await open('<p>Here is ZTE.</p>')
    await untilEqual('the number', () => pages.rig.badge(page), '1')
    await holdBackground(pages.rig, page, BUSY_MS)
    await page.evaluate(() => document.body.append('And Huawei.'))
    await untilWords(page, ['Huawei', 'ZTE'])
    await away(page)
    await callBackground(pages.rig, other, 'readSettings')
    await page.bringToFront()
    await back(page)
    await untilEqual('the number', () => pages.rig.badge(page), '2')
    await page.bringToFront()
    await page.evaluate(() => document.body.append('And again Huawei.'))
    await untilWords(page, ['Huawei', 'Huawei', 'ZTE'])
    await untilEqual('the number', () => pages.rig.badge(page), '3')
  })

  test('a page that is left before the engine came is marked when it is back', async () => {
    const other = await open('<p>Here is nobody.</p>')
    const page = await open('<p>Here is nobody.</p>')
    await holdBackground(pages.rig, page, BUSY_MS)
    // Left once the gate has seen it, which is when nothing else is to do.
    await page.evaluate(async () => {
      document.body.append('Here is ZTE.')
      await new Promise((done) => setTimeout(() => requestIdleCallback(done), 300))
    })
    await away(page)
    await callBackground(pages.rig, other, 'readSettings')
    await page.bringToFront()
    await back(page)
    await untilWords(page, ['ZTE'])
  })

  test('a page whose site was switched off in the meantime is left alone', async () => {
    pages.rig.site.put('/kept', '<!doctype html><body><p>Here is ZTE.</p>')
    const page = await pages.rig.open('http://daily.test/kept')
    await untilWords(page, ['ZTE'])
    await away(page)
    const other = await pages.rig.open('http://daily.test/report.html')
    const popup = await pages.rig.openPopup(other)
    await until('the site’s name', async () => (await popup.text()).includes('daily.test'))
    await popup.click('switch', 'daily.test')
    await other.bringToFront()
    await untilWords(other, [])
    await popup.close()
    await page.bringToFront()
    await back(page)
    await untilWords(page, [])
  })

  test.each(['before it was opened', 'in the meantime'])(
    'a page that names nobody, whose site was switched off %s, says so when it is back',
    async (when) => {
      const host = `${when.replaceAll(' ', '-')}.test`
      const switchOff = (page: Page) =>
        callBackground(pages.rig, page, 'switchSite', { site: `*.${host}`, off: true })
      pages.rig.site.put('/nobody', '<!doctype html><title>Nobody</title><body><p>Here is nobody.')
      const other = await open('<p>Here is nobody.</p>')
      if (when !== 'in the meantime') await switchOff(other)
      const page = await pages.rig.open(`http://${host}/nobody`)
      await away(page)
      if (when === 'in the meantime') await switchOff(other)
      await page.bringToFront()
      await back(page)
      await untilEqual('the badge', () => pages.rig.badge(page), 'off')
    },
  )
})
