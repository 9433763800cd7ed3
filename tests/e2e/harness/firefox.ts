import { writeFile } from 'node:fs/promises'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { findFirefox } from '../../../scripts/browsers.mjs'
import type { Launch } from './chromium.ts'
import { until } from './until.ts'
import { viewOf, type Json, type View } from './view.ts'

/** Fixed, so that the extension's pages have a known address. */
const UUID = '5f9b2c1e-0d3a-4c6b-8e57-3a4d1c9e7b20'
export const FIREFOX_ORIGIN = `moz-extension://${UUID}`

/** Starts Firefox with a fresh profile and the extensions. Throws where none is installed. */
export async function launchFirefox(launch: Launch, geckoId: string): Promise<Browser> {
  const executablePath = findFirefox()
  if (!executablePath) throw new Error('no Firefox found: set FIREFOX_PATH')
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    ...(launch.profile !== undefined && { userDataDir: launch.profile }),
    headless: launch.headless,
    defaultViewport: launch.viewport ?? null,
    args: ['--remote-allow-system-access', ...windowSize(launch)],
    // Without it a release build ignores the (puppeteer's) dummy address of the settings server.
    env: {
      ...process.env,
      MOZ_REMOTE_SETTINGS_DEVTOOLS: '1',
      ...(launch.home !== undefined && { HOME: launch.home }),
    },
    extraPrefsFirefox: {
      // An extension that tests install goes when the browser is closed; what it has stored stays.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: UUID }),
      // Whatever the machine speaks, specs read English.
      'intl.locale.requested': 'en-US',
      // Lets a test read what "Copy citation" left in the clipboard.
      'dom.events.testing.asyncClipboard': true,
      ...proxy(launch.proxyPort),
    },
  })
  for (const folder of launch.extensions) await browser.installExtension(folder)
  return browser
}

/** Opens one of the extension's pages in a tab; ordinary navigation may not go there. */
export async function openTrustedTab(browser: Browser, address: string): Promise<Page> {
  const before = new Set(await browser.pages())
  await inWindow(
    browser,
    `gBrowser.selectedTab = gBrowser.addTrustedTab(${JSON.stringify(address)})`,
  )
  const find = async () => {
    for (const page of await browser.pages()) {
      if (before.has(page)) continue
      const loaded = await page.evaluate(() => [location.href, document.readyState]).catch(() => [])
      if (loaded[0] === address && loaded[1] === 'complete') return page
    }
    return undefined
  }
  return untilOrAnew(browser, address, find)
}

/** How long a tab may stay unseen before another takes its place, in ms. */
const UNSEEN = 4000

/**
 * Now and then the driver does not learn of a tab of ours, and loading it again does not help. A new
 * tab with the same address, in its place, does.
 */
export async function untilOrAnew<T>(
  browser: Browser,
  start: string,
  find: () => Promise<T | undefined>,
): Promise<T> {
  const what = `a tab with ${start}`
  return until(what, find, UNSEEN).catch(async () => {
    const shows = `tab.linkedBrowser.currentURI.spec.startsWith(${JSON.stringify(start)})`
    const renew = `({ gBrowser }) => gBrowser.tabs.filter((tab) => ${shows}).map((tab) => {
      gBrowser.selectedTab = gBrowser.addTrustedTab(tab.linkedBrowser.currentURI.spec)
      gBrowser.removeTab(tab)
    })`
    const windows = `[...Services.wm.getEnumerator('navigator:browser')]`
    await inWindow(browser, `${windows}.flatMap(${renew}).length`)
    return until(what, find)
  })
}

/** The window that was in front last, as an expression that goes on meaning the same one. */
export async function frontWindow(browser: Browser): Promise<string> {
  const front = `Services.wm.getMostRecentWindow('navigator:browser')`
  const id = await inWindow(browser, `${front}.windowGlobalChild.outerWindowId`)
  return `Services.wm.getOuterWindowWithId(${String(id)})`
}

/** Opens the real sidebar and gives the extension's page in it. `of`: in which window. */
export async function openSidebar(browser: Browser, geckoId: string, of = 'window'): Promise<View> {
  const command = `${geckoId.toLowerCase().replaceAll(/[^a-z0-9_-]/g, '_')}-sidebar-action`
  const controller = `${of}.SidebarController`
  await inWindow(browser, `${controller}.show(${JSON.stringify(command)}).then(() => true)`)
  const view = viewOf({
    evaluate: (read, ...args) => inSidebar(browser, of, read, args) as never,
    screenshot: (file) => picture(browser, `${sidebarIn(of)}.browsingContext`, file),
    addScript: () => Promise.reject(new Error('no foreign scripts in the sidebar')),
    close: async () => void (await inWindow(browser, `${controller}.hide()`)),
  })
  await until('the sidebar has loaded', () =>
    view.evaluate(
      (origin) => location.href.startsWith(origin) && document.readyState === 'complete',
      FIREFOX_ORIGIN,
    ),
  )
  return view
}

/**
 * Ends the background page, as the browser does when it has been idle; the next event wakes it. The
 * browser puts that off while a listener has not answered, and when an event comes meanwhile: here not.
 */
export async function endBackground(browser: Browser, geckoId: string): Promise<void> {
  await inWindow(
    browser,
    `(async () => {
      const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(geckoId)})
      let before
      do {
        before = extension.backgroundContext
        await extension.terminateBackground({ disableResetIdleForTest: true })
      } while (extension.backgroundState === 'running' && extension.backgroundContext === before)
      return true
    })()`,
  )
}

/** Has every page from now on be light or dark, as the system's own choice would. */
export async function setFirefoxScheme(browser: Browser, scheme: 'light' | 'dark'): Promise<void> {
  const value = scheme === 'dark' ? 0 : 1
  const name = 'layout.css.prefers-color-scheme.content-override'
  await inWindow(browser, `Services.prefs.setIntPref('${name}', ${value})`)
}

/** A picture of the whole browser window, sidebar and all. */
export async function windowPicture(browser: Browser, file: string): Promise<void> {
  await picture(browser, 'window.browsingContext', file)
}

const sidebarIn = (of: string) =>
  `${of}.document.getElementById('sidebar').contentDocument.getElementById('webext-panels-browser')`

async function picture(browser: Browser, context: string, file: string): Promise<void> {
  const data = await inWindow(
    browser,
    `(async () => {
      const bitmap = await ${context}.currentWindowGlobal.drawSnapshot(null, 1, 'white')
      const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas')
      canvas.width = bitmap.width
      canvas.height = bitmap.height
      canvas.getContext('2d').drawImage(bitmap, 0, 0)
      return canvas.toDataURL('image/png').split(',')[1]
    })()`,
  )
  await writeFile(file, Buffer.from(String(data), 'base64'))
}

/**
 * Runs a function in the sidebar's page. WebDriver BiDi has no name for that place, so it goes
 * through a frame script, whose `content` is the page's window.
 */
async function inSidebar(
  browser: Browser,
  of: string,
  read: unknown,
  args: Json[],
): Promise<unknown> {
  const script = `(async () => {
    const window = content, document = content.document, location = content.location
    const say = (fault, value) => sendAsyncMessage('harness', JSON.stringify({ fault, value }))
    try { say(null, (await (${String(read)})(...${JSON.stringify(args)})) ?? null) }
    catch (error) { say(String(error), null) }
  })()`
  const address = `data:application/javascript;charset=utf-8,${encodeURIComponent(script)}`
  const answer = await inWindow(
    browser,
    `new Promise((resolve) => {
      const manager = ${sidebarIn(of)}.messageManager
      const hear = (message) => {
        manager.removeMessageListener('harness', hear)
        resolve(message.data)
      }
      manager.addMessageListener('harness', hear)
      manager.loadFrameScript(${JSON.stringify(address)}, false)
    })`,
  )
  const { fault, value } = JSON.parse(String(answer)) as { fault: string | null; value: unknown }
  if (fault !== null) throw new Error(fault)
  return value
}

/** Evaluates an expression in the browser's own window and returns a string, number or boolean. */
export async function inWindow(browser: Browser, expression: string): Promise<unknown> {
  const { contexts } = (await send(browser, 'browsingContext.getTree', {
    'moz:scope': 'chrome',
  })) as { contexts: { context: string }[] }
  const answer = (await send(browser, 'script.evaluate', {
    expression,
    target: { context: contexts[0]?.context },
    awaitPromise: true,
    userActivation: true,
  })) as { result?: { value?: unknown }; exceptionDetails?: { text: string } }
  if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text)
  return answer.result?.value
}

/** Puppeteer's own types do not show the WebDriver BiDi connection that it holds. */
async function send(browser: Browser, method: string, params: object): Promise<unknown> {
  const { connection } = browser as unknown as {
    connection: { send(method: string, params: object): Promise<{ result: unknown }> }
  }
  return (await connection.send(method, params)).result
}

function windowSize({ window }: Launch): string[] {
  return window ? [`--width=${window.width}`, `--height=${window.height}`] : []
}

function proxy(port: number | undefined): Record<string, unknown> {
  if (port === undefined) return {}
  const host = '127.0.0.1'
  return {
    'network.proxy.type': 1,
    'network.proxy.http': host,
    'network.proxy.http_port': port,
    'network.proxy.ssl': host,
    'network.proxy.ssl_port': port,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
  }
}
