import type { Page } from 'puppeteer-core'
import { apiIn, tabOf } from './own-pages.ts'
import type { Rig } from './rig.ts'

type Tabs = { tabs: { sendMessage(tab: number, message: object): Promise<unknown> } }

/**
 * Asks a page's frames what the background asks them when a keyboard command is pressed. The keys
 * themselves belong to the browser's window, which no driver reaches.
 */
export async function sendCommand(
  rig: Rig,
  page: Page,
  method: 'stepMention' | 'openCard',
  argument?: 1 | -1,
): Promise<void> {
  // The badge is asked for in the helper page, which is there from then on.
  await rig.badge(page)
  const own = await rig.findOwnPage('/manifest.json')
  const tab = await tabOf(own, page)
  await own.evaluate(
    async (api, id, message) => {
      await (api as unknown as Tabs).tabs.sendMessage(id, message)
    },
    await apiIn(own),
    tab,
    { to: 'page', method, argument },
  )
}
