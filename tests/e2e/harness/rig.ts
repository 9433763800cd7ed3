import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'puppeteer-core'
import english from '../../../public/_locales/en/messages.json' with { type: 'json' }
import {
  chromiumOrigin,
  endBackground,
  joinPictures,
  launchChromium,
  waitForSidePanel,
  type Launch,
} from './chromium.ts'
import {
  endBackground as endFirefoxBackground,
  FIREFOX_ORIGIN,
  frontWindow,
  launchFirefox,
  openSidebar,
  openTrustedTab,
  setFirefoxScheme,
  windowPicture,
} from './firefox.ts'
import { apiIn, badgeOf, createHelper, findPage, tabOf } from './own-pages.ts'
import { startSite, type Site } from './site.ts'
import { noteTraffic, recordTraffic, type Traffic } from './traffic.ts'
import { pageView, type View } from './view.ts'

export type BrowserName = 'chromium' | 'firefox'

/** A real browser with the built extension in a fresh profile, whichever of the two it is. */
export type Extended = {
  name: BrowserName
  browser: Browser
  /** Start of the extension's own addresses, without a slash at the end. */
  origin: string
  /** Opens an address in a new tab, in front, and waits until it has loaded. */
  open(address: string): Promise<Page>
  /** Opens one of the browser's own pages, which no extension may read. */
  openBrowserPage(): Promise<Page>
  /** Opens the real side panel (Firefox: sidebar) beside a page that stands in a tab. */
  openDigest(page: Page): Promise<View>
  /** Opens an address in a window of its own, and the real panel (Firefox: sidebar) in it. */
  openSecondWindow(address: string): Promise<View>
  /** Waits for a digest that something else opens. Firefox: not to be had, it opens none by itself. */
  untilDigest(): Promise<View>
  /** Opens the toolbar popup as a tab that speaks of `page`'s tab. */
  openPopup(page: Page): Promise<View>
  /** Opens the panel's page in a tab of its own, where it speaks of `page`'s tab. */
  openDigestTab(page: Page): Promise<Page>
  /** Opens one of the extension's own pages, such as `/options.html`, in a tab in front. */
  openOwn(path: string): Promise<Page>
  /** Has a page be light or dark, as the system's own choice would. */
  setScheme(page: Page, scheme: 'light' | 'dark'): Promise<void>
  /** A picture of `page` with its digest beside it, as the window shows them. */
  pictureWindow(page: Page, digest: View, file: string): Promise<void>
  /** Waits for a tab with one of the extension's own pages, such as `/reader.html`. */
  findOwnPage(path: string): Promise<Page>
  /** Puts the background to sleep; the next event wakes it. */
  endBackground(): Promise<void>
  /** What the toolbar button's badge says for `page`'s tab. */
  badge(page: Page): Promise<string>
  close(): Promise<void>
}

/** The same with the test server and a record of every request that left the browser. */
export type Rig = Extended & { site: Site; traffic: Traffic }

/** Beside ours in every browser of the specs. */
export const READER = 'tests/e2e/harness/reader-extension'
/** Where the builds are, from the project's folder. */
export const BUILT = { chromium: '.output/chrome-mv3', firefox: '.output/firefox-mv3' }
/** Size of every page, in CSS px. */
export const VIEWPORT = { width: 1000, height: 720 }

/** The browser that this run of the specs is for: the environment variable `E2E_BROWSER`. */
export function browserUnderTest(): BrowserName {
  return process.env['E2E_BROWSER'] === 'firefox' ? 'firefox' : 'chromium'
}

/** Starts test server, proxy and browser for a spec. Close it in `afterAll`. */
export async function startRig(
  name: BrowserName = browserUnderTest(),
  more: Pick<Launch, 'keepWelcome' | 'leaveBackground' | 'home'> = {},
): Promise<Rig> {
  const site = await startSite({ '/demo/': 'demo', '/': 'tests/fixtures' })
  const traffic = await recordTraffic(site.port)
  const browser = await launchExtended(name, {
    headless: true,
    proxyPort: traffic.port,
    viewport: VIEWPORT,
    ...more,
  })
  return {
    ...browser,
    site,
    traffic,
    close: async () => {
      await browser.close()
      await Promise.all([traffic.close(), site.close()])
      noteTraffic(name, traffic)
    },
  }
}

/**
 * Starts a browser with the built extension and, unless a person is to use it, the reader of closed
 * shadow roots beside it.
 */
export async function launchExtended(
  name: BrowserName,
  launch: Omit<Launch, 'extensions'>,
): Promise<Extended> {
  const extensions = [builtExtension(name), ...(launch.headless ? [resolve(READER)] : [])]
  return name === 'chromium'
    ? extendChromium({ ...launch, extensions })
    : extendFirefox({ ...launch, extensions })
}

/** What the two browsers do differently, once they run. */
type Parts = {
  name: BrowserName
  browser: Browser
  origin: string
  openOwn(path: string): Promise<Page>
  openBrowserPage(): Promise<Page>
  openPanel(helper: Page): Promise<View>
  openPanelIn(helper: Page, windowId: number): Promise<View>
  untilDigest(): Promise<View>
  endBackground(): Promise<void>
  setScheme(page: Page, scheme: 'light' | 'dark'): Promise<void>
  pictureWindow(page: Page, digest: View, file: string): Promise<void>
}

async function extendChromium(launch: Launch): Promise<Extended> {
  const browser = await launchChromium(launch)
  const origin = await chromiumOrigin(browser, english.manifest_name.message)
  return extend(
    {
      name: 'chromium',
      browser,
      origin,
      openOwn: (path) => openIn(browser, `${origin}${path}`),
      openBrowserPage: () => openIn(browser, 'chrome://version/'),
      openPanel: async (helper) => {
        await helper.evaluate(
          async (of) => {
            const { windowId } = await of.tabs.getCurrent()
            await of.sidePanel.open({ windowId })
          },
          await apiIn(helper),
        )
        return pageView(await waitForSidePanel(browser, origin))
      },
      openPanelIn: async (helper, windowId) => {
        const before = new Set(browser.targets())
        await helper.evaluate(
          (of, id) => of.sidePanel.open({ windowId: id }),
          await apiIn(helper),
          windowId,
        )
        return pageView(await waitForSidePanel(browser, origin, before))
      },
      untilDigest: async () => pageView(await waitForSidePanel(browser, origin)),
      endBackground: () => endBackground(browser, origin),
      setScheme: (page, value) =>
        page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]),
      pictureWindow: (page, digest, file) => joinPictures(browser, page, digest, file),
    },
    launch,
  )
}

async function extendFirefox(launch: Launch): Promise<Extended> {
  const geckoId = manifestOf('firefox').browser_specific_settings?.gecko?.id ?? ''
  const browser = await launchFirefox(launch, geckoId)
  return extend(
    {
      name: 'firefox',
      browser,
      origin: FIREFOX_ORIGIN,
      openOwn: (path) => openTrustedTab(browser, `${FIREFOX_ORIGIN}${path}`),
      openBrowserPage: () => openTrustedTab(browser, 'about:license'),
      openPanel: () => openSidebar(browser, geckoId),
      openPanelIn: async () => openSidebar(browser, geckoId, await frontWindow(browser)),
      endBackground: () => endFirefoxBackground(browser, geckoId),
      setScheme: (_page, scheme) => setFirefoxScheme(browser, scheme),
      untilDigest: () => Promise.reject(new Error('in Firefox a page cannot open the sidebar')),
      pictureWindow: (_page, _digest, file) => windowPicture(browser, file),
    },
    launch,
  )
}

async function extend(
  { openOwn, openPanel, openPanelIn, ...parts }: Parts,
  launch: Launch,
): Promise<Extended> {
  const { browser, origin } = parts
  const helper = createHelper(openOwn)
  if (!launch.keepWelcome) await closeWelcome(browser, origin)
  return {
    ...parts,
    openOwn,
    open: (address) => openIn(browser, address),
    openDigest: async (page) => openPanel(await helper(page)),
    openSecondWindow: async (address) => {
      const own = await findPage(browser, `${origin}/manifest.json`)
      const id = await own.evaluate(
        async (of, url) => (await of.windows.create({ url })).id,
        await apiIn(own),
        address,
      )
      return openPanelIn(own, id)
    },
    openPopup: async (page) => {
      const tab = await tabOf(await helper(page), page)
      return pageView(await openOwn(`/popup.html?tab=${tab}`))
    },
    openDigestTab: async (page) => {
      const tab = await tabOf(await helper(page), page)
      return openOwn(`/sidepanel.html?tab=${tab}`)
    },
    findOwnPage: (path) => findPage(browser, `${origin}${path}`),
    badge: async (page) => {
      const own = await helper(page)
      return badgeOf(own, await tabOf(own, page))
    },
    close: () => browser.close(),
  }
}

/** The tab that a fresh installation opens would stand in front of what a spec opens. */
async function closeWelcome(browser: Browser, origin: string): Promise<void> {
  const welcome = await findPage(browser, `${origin}/welcome.html`)
  await welcome.close()
}

async function openIn(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage()
  await page.goto(address)
  await page.bringToFront()
  return page
}

type Manifest = { browser_specific_settings?: { gecko?: { id: string } } }

function manifestOf(name: BrowserName): Manifest {
  return JSON.parse(readFileSync(join(builtExtension(name), 'manifest.json'), 'utf8')) as Manifest
}

/** Where the build put the extension. `E2E_EXTENSION` names another folder. */
function builtExtension(name: BrowserName): string {
  const folder = resolve(process.env['E2E_EXTENSION'] ?? BUILT[name])
  if (!existsSync(join(folder, 'manifest.json'))) {
    throw new Error(`${folder} holds no built extension: run npm test, or wxt build`)
  }
  return folder
}
