import type { Browser, JSHandle, Page } from 'puppeteer-core'
import { untilOrAnew } from './firefox.ts'
import { until } from './until.ts'

/**
 * From its first use, a tab with the extension's manifest stays open in the background: it has the
 * extension's rights and runs none of its code, so tests ask the browser about tabs and badges
 * there. `front` is the page that stands in front again afterwards.
 */
export function createHelper(
  openOwn: (path: string) => Promise<Page>,
): (front: Page) => Promise<Page> {
  let helper: Promise<Page> | undefined
  return async (front) => {
    const page = await (helper ??= openOwn('/manifest.json'))
    await front.bringToFront()
    return page
  }
}

/** Waits for a tab whose address begins so. */
export function findPage(browser: Browser, start: string): Promise<Page> {
  const find = async (addressOf: (page: Page) => string | Promise<string>) => {
    for (const page of await browser.pages())
      if ((await addressOf(page)).startsWith(start)) return page
    return undefined
  }
  if (!start.startsWith('moz-extension:'))
    return until(`a tab with ${start}`, () => find((page) => page.url()))
  // The driver does not see the address of an extension's page in Firefox: each is asked itself.
  const askEach = (page: Page) => page.evaluate(() => location.href).catch(() => '')
  return untilOrAnew(browser, start, () => find(askEach))
}

/** The browser's number for a page's tab; of several with one address, the one last in front. */
export async function tabOf(helper: Page, page: Page): Promise<number> {
  // The driver does not learn the address of a page that came back from Firefox's memory.
  const address = await page.evaluate(() => location.href).catch(() => page.url())
  const id = await helper.evaluate(
    async (of, url) => {
      const same = (await of.tabs.query({})).filter((tab) => tab.url === url)
      return same.toSorted((a, b) => b.lastAccessed - a.lastAccessed)[0]?.id ?? -1
    },
    await apiIn(helper),
    address,
  )
  if (id < 0) throw new Error(`no tab shows ${address}`)
  return id
}

export async function badgeOf(helper: Page, tabId: number): Promise<string> {
  return helper.evaluate(
    (of, id) => of.action.getBadgeText({ tabId: id }),
    await apiIn(helper),
    tabId,
  )
}

/** The extension API as the page has it: `browser` in Firefox, `chrome` in Chromium. */
export function apiIn(helper: Page): Promise<JSHandle<ExtensionApi>> {
  return helper.evaluateHandle(() => {
    const { browser, chrome } = globalThis as { browser?: ExtensionApi; chrome?: ExtensionApi }
    const api = browser ?? chrome
    if (!api) throw new Error('no extension API in the helper page')
    return api
  })
}

/** The little of the extension API that the harness uses. */
type ExtensionApi = {
  tabs: {
    query(of: object): Promise<{ id: number; url?: string; lastAccessed: number }[]>
    getCurrent(): Promise<{ windowId: number }>
  }
  action: { getBadgeText(of: { tabId: number }): Promise<string> }
  windows: { create(of: { url: string }): Promise<{ id: number }> }
  sidePanel: { open(of: { windowId: number }): Promise<void> }
}
