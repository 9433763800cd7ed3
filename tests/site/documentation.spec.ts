import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsIn } from '../e2e/harness/axe.ts'
import { launchChromium } from '../e2e/harness/chromium.ts'
import { startSite, type Site } from '../e2e/harness/site.ts'
import { recordTraffic, type Traffic } from '../e2e/harness/traffic.ts'
import { until } from '../e2e/harness/until.ts'
import { pageView } from '../e2e/harness/view.ts'

/** The site as `npm run docs:build` left it; the generator itself refuses links to pages that are not. */
const BUILT = '.output/docs'
const pages = readdirSync(BUILT, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.replaceAll('\\', '/'))

const read = (page: string) => readFileSync(join(BUILT, page), 'utf8')
const idsIn = (html: string) => new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))

test.each(pages)('every link to a part of a page in %s leads there', (page) => {
  for (const [, path = '', id = ''] of read(page).matchAll(/href="(\/[^"#]*)?#([^"]+)"/g)) {
    const target = path === '' ? page : path.slice(1).replace(/(^|\/)$/, '$1index.html')
    expect(idsIn(read(target)), `${path}#${id}`).toContain(decodeURIComponent(id))
  }
})

describe('in a browser', () => {
  let site: Site
  let traffic: Traffic
  let browser: Browser
  beforeAll(async () => {
    site = await startSite({ '/': BUILT })
    traffic = await recordTraffic(site.port)
    browser = await launchChromium({
      extensions: [],
      headless: true,
      proxyPort: traffic.port,
      viewport: { width: 1200, height: 800 },
    })
  })
  afterAll(async () => {
    await browser.close()
    await Promise.all([traffic.close(), site.close()])
  })

  // Fifty pages, on whatever machine.
  const patience = { timeout: 300_000 }
  test.each(['light', 'dark'])(
    'no page has a fault that axe finds, in %s',
    patience,
    async (scheme) => {
      const page = await browser.newPage()
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
      const faults: string[] = []
      for (const path of pages) {
        await page.goto(`${site.origin}/${path}`)
        faults.push(...(await faultsIn(pageView(page))).map((fault) => `${path}: ${fault}`))
      }
      expect(faults).toEqual([])
      await page.close()
    },
  )

  test('a search finds a word of the guide', async () => {
    const page = await browser.newPage()
    await page.goto(`${site.origin}/index.html`)
    await page.click('.VPNavBarSearch button')
    await page.waitForSelector('.VPLocalSearchBox input')
    await page.type('.VPLocalSearchBox input', 'Incognito')
    await until('a result', () =>
      page.evaluate(() => document.querySelector('.VPLocalSearchBox .result') !== null),
    )
    await page.close()
  })

  test('nothing is asked of anybody else', () => {
    expect(traffic.elsewhere().map(({ url }) => url)).toEqual([])
  })
})
