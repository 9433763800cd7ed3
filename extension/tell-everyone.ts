import { browser } from 'wxt/browser'
import { showUsualBadge } from './badge.ts'
import { registerExceptions } from './exception-pages.ts'
import { createLatest } from './in-turn.ts'
import { callPage, callViews } from './messages.ts'
import type { OffSwitch } from './off-switch.ts'
import type { TabBadges } from './tab-badges.ts'

/** Longer than this, in ms, the badges do not wait for the list of exceptions. */
const REGISTERED_MS = 2000

/**
 * Tells every page and every view that settings have changed; they ask for what concerns them. Badges
 * and the list of exceptions follow, once for any number of quick changes.
 */
export function createTeller(offSwitch: Pick<OffSwitch, 'usual'>, badges: TabBadges): () => void {
  const follow = createLatest(async () => {
    const { off, exceptions } = await offSwitch.usual()
    // First what is usual: a tab without a badge of its own shows that.
    await showUsualBadge(off)
    const registered = registerExceptions(exceptions).catch(() => undefined)
    await badges.checkAll()
    // A page that has opened meanwhile has said nothing. Neither a host that no pattern can name nor a
    // browser that waits for all its processes is a reason to leave the badges wrong.
    await Promise.race([registered, wait(REGISTERED_MS)])
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

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
