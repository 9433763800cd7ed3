import { browser } from 'wxt/browser'
import { callPage, callViews } from '../messages.ts'

/** Tells every page and every view that the sources are others now; they ask for what concerns them. */
export function tellSourcesChanged(): void {
  void callViews('sourcesChanged')
  void tellPages()
}

async function tellPages(): Promise<void> {
  const tabs = await browser.tabs.query({ discarded: false })
  for (const { id } of tabs) {
    // Most tabs have nothing of ours that listens.
    if (id !== undefined) callPage(id, 'sourcesChanged').catch(() => undefined)
  }
}
