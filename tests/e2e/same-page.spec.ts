import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Box } from './harness/card.ts'
import { launchChromium } from './harness/chromium.ts'
import { launchFirefox } from './harness/firefox.ts'
import { listenToAll, readFacts, type PageFacts } from './harness/page-facts.ts'
import { countDifferences } from './harness/picture-difference.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { recordTraffic, type Traffic } from './harness/traffic.ts'
import { until } from './harness/until.ts'

/** Pages of our own, or those of the folder that `E2E_PAGES` names. */
const FOLDERS = process.env['E2E_PAGES'] ? [process.env['E2E_PAGES']] : ['bench/pages', 'demo']
const PAGES = FOLDERS.flatMap((folder) =>
  readdirSync(resolve(folder))
    .filter((file) => file.endsWith('.html'))
    .map((file) => join(folder, file)),
)
/** So that nothing but us can change a page, and every run is the same. */
const HEADERS = {
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'none'; img-src data:",
}
const PLANTED = '<p>In May 2018 the Pentagon banned phones by ZTE and Huawei.</p>'
const PATIENCE_MS = 30_000

type Visit = {
  facts: PageFacts
  picture: Uint8Array
  marks: Box[]
  said: string[]
  asked: string[]
}

/** One page in two browsers, one with the extension and one without, driven alike. */
describe('a page is the same with the extension and without', () => {
  let rig: Rig
  let plain: Browser
  let plainTraffic: Traffic
  let compared = 0
  beforeAll(async () => {
    rig = await startRig()
    plainTraffic = await recordTraffic(rig.site.port)
    const launch = {
      extensions: [],
      headless: true,
      proxyPort: plainTraffic.port,
      viewport: { width: 1000, height: 720 },
    }
    plain = rig.name === 'chromium' ? await launchChromium(launch) : await launchFirefox(launch, '')
  })
  afterAll(async () => {
    await plain.close()
    await plainTraffic.close()
    await rig.close()
    process.stdout.write(`pages compared: ${compared} of ${PAGES.length}\n`)
  })

  test.each(PAGES)('%s', { timeout: 4 * PATIENCE_MS }, async (file) => {
    const path = `/same/${encodeURIComponent(file)}`
    rig.site.put(path, plant(readFileSync(resolve(file), 'utf8')), HEADERS)
    const without = await visit(plain, plainTraffic, rig.site.origin + path)
    const withOurs = await visit(rig.browser, rig.traffic, rig.site.origin + path, true)

    const { keys, ...same } = withOurs.facts
    const { keys: keysBefore, ...expected } = without.facts
    for (const [name, facts] of Object.entries(same))
      expect(differences(facts, expected[name as keyof typeof expected]), name).toEqual([])
    expect(withOurs.said).toEqual(without.said)
    expect(withOurs.asked).toEqual(without.asked)
    // What remains visible: the names of our highlights.
    expect(keysBefore).toEqual([])
    expect(keys.filter((it) => !/^source-context-(huawei|zte|action)$/.test(it))).toEqual([])
    const pixels = countDifferences(withOurs.picture, without.picture, withOurs.marks)
    expect(pixels.outside).toBe(0)
    expect(pixels.inside).toBeGreaterThan(0)
    compared += 1
  })
})

/** A name at the top, in sight, so that the engine runs on every page. */
function plant(html: string): string {
  const body = /<body[^>]*>/i.exec(html)
  const at = body ? body.index + body[0].length : 0
  return html.slice(0, at) + PLANTED + html.slice(at)
}

async function visit(
  browser: Browser,
  traffic: Traffic,
  address: string,
  isMarked = false,
): Promise<Visit> {
  const page = await browser.newPage()
  const said: string[] = []
  page.on('console', (it) => said.push(`${it.type()} ${it.text()}`))
  page.on('pageerror', (it) => said.push(String(it)))
  await page.evaluateOnNewDocument(listenToAll)
  const before = traffic.requests.length
  await page.goto(address)
  await page.bringToFront()
  if (isMarked)
    await until(
      'marks',
      () => page.evaluate(() => (CSS.highlights.get('source-context-action')?.size ?? 0) > 0),
      PATIENCE_MS,
    )
  await drive(page)
  const facts = await page.evaluate(readFacts)
  const marks = isMarked ? await markBoxes(page) : []
  const picture = await page.screenshot()
  const asked = traffic.requests.slice(before).map((it) => `${it.method} ${it.url}`)
  await page.close()
  return { facts, picture, marks, said, asked: asked.filter((it) => !isOfBrowser(it)).toSorted() }
}

/** Housekeeping of the browsers themselves. */
function isOfBrowser(request: string): boolean {
  return !request.includes('127.0.0.1') || request.includes('favicon')
}

/** A hand that reads, clicks, types and scrolls, and rests on no mention. */
async function drive(page: Page): Promise<void> {
  await page.mouse.move(500, 400, { steps: 3 })
  await page.mouse.click(980, 600)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('x')
  for (const top of [600, 0]) {
    await page.evaluate((to) => scrollTo({ top: to, behavior: 'instant' }), top)
    // Two frames, after which all has been told of the scroll.
    await page.evaluate(
      () =>
        new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(0)))),
    )
  }
  await page.evaluate(() => document.getSelection()?.removeAllRanges())
}

/** All lines of all marks, in px of the viewport. */
function markBoxes(page: Page): Promise<Box[]> {
  return page.evaluate(() =>
    [...CSS.highlights.values()].flatMap((ranges) =>
      [...ranges].flatMap((part) => {
        const range = document.createRange()
        range.setStart(part.startContainer, part.startOffset)
        range.setEnd(part.endContainer, part.endOffset)
        return [...range.getClientRects()].map(({ x, y, width, height }) => ({
          x,
          y,
          width,
          height,
        }))
      }),
    ),
  )
}

/** The first few lines in which two lists differ. */
function differences(now: string[], before: string[]): string[] {
  const length = Math.max(now.length, before.length)
  return Array.from({ length }, (_, at) => at)
    .filter((at) => now[at] !== before[at])
    .slice(0, 5)
    .map((at) => `${at}: ${firstDifference(before[at] ?? '(none)', now[at] ?? '(none)')}`)
}

function firstDifference(before: string, now: string): string {
  let at = 0
  while (at < before.length && before[at] === now[at]) at += 1
  const from = Math.max(0, at - 30)
  return `…${before.slice(from, at + 80)} → …${now.slice(from, at + 80)}`
}
