import { storage } from '#imports'
import { browser } from 'wxt/browser'
import * as v from 'valibot'

/** Firefox's side of the panel; the API's common types hold only Chromium's. */
type FirefoxBrowser = typeof browser & { sidebarAction: { open(): Promise<void> } }

function isFirefox(api: typeof browser): api is FirefoxBrowser {
  return 'sidebarAction' in api
}

/** Firefox opens its sidebar only from its own buttons and keys, never from a click in a page. */
export function opensFromPages(): boolean {
  return !isFirefox(browser)
}

/**
 * Opens the digest beside a tab. Must be called synchronously in a user gesture: both browsers
 * refuse it after the first `await`.
 */
export function openDigestPanel(tabId: number): Promise<void> {
  return isFirefox(browser) ? browser.sidebarAction.open() : browser.sidePanel.open({ tabId })
}

/** The keys that open the digest; `undefined` where the user took them away. */
export async function digestShortcut(): Promise<string | undefined> {
  const commands = await browser.commands.getAll()
  return commands.find((one) => one.name === 'open-digest')?.shortcut || undefined
}

/** The mention that the digest was opened at. */
export type DigestFocus = { tabId: number; frameId: number; mention: number }

const focus = storage.defineItem<unknown>('session:digestFocus', { fallback: null })
const FocusShape = v.object({ tabId: v.number(), frameId: v.number(), mention: v.number() })

function readFocus(stored: unknown): DigestFocus | undefined {
  const checked = v.safeParse(FocusShape, stored)
  return checked.success ? checked.output : undefined
}

export async function setDigestFocus(at: DigestFocus): Promise<void> {
  await focus.setValue(at)
}

/** Answers a tab's focus once, so that a later opening of the digest starts at the top. */
export async function takeDigestFocus(tabId: number | undefined): Promise<DigestFocus | undefined> {
  const at = readFocus(await focus.getValue())
  if (!at || at.tabId !== tabId) return undefined
  await focus.removeValue()
  return at
}

export function watchDigestFocus(changed: () => void, signal: AbortSignal): void {
  signal.addEventListener(
    'abort',
    focus.watch((stored) => readFocus(stored) && changed()),
  )
}

/** Opens a page's digest as a page of its own, made for paper. */
export async function openPrintable(tabId: number): Promise<void> {
  const url = browser.runtime.getURL('/sidepanel.html')
  await browser.tabs.create({ url: `${url}?print&tab=${tabId}` })
}

/** Reloads a page that was open before the extension could read it. */
export async function reloadTab(tabId: number): Promise<void> {
  await browser.tabs.reload(tabId)
}
