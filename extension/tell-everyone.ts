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
  const follow = createLatest(async () => {
    const { off, exceptions } = await offSwitch.usual()
    // First what is usual: a tab without a badge of its own shows that.
    await showUsualBadge(off)
    // Then who will say that it has opened: whoever comes before that, the look at all finds. A host that
    // no pattern can name is no reason to leave the badges wrong.
    await registerExceptions(exceptions).catch(() => undefined)
    await badges.checkAll()
  })
  return () => {
    void callViews('settingsChanged')
    void tellPages()
    void follow()
  }
}

async function tellPages(): Promise<void> {
  const tabs = await browser.tabs.query({ discarded: false })
  for (const { id } of tabs) {
    // Most tabs have nothing of ours that listens.
    if (id !== undefined) callPage(id, 'settingsChanged').catch(() => undefined)
  }
}
