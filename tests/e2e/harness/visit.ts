import type { Page } from 'puppeteer-core'
import type { Box } from './card.ts'
import { listenToAll, readFacts, type PageFacts } from './page-facts.ts'
import type { Plain } from './plain-pair.ts'
import { until } from './until.ts'

/** Very long pages take a while to be loaded and read. */
const PATIENCE_MS = 30_000

/** What the browser itself says of what was not loaded: now earlier, now later than we look. */
const REFUSED =
  /Failed to load resource|Manifest fetch|Content.Security.Policy|was preloaded using link preload/

/** Everything that a page, the console, the network and the eye could tell of a visit. */
export type Visit = {
  facts: PageFacts
  picture: Uint8Array
  marks: Box[]
  said: string[]
  asked: string[]
}

/** Opens a page as a person would, reads it a little, and tells all that came of it. */
export async function visit(
  { browser, traffic }: Plain,
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
  await twoFrames(page)
  if (isMarked && (await isPlantedSeen(page)))
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
  const heard = said.filter((it) => !REFUSED.test(it)).toSorted()
  return {
    facts,
    picture,
    marks,
    said: heard,
    asked: asked.filter((it) => !isOfBrowser(it)).toSorted(),
  }
}

/** Housekeeping of the browsers themselves. */
function isOfBrowser(request: string): boolean {
  return !request.includes('127.0.0.1') || /icon|manifest/.test(request)
}

/** A hand that reads, clicks, types and scrolls, and rests on no mention. */
async function drive(page: Page): Promise<void> {
  await page.mouse.move(500, 400, { steps: 3 })
  let [x, y] = [980, 600]
  await page.mouse.click(x, y)
  await page.keyboard.press('Tab')
  await page.keyboard.type('x')
  for (const top of [600, 0]) {
    await page.evaluate((to) => scrollTo({ top: to, behavior: 'instant' }), top)
    await twoFrames(page)
    // What the page now shows under the pointer is told at its next movement, sooner or later without:
    // so it moves where it rests, and then on.
    await page.mouse.move(x, y - 1)
    ;[x, y] = [500 + top / 100, 400]
    await page.mouse.move(x, y)
  }
  await page.evaluate(() => document.getSelection()?.removeAllRanges())
}

/** After which the page is drawn, and all has been told of a scroll. */
function twoFrames(page: Page): Promise<unknown> {
  return page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(0)))),
  )
}

/** Some pages hide themselves until a script of theirs shows them: there nothing is marked. */
function isPlantedSeen(page: Page): Promise<boolean> {
  return page.evaluate(
    () =>
      document.querySelector('#planted')?.checkVisibility({ visibilityProperty: true }) ?? false,
  )
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
