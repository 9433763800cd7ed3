import { defineUnlistedScript } from '#imports'
import { NAMES, PLAIN, SCRIPTS } from 'virtual:cause-patterns'
import { siteOf } from '../core/site.ts'
import { TOPIC } from '../core/detect/topic.ts'

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
  dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null }
}
declare const chrome: Api

/** What a name may hide; a page that has such characters is compared without them. */
const HIDDEN = /[\xad\u200b-\u200f\u2060-\u2064\ufeff]/g
/** Changes are looked at when the page is idle, and after this long at the latest. */
const IDLE_DEADLINE_MS = 100
/** A piece of text is looked at with what stands around it, unless that is this long. */
const LONG_TEXT = 5000
/** Behind so many changes it is cheaper to ask the whole page again. */
const MAX_CHANGED = 1000
/** Shadow roots come without a word: they are looked for so long after the start, in ms. */
const LOOKS_MS = [0, 300, 1500, 5000]
/** Where shadow roots are looked for: custom elements, and what holds nothing or slotted parts. */
const EMPTY = ':is(article,aside,div,footer,header,main,nav,p,section,span):empty'
/** More parts than these are asked for their text at once, programs and all. */
const MAX_PARTS = 300
const CUSTOM = '//*[contains(local-name(),"-")]'

export default defineUnlistedScript(() => {
  const roots = new Set<ShadowRoot>()
  let changed: Set<Node> = new Set()
  let opened = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const observer = new MutationObserver((records) => {
    if (changed.size === 0) requestIdleCallback(lookAtChanges, { timeout: IDLE_DEADLINE_MS })
    for (const { target, addedNodes, type } of records) {
      if (type === 'characterData') changed.add(target)
      else for (const node of addedNodes) changed.add(node)
    }
  })
  const observe = (root: Node) =>
    observer.observe(root, { subtree: true, childList: true, characterData: true })
  const open = () => {
    observer.disconnect()
    clearTimeout(timer)
    changed = new Set()
    if (opened) return
    opened = true
    // Without an id the extension has been updated or removed under this page.
    if (chrome.runtime?.id) chrome.runtime.sendMessage({ to: 'background', method: 'openGate' })
  }
  const look = () => {
    if (givesCause(pageText())) return open()
    observe(document)
    lookInside(0)
  }
  const lookInside = (turn: number) => {
    requestIdleCallback(() => {
      if (opened || meetRoots(document)) return open()
      const wait = LOOKS_MS[turn + 1]
      if (wait !== undefined) timer = setTimeout(() => lookInside(turn + 1), wait)
    })
  }
  /** Whether a shadow root that was not met before gives cause. */
  const meetRoots = (scope: Document | ShadowRoot): boolean =>
    rootsIn(scope).some((root) => {
      if (roots.has(root)) return false
      roots.add(root)
      observe(root)
      return givesCause(root.textContent ?? '') || meetRoots(root)
    })
  const lookAtChanges = () => {
    const nodes = changed.size > MAX_CHANGED ? [document.documentElement] : changed
    changed = new Set()
    let grown = false
    for (const node of nodes) {
      if (!node?.isConnected) continue
      if (givesCause(textAround(node))) return open()
      grown ||= node.nodeType === 1
    }
    if (grown && (meetRoots(document) || [...roots].some(meetRoots))) open()
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

/** The body's text without the programs at its top level, which are often most of it. */
function pageText(): string {
  const { body, documentElement } = document
  if (!body || body.childElementCount > MAX_PARTS) return documentElement?.textContent ?? ''
  let text = ''
  for (let part = body.firstChild; part; part = part.nextSibling)
    if (part.nodeName !== 'SCRIPT' && part.nodeName !== 'STYLE') text += part.textContent
  return text
}

/** Most pages answer to the first pattern, or to the first two. */
function givesCause(text: string): boolean {
  const isLatin = !SCRIPTS.test(text)
  const plain = isLatin ? text : text.replace(HIDDEN, '')
  const mayConcern = finds(PLAIN, plain)
  if (isLatin && !mayConcern) return false
  return NAMES.test(plain) || (mayConcern && finds(TOPIC, plain))
}

function finds(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0
  return pattern.test(text)
}

/** The shadow roots of one tree, as far as its elements are likely to have one. */
function rootsIn(scope: Document | ShadowRoot): ShadowRoot[] {
  const slotted = [...scope.querySelectorAll('[slot]')].flatMap((one) => one.parentElement ?? [])
  const hosts = new Set([...scope.querySelectorAll(EMPTY), ...slotted, ...customIn(scope)])
  return [...hosts].flatMap((one) => rootOf(one) ?? [])
}

/** Only XPath knows hyphens in names, and it does not know shadow trees: those are small. */
function customIn(scope: Document | ShadowRoot): Element[] {
  if (scope !== document)
    return [...scope.querySelectorAll('*')].filter((one) => one.localName.includes('-'))
  const names = document.evaluate(CUSTOM, document, null, 6, null)
  return Array.from({ length: names.snapshotLength }, (_, at) => names.snapshotItem(at) as Element)
}

function rootOf(element: Element & { openOrClosedShadowRoot?: ShadowRoot | null }) {
  if (import.meta.env.FIREFOX) return element.openOrClosedShadowRoot
  if (element.shadowRoot) return element.shadowRoot
  // Chromium refuses what is no element of HTML, and any question after an update of the extension.
  if (!(element instanceof HTMLElement) || !chrome.runtime?.id) return undefined
  return chrome.dom?.openOrClosedShadowRoot(element)
}

/** A name may have come in two pieces, one after the other. */
function textAround(node: Node): string {
  const own = node.textContent ?? ''
  if (node.nodeType !== 3 || !node.parentNode) return own
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
