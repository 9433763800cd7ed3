import { browser } from 'wxt/browser'
import { showUsualBadge } from './badge.ts'
import { registerExceptions } from './exception-pages.ts'
import { createLatest } from './in-turn.ts'
import { callPage, callViews } from './messages.ts'
import type { OffSwitch } from './off-switch.ts'
import type { TabBadges } from './tab-badges.ts'

/**
 * Tells every page and every view that settings have changed; they ask for what concerns them. Badges
 * and the list of exceptions follow, once for any number of quick changes.
 */
export function createTeller(offSwitch: Pick<OffSwitch, 'usual'>, badges: TabBadges): () => void {
  const paint = createLatest(async () => {
    const { off } = await offSwitch.usual()
    // First what is usual: a tab without a badge of its own shows that.
    await showUsualBadge(off)
    await badges.checkAll()
  })
  // For itself: a browser that waits for all its processes would keep the badges wrong so long.
  const keepList = createLatest(async () => {
    const { exceptions } = await offSwitch.usual()
    // A host that no pattern can name is no reason to leave it at that.
    await registerExceptions(exceptions).catch(() => undefined)
    // A page that has opened meanwhile has said nothing.
    await badges.checkAll()
  })
  return () => {
    void callViews('settingsChanged')
    void tellPages()
    void paint()
    void keepList()
  }
}

async function tellPages(): Promise<void> {
  const tabs = await browser.tabs.query({ discarded: false })
  for (const { id } of tabs) {
    // Most tabs have nothing of ours that listens.
    if (id !== undefined) callPage(id, 'settingsChanged').catch(() => undefined)
  }
}
