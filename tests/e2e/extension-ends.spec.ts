import type { JSHandle, Page } from 'puppeteer-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { tally } from '../tally.ts'
import { readCard, untilCard } from './harness/card.ts'
import { inWindow } from './harness/firefox.ts'
import { untilMarks } from './harness/marks.ts'
import { outlastRest } from './harness/outlast.ts'
import { apiIn } from './harness/own-pages.ts'
import { hover, leave } from './harness/pointer.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { until, untilEqual } from './harness/until.ts'

const ZTE = ['ZTE', 'ZTE']

/** The extension is switched off, switched on or made anew under pages that stay open. */
describe('under open pages', () => {
  let rig: Rig
  let page: Page
  const logged: string[] = []
  beforeEach(async () => {
    rig = await startRig()
    rig.site.put('/favicon.ico', '')
    page = await rig.open(`${rig.site.origin}/report.html`)
    logged.length = 0
    page.on('console', (message) => logged.push(message.text()))
    page.on('pageerror', (error) => logged.push(String(error)))
    await untilMarks(page, 'zte', ZTE)
    await untilMarks(page, 'action', ['Pentagon ordered'])
    await hover(page, 'Pentagon ordered')
    await untilCard(page, 'Pentagon ordered')
  })
  afterEach(() => rig.close())

  /** No card opens any more, no open one covers the page, no mark shows, and nothing is said. */
  const expectNothing = async () => {
    await leave(page)
    await until('no card covers the page', () =>
      page.evaluate(() =>
        [...document.querySelectorAll('source-context-card')].every(
          (it) => getComputedStyle(it).visibility === 'hidden',
        ),
      ),
    )
    await untilEqual('the colour of marks', () => page.evaluate(colourOfMarks), 'rgba(0, 0, 0, 0)')
    await page.evaluate(() => document.body.append('And Huawei.'))
    await hover(page, 'Pentagon ordered')
    await outlastRest(page, (turn) => page.mouse.move(300 + (turn % 2), 600))
    expect(logged).toEqual([])
  }
  /** A page that is loaded from now on is as ever. */
  const expectAllInNewPage = async () => {
    await until('marks in a page loaded anew', async () => {
      await page.reload()
      return until(
        'marks',
        () => page.evaluate(() => CSS.highlights.get('source-context-zte')?.size === 2),
        2000,
      )
    })
    // The new background may still be on its way when the pointer first rests.
    await until('a card', async () => {
      await leave(page)
      await hover(page, 'Pentagon ordered')
      return until('it', async () => (await readCard(page))?.text.includes('Pentagon'), 5000)
    })
    await leave(page)
    expect(logged).toEqual([])
  }

  test('an extension that is disabled leaves the page in peace, and is back when it is enabled', async () => {
    await setEnabled(rig, false)
    await page.bringToFront()
    await expectNothing()
    await setEnabled(rig, true)
    await page.bringToFront()
    await expectAllInNewPage()
    tally('extension disabled', 1)
  })

  test('an extension that is updated leaves no dead card, and its new version works in new pages', async () => {
    await rig.badge(page)
    await update(rig)
    await page.bringToFront()
    await until('the old card is no longer there', async () => {
      const gone = await page.evaluate(() =>
        [...document.querySelectorAll('source-context-card')].every(
          (it) => getComputedStyle(it).visibility === 'hidden',
        ),
      )
      if (!gone) await page.mouse.move(300, 600)
      return gone
    })
    await expectAllInNewPage()
    expect(await readCard(page)).toBeDefined()
    tally('extension updated', 1)
  })
})

function colourOfMarks(): string | undefined {
  const [paragraph] = document.querySelectorAll('p')
  if (!CSS.highlights.has('source-context-zte')) return 'rgba(0, 0, 0, 0)'
  return paragraph && getComputedStyle(paragraph, '::highlight(source-context-zte)').backgroundColor
}

/** What a person does on the browser's own page of extensions. */
async function setEnabled(rig: Rig, enabled: boolean): Promise<void> {
  if (rig.name === 'chromium')
    return onExtensionsPage(rig, ({ management }, id, on) => management.setEnabled(id, on), enabled)
  const id = JSON.stringify('source-context@source-context.example')
  await inWindow(
    rig.browser,
    `AddonManager.getAddonByID(${id}).then((it) => it.${enabled ? 'enable' : 'disable'}()).then(() => true)`,
  )
}

/** The browser ends what runs and starts what now stands in the folder, as for an update. */
async function update(rig: Rig): Promise<void> {
  // Chromium starts an unpacked extension again only for developers.
  if (rig.name === 'chromium')
    return onExtensionsPage(
      rig,
      ({ developerPrivate: own }, id) =>
        own
          .updateProfileConfiguration({ inDeveloperMode: true })
          .then(() => own.reload(id, { failQuietly: true })),
      true,
    )
  const own = await rig.findOwnPage('/manifest.json')
  await own.evaluate(
    (api) => void setTimeout(() => api.runtime.reload()),
    (await apiIn(own)) as unknown as unknown as JSHandle<Reloading>,
  )
}

type Reloading = { runtime: { reload(): void } }
type ExtensionsPage = {
  management: { setEnabled(id: string, on: boolean): Promise<void> }
  developerPrivate: {
    updateProfileConfiguration(to: { inDeveloperMode: boolean }): Promise<void>
    reload(id: string, how: { failQuietly: boolean }): Promise<unknown>
  }
}

async function onExtensionsPage(
  rig: Rig,
  act: (api: ExtensionsPage, id: string, on: boolean) => Promise<unknown>,
  on: boolean,
): Promise<void> {
  const settings = await rig.browser.newPage()
  await settings.goto('chrome://extensions')
  const api = await settings.evaluateHandle(
    () => (globalThis as unknown as { chrome: ExtensionsPage }).chrome,
  )
  await settings.evaluate(act, api, new URL(rig.origin).host, on)
  await settings.close()
}
