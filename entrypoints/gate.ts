import { defineUnlistedScript } from '#imports'
import { NAMES } from 'virtual:cause-patterns'
import { siteOf } from '../core/site.ts'
import { TOPIC } from '../core/topic.ts'

/**
 * The only script on every page: it asks whether the page's text can concern us, and if so has the
 * background bring the engine. No polyfill, no settings, no view: most pages mention nothing of ours
 * and should not notice that we asked.
 */
type Api = {
  runtime: {
    id?: string
    sendMessage(message: { to: 'background'; method: 'openGate' }): unknown
    onMessage: { addListener(listen: (message: unknown) => void): void }
  }
  storage: { local: { get(key: string): Promise<Record<string, unknown>> } }
}
declare const chrome: Api

/** What a name may hide; a page that has such characters is compared without them. */
const HIDDEN = /[\xad\u200b-\u200f\u2060-\u2064\ufeff]/
/** Changes are looked at when the page is idle, and after this long at the latest. */
const IDLE_DEADLINE_MS = 100
/** A piece of text is looked at with what stands around it, unless that is this long. */
const LONG_TEXT = 5000

export default defineUnlistedScript(() => {
  let changed: Set<Node> = new Set()
  let opened = false
  const observer = new MutationObserver((records) => {
    if (changed.size === 0) requestIdleCallback(lookAtChanges, { timeout: IDLE_DEADLINE_MS })
    for (const { target, addedNodes, type } of records) {
      if (type === 'characterData') changed.add(target)
      else for (const node of addedNodes) changed.add(node)
    }
  })
  const open = () => {
    observer.disconnect()
    changed = new Set()
    if (opened) return
    opened = true
    // Without an id the extension has been updated or removed under this page.
    if (chrome.runtime?.id) chrome.runtime.sendMessage({ to: 'background', method: 'openGate' })
  }
  const look = () => {
    if (givesCause(document.documentElement?.textContent ?? '')) return open()
    observer.observe(document, { subtree: true, childList: true, characterData: true })
  }
  const lookAtChanges = () => {
    const nodes = changed
    changed = new Set()
    for (const node of nodes) if (node.isConnected && givesCause(textAround(node))) return open()
  }

  // A digest or a popup looks at this page: from now on it is to be told.
  chrome.runtime.onMessage.addListener((message) => {
    if (isAnnounce(message)) open()
  })
  // A tab that nobody has looked at yet can wait.
  if (document.hidden) document.addEventListener('visibilitychange', look, { once: true })
  else look()
  if (window.top === window) requestIdleCallback(() => void openWhereOff(open))
})

/** A site that is switched off says so on its badge, mentions or not. */
async function openWhereOff(open: () => void): Promise<void> {
  const { offSites } = await chrome.storage.local.get('offSites')
  if (Array.isArray(offSites) && offSites.includes(siteOf(location.href))) open()
}

function givesCause(text: string): boolean {
  const plain = HIDDEN.test(text) ? text.replace(new RegExp(HIDDEN, 'g'), '') : text
  return NAMES.test(plain) || plain.search(TOPIC) >= 0
}

/** A name may have come in two pieces, one after the other. */
function textAround(node: Node): string {
  const own = node.textContent ?? ''
  if (!(node instanceof Text) || !node.parentNode) return own
  const around = node.parentNode.textContent ?? ''
  return around.length < LONG_TEXT ? around : own
}

function isAnnounce(message: unknown): boolean {
  return (
    typeof message === 'object' &&
    message !== null &&
    'to' in message &&
    message.to === 'page' &&
    'method' in message &&
    message.method === 'announce'
  )
}
