import { browser } from 'wxt/browser'

/**
 * Opens the reader's own sources in a tab of their own; at what was added after `since`, in ms since the
 * epoch, where that is given.
 */
export async function openSources(since?: number): Promise<void> {
  const place = since === undefined ? '' : `?since=${since}#new`
  await browser.tabs.create({ url: `${browser.runtime.getURL('/sources.html')}${place}` })
}

/** Opens the form that adds the page of a tab, beside that tab. */
export async function openAddPage(tabId: number): Promise<void> {
  const opener = await browser.tabs.get(tabId).catch(() => undefined)
  await browser.tabs.create({
    url: `${browser.runtime.getURL('/sources.html')}?add=${tabId}`,
    ...(opener && !opener.incognito && { index: opener.index + 1, windowId: opener.windowId }),
  })
}

/** Goes back to a tab and closes the one that asks, or tells that the tab is gone. */
export async function returnToTab(tabId: number): Promise<boolean> {
  const tab = await browser.tabs.update(tabId, { active: true }).catch(() => undefined)
  if (!tab) return false
  const own = await browser.tabs.getCurrent()
  if (own?.id !== undefined) await browser.tabs.remove(own.id)
  return true
}
