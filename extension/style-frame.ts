import { browser } from 'wxt/browser'

/** A frame of a tab. */
type Frame = { tabId?: number; frameId?: number }

/**
 * Puts style rules into a frame in place of others; either may be empty. The new ones come first, so
 * that no frame is painted without any. A page can neither see nor clear what is put in this way.
 */
export async function restyleFrame(
  { tabId, frameId }: Frame,
  before: string,
  rules: string,
): Promise<void> {
  if (tabId === undefined || frameId === undefined || before === rules) return
  const target = { tabId, frameIds: [frameId] }
  if (rules) await browser.scripting.insertCSS({ target, css: rules })
  if (before) await browser.scripting.removeCSS({ target, css: before })
}
