import { defineUnlistedScript } from '#imports'

declare const chrome: {
  runtime?: {
    id?: string
    sendMessage(message: { to: 'background'; method: 'reportPlace' }): Promise<unknown>
  }
}

/**
 * Runs only on pages of sites that are set apart from the rest of the web, and only says that one has
 * opened: its badge is another than the usual one, mentions or not.
 */
export default defineUnlistedScript(() => {
  // Nobody may be there to hear it: the extension is being updated.
  chrome.runtime?.sendMessage({ to: 'background', method: 'reportPlace' }).catch(() => undefined)
})
