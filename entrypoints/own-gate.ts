import { defineUnlistedScript } from '#imports'
import type { OwnNames } from '../core/packs/own-names.ts'
import { ownNamesPattern } from '../core/packs/own-names-pattern.ts'

/** As little of the browser's interfaces as the gate has. */
type Api = {
  runtime?: { id?: string }
  storage: { local: { get(key: string): Promise<{ ownNames?: OwnNames[] }> } }
}
declare const chrome: Api
declare const browser: Api | undefined

/** Changes are looked at this long after they began, in ms. */
const WAIT_MS = 500

/**
 * Stands on pages only while packs bring names of their own: asks whether the page's text has one, and
 * if so opens the gate of this frame. It says nothing to a page or to the background.
 */
export default defineUnlistedScript(() => {
  void begin()
})

async function begin(): Promise<void> {
  const api = typeof browser === 'undefined' ? chrome : browser
  const { ownNames = [] } = await api.storage.local.get('ownNames')
  const pattern = ownNamesPattern(ownNames)
  if (!pattern) return
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    timer = undefined
    // An updated or removed extension leaves this script behind.
    if (!api.runtime?.id) return observer.disconnect()
    if (!pattern.test(document.documentElement?.textContent ?? '')) return
    observer.disconnect()
    globalThis.sourceContextOpenGate?.()
  }
  const observer = new MutationObserver(() => {
    timer ??= setTimeout(() => requestIdleCallback(look, { timeout: WAIT_MS }), WAIT_MS)
  })
  observer.observe(document, { subtree: true, childList: true, characterData: true })
  look()
}
