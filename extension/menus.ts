import { browser } from 'wxt/browser'
import { say } from '../core/words.ts'

const TOGGLE = 'toggle-site'
const ADD_PAGE = 'add-page'

/**
 * Puts the switch, and the way to add the page to the sources, into the menus of pages and of the toolbar
 * button; the browser keeps them there. The words tell no state, so that they are never out of date.
 */
export async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll()
  browser.contextMenus.create({
    id: TOGGLE,
    title: say('menu_toggleSite'),
    contexts: ['page', 'frame', 'selection', 'action'],
  })
  browser.contextMenus.create({
    id: ADD_PAGE,
    title: say('menu_addPage'),
    contexts: ['page', 'frame', 'selection', 'action'],
  })
}

type MenuTab = NonNullable<Clicked[1]>
type Clicked = Parameters<Parameters<typeof browser.contextMenus.onClicked.addListener>[0]>

/** Must be called while the background starts: what wakes it is told only to those who listen then. */
export function answerMenus(answers: {
  toggle(tab: MenuTab): void
  addPage(tabId: number): void
}): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === TOGGLE && tab) answers.toggle(tab)
    if (menuItemId === ADD_PAGE && tab?.id !== undefined) answers.addPage(tab.id)
  })
}
