import { readFile } from 'node:fs/promises'
import puppeteer, { type Browser, type Page, type Target } from 'puppeteer-core'
import { findChromium } from '../../../scripts/browsers.mjs'
import { BROWSER_OWN } from './traffic.ts'
import { until } from './until.ts'
import { pngPath, type View } from './view.ts'

/** Housekeeping that would leave the browser by itself; what cannot be off leads to BROWSER_OWN. */
const QUIET = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-domain-reliability',
  '--no-pings',
  '--allow-browser-signin=false',
  '--disable-features=NetworkTimeServiceQuerying,OptimizationHints,MediaRouter,HttpsUpgrades,HttpsFirstBalancedMode,AutofillServerCommunication',
  `--component-updater=url-source=https://${BROWSER_OWN}/components`,
  `--apps-gallery-update-url=https://${BROWSER_OWN}/gallery`,
  `--gaia-url=https://${BROWSER_OWN}`,
]

export type Launch = {
  /** Folders with unpacked extensions, ours first. */
  extensions: string[]
  headless: boolean
  /** Leaves the page open that welcomes who has just installed the extension. */
  keepWelcome?: boolean
  /** Leaves the background alone: a debugger that is attached to it keeps it awake. */
  leaveBackground?: boolean
  /** A folder that the profile stays in when the browser is closed; left out: one that goes with it. */
  profile?: string
  /** Firefox: the home folder, where it finds what an organisation has set. */
  home?: string
  /** Port of the recording proxy; none: the browser reaches the network as usual. */
  proxyPort?: number
  /** Fixes the size of every page, in CSS px; left out: as large as the window leaves them. */
  viewport?: { width: number; height: number }
  /** Size of the window; left out: the browser's choice. */
  window?: { width: number; height: number }
}

/** Starts Chromium with a fresh profile and the extensions. Throws where none is installed. */
export async function launchChromium(launch: Launch): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('no Chromium, Chrome, Edge or Brave found: set CHROME_PATH')
  return puppeteer.launch({
    executablePath,
    headless: launch.headless,
    pipe: true,
    enableExtensions: launch.extensions,
    ...(launch.profile !== undefined && { userDataDir: launch.profile }),
    defaultViewport: launch.viewport ?? null,
    ...(launch.leaveBackground && { targetFilter: (it) => it.type() !== 'service_worker' }),
    // A person at the window needs no banner about automated tests.
    ignoreDefaultArgs: launch.headless ? false : ['--enable-automation'],
    // Whatever the machine speaks, specs read English.
    args: ['--lang=en-US', ...QUIET, ...sandbox(), ...display(launch), ...proxy(launch.proxyPort)],
  })
}

/** The address of the extension whose name is `name`. */
export async function chromiumOrigin(browser: Browser, name: string): Promise<string> {
  const id = await until(
    `extension “${name}” is installed`,
    async () => [...(await browser.extensions()).values()].find((it) => it.name === name)?.id,
  )
  return `chrome-extension://${id}`
}

/**
 * The page in the real side panel, once it is open and has a size: to the debugger it is a page
 * like any other, but clicks before the panel is laid out go nowhere.
 */
export async function waitForSidePanel(
  browser: Browser,
  origin: string,
  before: ReadonlySet<Target> = new Set(),
): Promise<Page> {
  const panel = await browser.waitForTarget(
    (it) => !before.has(it) && it.url().startsWith(`${origin}/sidepanel.html`),
  )
  const page = await panel.asPage()
  await until('the side panel is laid out', () => page.evaluate(() => innerWidth > 0))
  return page
}

/** Ends the service worker, as the browser does when it has been idle; the next event wakes it. */
export async function endBackground(browser: Browser, origin: string): Promise<void> {
  const isOurs = (it: { type(): string; url(): string }) =>
    it.type() === 'service_worker' && it.url().startsWith(origin)
  const target = await browser.waitForTarget(isOurs)
  // Something may wake it at once; then it is another. One that is busy may not have heard it.
  await until('the background sleeps', async () => {
    if (!browser.targets().includes(target)) return true
    const worker = await target.worker().catch(() => null)
    await worker?.close().catch(() => undefined)
    return !browser.targets().includes(target)
  })
}

/** Chromium takes no picture of its window, so the page's and the panel's are put side by side. */
export async function joinPictures(
  browser: Browser,
  page: Page,
  digest: View,
  file: string,
): Promise<void> {
  const panel = await digest.evaluate(() => innerWidth)
  await until('the page has made room for the panel', () =>
    page.evaluate((taken) => innerWidth + taken <= outerWidth, panel),
  )
  const left = await page.screenshot({ encoding: 'base64' })
  await digest.screenshot(file)
  const right = await readFile(file, 'base64')
  const canvas = await browser.newPage()
  const image = (data: string) => `<img src="data:image/png;base64,${data}">`
  await canvas.setContent(
    `<div style="display:inline-flex;align-items:end;gap:1px;background:#f0efec">${image(left)}${image(right)}</div>`,
  )
  await (await canvas.$('div'))?.screenshot({ path: pngPath(file) })
  await canvas.close()
  await page.bringToFront()
}

/** Chromium refuses its sandbox to root, which is what containers run as. */
function sandbox(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

function display({ headless, window }: Launch): string[] {
  const size = window ? [`--window-size=${window.width},${window.height}`] : []
  return headless ? ['--disable-gpu', '--lang=en-US', ...size] : size
}

function proxy(port: number | undefined): string[] {
  if (port === undefined) return []
  return [`--proxy-server=127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>']
}
