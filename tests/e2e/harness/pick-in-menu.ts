import type { Page } from 'puppeteer-core'
import { inWindow } from './firefox.ts'
import { inExtension } from './own-api.ts'
import type { Rig } from './rig.ts'
import { until } from './until.ts'

/** Picks the extension's item in the menu of a page or of the toolbar button. */
export async function pickInMenu(rig: Rig, page: Page, item: string): Promise<void> {
  if (rig.name === 'chromium') return tellBackground(rig, page, { menuItemId: item })
  await page.bringToFront()
  await page.mouse.click(5, 5, { button: 'right' })
  await until(
    'the menu’s item',
    () =>
      inWindow(
        rig.browser,
        `(() => {
        const menu = document.getElementById('contentAreaContextMenu')
        const found = menu.state === 'open' && menu.querySelector('[id$="-menuitem-_${item}"]')
        if (!found) return false
        // Several items of an extension stand in a menu of their own, which opens first.
        const popup = found.parentNode
        if (popup !== menu && popup.state !== 'open') {
          if (popup.state === 'closed') popup.parentNode.openMenu(true)
          return false
        }
        popup.activateItem(found)
        return true
      })()`,
      ) as Promise<boolean>,
  )
}

const isBackground = (rig: Rig) => (target: { type(): string; url(): string }) =>
  target.type() === 'service_worker' && target.url().startsWith(rig.origin)

async function backgroundOf(rig: Rig) {
  const target = await rig.browser.waitForTarget(isBackground(rig))
  const worker = await target.worker()
  if (!worker) throw new Error('the background has no worker')
  return worker
}

/** Chromium hands no driver its menus, so the background is told what they tell it. */
async function tellBackground(rig: Rig, page: Page, info: { menuItemId: string }): Promise<void> {
  // Wakes the background, should it sleep.
  await inExtension(rig, page, (api) =>
    api.runtime.sendMessage({ to: 'background', method: 'readSettings' }),
  )
  const worker = await backgroundOf(rig)
  await worker.evaluate(
    async (info, url) => {
      const { chrome } = globalThis as unknown as { chrome: Dispatching }
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
      if (tab?.url !== url) throw new Error(`not in front: ${url}`)
      chrome.contextMenus.onClicked.dispatch(info, tab)
    },
    info,
    page.url(),
  )
}

type Dispatching = {
  tabs: { query(of: object): Promise<{ url?: string }[]> }
  contextMenus: { onClicked: { dispatch(info: object, tab: object): void } }
}
