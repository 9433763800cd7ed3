import { browser } from 'wxt/browser'
import { NO_MENTIONS, totalCount } from '../core/page-report.ts'
import { readsOff, showBadge, type Badge } from './badge.ts'
import { createLatest } from './in-turn.ts'
import type { OffSwitch } from './off-switch.ts'
import { readTabCounts } from './tab-counts.ts'

export type TabBadges = {
  /** Shows what a tab's frames have reported. `fresh`: a new page, whose button the browser put back. */
  report(tabId: number, fresh: boolean): Promise<void>
  /** A new page that may have nothing to report has opened: shows whether it is off there. */
  greet(tabId: number): Promise<void>
  /** Shows in which tabs it is off now; who is on again reports by itself. */
  checkAll(): Promise<void>
  /** The tab is gone. */
  forget(tabId: number): void
}

/**
 * The badges of all tabs. Frames report and settings change at the same time: each painting begins with
 * a look at both, and a tab is painted by one at a time, so that the last one shows what is. Only a
 * report tells a number: what was reported before may be of a page that the tab has left.
 */
export function createTabBadges(offSwitch: Pick<OffSwitch, 'describe'>): TabBadges {
  const painters = new Map<number, () => Promise<void>>()
  const reported = new Set<number>()
  const shown = new Map<number, Badge>()
  const look = async (tabId: number) => {
    const isReport = reported.delete(tabId)
    const { off } = await offSwitch.describe(await browser.tabs.get(tabId))
    if (isReport) return show(tabId, { total: await countIn(tabId), off })
    shown.delete(tabId)
    if (off || (await readsOff(tabId))) await show(tabId, { total: 0, off })
  }
  const show = async (tabId: number, badge: Badge) => {
    const before = shown.get(tabId)
    shown.set(tabId, badge)
    await showBadge(tabId, badge, before)
  }
  const check = (tabId: number) => {
    const painter = painters.get(tabId) ?? createLatest(() => look(tabId))
    painters.set(tabId, painter)
    // The tab may close in between; then there is no badge to paint.
    return painter().catch(() => undefined)
  }
  return {
    report: (tabId, fresh) => {
      reported.add(tabId)
      if (fresh) shown.delete(tabId)
      return check(tabId)
    },
    greet: (tabId) => {
      // Whatever the page before has said, or says yet, is no longer shown.
      shown.delete(tabId)
      return check(tabId)
    },
    checkAll: async () => {
      const tabs = await browser.tabs.query({})
      await Promise.all(tabs.map(({ id }) => id !== undefined && check(id)))
    },
    forget: (tabId) => {
      painters.delete(tabId)
      reported.delete(tabId)
      shown.delete(tabId)
    },
  }
}

async function countIn(tabId: number): Promise<number> {
  return totalCount((await readTabCounts()).get(tabId) ?? NO_MENTIONS)
}
