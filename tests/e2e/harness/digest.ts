import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { untilSaid } from './digest-said.ts'
import { startRig, type Rig } from './rig.ts'
import { pageView, type View } from './view.ts'

/** A page and the digest beside it. */
export type Beside = { page: Page; panel: View }

/** What a spec about the digest stands on: a browser for all its tests, a digest for each. */
export type DigestSpec = {
  /** The browser; there from the first test on. */
  readonly rig: Rig
  /** Opens a page of the test server, and the real panel (Firefox: sidebar) beside it. */
  openBeside(path: string, words?: string): Promise<Beside>
  /**
   * The same where foreign scripts can run, for axe: the real panel in Chromium, the panel's page in
   * a tab of its own in Firefox, whose sidebar has no place for them.
   */
  openChecked(path: string, words: string): Promise<Beside>
}

/** Registers start and end of a spec about the digest. `start`: another browser than the usual. */
export function digestSpec(start: () => Promise<Rig> = startRig): DigestSpec {
  let rig: Rig | undefined
  const opened: { close(): Promise<void> }[] = []
  beforeAll(async () => {
    rig = await start()
  })
  afterAll(() => rig?.close())
  afterEach(async () => {
    for (const one of opened.splice(0).toReversed()) await one.close()
  })

  const theRig = () => {
    if (!rig) throw new Error('no browser before the first test')
    return rig
  }
  const open = async (path: string) => {
    const page = await theRig().open(path.startsWith('http') ? path : theRig().site.origin + path)
    opened.push({ close: () => closeOnce(page) })
    return page
  }
  const beside = async (page: Page, panel: View, words: string | undefined) => {
    opened.push(panel)
    if (words !== undefined) await untilSaid(panel, words)
    return { page, panel }
  }
  return {
    get rig() {
      return theRig()
    },
    openBeside: async (path, words) => {
      const page = await open(path)
      return beside(page, await theRig().openDigest(page), words)
    },
    openChecked: async (path, words) => {
      const page = await open(path)
      const isTab = theRig().name === 'firefox'
      const panel = isTab
        ? pageView(await theRig().openDigestTab(page))
        : await theRig().openDigest(page)
      return beside(page, panel, words)
    },
  }
}

/** How many of Huawei, ZTE and actions the digest counts. */
export function readCounts(panel: View): Promise<number[]> {
  return panel.evaluate(() =>
    // Large numbers come with the language's marks between the thousands.
    [...document.querySelectorAll('.counts dd')].map((it) =>
      Number(it.textContent.replace(/\D/g, '')),
    ),
  )
}

/** A test may have closed its page itself. */
async function closeOnce(page: Page): Promise<void> {
  if (!page.isClosed()) await page.close()
}
