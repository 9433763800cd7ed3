import { browser } from 'wxt/browser'

/** What the manifest asks for; both browsers let the user take it away. */
const ALL_SITES = { origins: ['<all_urls>'] }

/** Whether pages may be read at all. */
export async function isHostAccessGiven(): Promise<boolean> {
  return browser.permissions.contains(ALL_SITES)
}

/**
 * Asks the user for the right to read pages. Must be called synchronously in a user gesture.
 * Answers whether it was given.
 */
export function requestHostAccess(): Promise<boolean> {
  return browser.permissions.request(ALL_SITES)
}

/** Calls `changed` when rights are given or taken away, until `signal` ends it. */
export function watchHostAccess(changed: () => void, signal: AbortSignal): void {
  browser.permissions.onAdded.addListener(changed)
  browser.permissions.onRemoved.addListener(changed)
  signal.addEventListener('abort', () => {
    browser.permissions.onAdded.removeListener(changed)
    browser.permissions.onRemoved.removeListener(changed)
  })
}
