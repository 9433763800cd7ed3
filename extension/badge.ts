import { browser } from 'wxt/browser'
import { totalCount } from '../core/page-report.ts'
import type { TabCounts } from './tab-counts.ts'

/** More digits do not fit on the button. */
const MOST_SHOWN = 999
/** Dark enough under white digits (contrast 8:1 and more). */
const ON_COLOUR = '#4a3b8f'
const OFF_COLOUR = '#55514a'

/** Shows the number of mentions in a tab, or "off". Words, so that no colour must be told apart. */
export async function showBadge(tabId: number, { counts, off }: TabCounts): Promise<void> {
  const total = totalCount(counts)
  const text = off ? 'off' : total === 0 ? '' : total > MOST_SHOWN ? `${MOST_SHOWN}+` : `${total}`
  await Promise.all([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: off ? OFF_COLOUR : ON_COLOUR }),
    browser.action.setBadgeTextColor?.({ tabId, color: '#ffffff' }),
    browser.action.setTitle({ tabId, title: titleFor(off, total) }),
  ])
}

function titleFor(off: boolean, total: number): string {
  if (off) return 'Source Context: off on this site'
  return `Source Context: ${total === 1 ? '1 mention' : `${total} mentions`} on this page`
}
