import { browser } from 'wxt/browser'
import type { Captured } from '../core/capture/captured.ts'

/** What was read of a tab, or why it was not. */
export type TabCapture =
  | { name: 'captured'; captured: Captured }
  /** Nothing is kept of what is read in a private window. */
  | { name: 'private' }
  /** The browser lets nobody read it, or it is closed. */
  | { name: 'unreadable' }
  /** There is no text in it. */
  | { name: 'empty' }

/** Reads the article in a tab's own document. */
export async function captureTab(tabId: number): Promise<TabCapture> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined)
  if (tab?.incognito) return { name: 'private' }
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId },
      files: ['/capture.js'],
    })
    const captured = frame?.result as Captured | null | undefined
    if (!captured) return { name: 'unreadable' }
    return /\p{L}/u.test(captured.text) ? { name: 'captured', captured } : { name: 'empty' }
  } catch {
    return { name: 'unreadable' }
  }
}
