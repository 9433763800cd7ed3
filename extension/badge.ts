import { browser } from 'wxt/browser'
import type { OffReason } from '../core/settings/page-state.ts'
import { say, sayCount } from '../core/words.ts'

/** More digits do not fit on the button. */
const MOST_SHOWN = 999
/** Dark enough under white digits (contrast 8:1 and more). */
const ON_COLOUR = '#4a3b8f'
const OFF_COLOUR = '#55514a'
const SIZES = [16, 32, 48, 96, 128]

/** What a tab's badge says. */
export type Badge = { total: number; off: OffReason | undefined }

/**
 * Shows the number of mentions in a tab, or that it is off there: in words, and by an icon with a bar
 * across it, so that no colour must be told apart. `before` is what it shows now, where that is known:
 * pages that tick change the number alone.
 */
export async function showBadge(tabId: number, now: Badge, before?: Badge): Promise<void> {
  const { total, off } = now
  if (before?.total === total && before.off === off) return
  const text = total === 0 ? '' : total > MOST_SHOWN ? `${MOST_SHOWN}+` : `${total}`
  const isOff = off !== undefined
  const sameLook = before && (before.off !== undefined) === isOff
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: isOff ? say('state_badgeOff') : text }),
    browser.action.setTitle({ tabId, title: titleFor(off, total) }),
    sameLook ? undefined : dress({ tabId }, isOff),
  ])
}

/** Whether a tab's badge says that it is off there. */
export async function readsOff(tabId: number): Promise<boolean> {
  return (await browser.action.getBadgeText({ tabId })) === say('state_badgeOff')
}

/** What the button shows on tabs of which nothing was reported: nothing, or that it is off there. */
export async function showUsualBadge(off: OffReason | undefined): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text: off ? say('state_badgeOff') : '' }),
    dress({}, off !== undefined),
    browser.action.setTitle({ title: off ? titleFor(off, 0) : say('manifest_name') }),
  ])
}

async function dress(where: { tabId?: number }, isOff: boolean): Promise<void> {
  const icons = SIZES.map((size) => [size, `/icon/${isOff ? 'off-' : ''}${size}.png`])
  await Promise.all([
    browser.action.setBadgeBackgroundColor({ ...where, color: isOff ? OFF_COLOUR : ON_COLOUR }),
    browser.action.setBadgeTextColor?.({ ...where, color: '#ffffff' }),
    browser.action.setIcon({ ...where, path: Object.fromEntries(icons) as Record<string, string> }),
  ])
}

function titleFor(off: OffReason | undefined, total: number): string {
  if (off === 'paused') return say('state_buttonPaused')
  if (off) return say('state_buttonOff')
  return sayCount('state_buttonMentions', total)
}
