import { browser } from 'wxt/browser'
import { say } from '../core/words.ts'

const TOGGLE = 'toggle-site'

/**
 * Puts the switch into the menus of pages and of the toolbar button; the browser keeps it there. The
 * words tell no state, so that they are never out of date.
 */
export async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll()
  browser.contextMenus.create({
    id: TOGGLE,
    title: say('menu_toggleSite'),
    contexts: ['page', 'frame', 'selection', 'action'],
  })
}

type Clicked = Parameters<Parameters<typeof browser.contextMenus.onClicked.addListener>[0]>

/** Must be called while the background starts: what wakes it is told only to those who listen then. */
export function answerMenus(toggle: (tab: NonNullable<Clicked[1]>) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === TOGGLE && tab) toggle(tab)
  })
}
