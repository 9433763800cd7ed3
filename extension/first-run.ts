import { browser } from 'wxt/browser'

/**
 * Calls `installed` after an installation or an update, when what the browser keeps for us has to be
 * made anew, and opens the welcome page after the former only.
 */
export function watchInstallation(installed: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    installed()
    if (reason === 'install') void openWelcome()
  })
}

/** Opens the page that shows how everything works. */
export async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') })
}
