import { defineUnlistedScript } from '#imports'
import { makeWide, PLAIN, SCRIPTS, STARTS } from 'virtual:cause-patterns'
import { givesCause, type CausePatterns } from '../core/detect/find-cause.ts'
import { mayStartName } from '../core/detect/name-starts.ts'
import { quickText, textWithoutPrograms } from '../page/quick-text.ts'
import { createShadowScout, type ShadowScout } from '../page/shadow-scout.ts'
import { openRootOf, shadowRootOf } from './engine/shadow-root-of.ts'

/**
 * The only script on every page: it asks whether the page's text can concern us, and if so has the
 * background bring the engine. No polyfill, no settings, no view, and nothing of the browser's own
 * interfaces that is not needed: most pages mention nothing of ours and should not notice that we asked.
 */
type Api = {
  runtime?: {
    id?: string
    sendMessage(message: { to: 'background'; method: 'openGate' }): Promise<unknown>
  }
}
declare const chrome: Api
declare global {
  /** Opens the gate of this frame, cause or not: called by a digest or a popup that looks at it. */
  var sourceContextOpenGate: (() => void) | undefined
}

const PATTERNS: CausePatterns = {
  plain: PLAIN,
  mayStart: STARTS && ((text, at) => mayStartName(STARTS, text, at)),
  others: { scripts: SCRIPTS, pattern: makeWide },
}
/**
 * The page is looked at this long after it has begun, in ms, and so often as long as it is still coming.
 * One timer costs less than a listener and a timer, and each time that a page is woken costs as much as
 * what is done then.
 */
const LOOK_MS = 100
/** The text of a document that is still coming is looked at each so many times. */
const COMING = 3
/** Changes are looked at when the page is idle, and after this long at the latest. */
const IDLE_DEADLINE_MS = 100
/** What never rests is looked at again after this many times as long as the last look took. */
const REST = 25
const MAX_REST_MS = 2000
/** Behind so many changes it is cheaper to ask the whole page again. */
const MAX_CHANGED = 1000
/** Behind so many added elements shadow roots are looked for in the whole page at once. */
const MAX_ADDED = 20
/** A background that ended while it was asked is asked again so many times, and so much later, in ms. */
const ASKED_AGAIN = 2
const ASK_AGAIN_MS = 200
/** Hosts that are likely to get a shadow root yet are asked once more, so much later, in ms. */
const LATE_MS = 1000
/** Rest between two goes of asking many elements for shadow roots, in ms. */
const SOON_MS = 50

export default defineUnlistedScript(() => {
  const roots: ShadowRoot[] = []
  let scout: ShadowScout | undefined
  let observer: MutationObserver | undefined
  let changed = new Set<Node>()
  let opened = false
  let waiting = false
  let restUntil = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const open = () => {
    observer?.disconnect()
    clearTimeout(timer)
    scout = undefined
    if (opened) return
    opened = true
    ask(ASKED_AGAIN)
  }
  /**
   * A background that ends before it has answered is woken again. What it answers while the page is kept
   * for the way back reaches nobody: a page that is back asks anew.
   */
  const ask = (left: number) => {
    const back = ({ persisted }: PageTransitionEvent) => persisted && end(true)
    const end = (lost: boolean) => {
      removeEventListener('pageshow', back)
      if (lost && left > 0) setTimeout(() => ask(left - 1), ASK_AGAIN_MS)
    }
    // Without an id the extension has been updated or removed under this page.
    if (!chrome.runtime?.id) return
    addEventListener('pageshow', back)
    chrome.runtime.sendMessage({ to: 'background', method: 'openGate' }).then(
      (answer) => end(answer === undefined),
      () => end(true),
    )
  }
  const begin = (turn = 1) => {
    timer = undefined
    if (opened) return
    // A tab that nobody has looked at yet can wait.
    if (document.hidden)
      document.addEventListener('visibilitychange', () => begin(), { once: true })
    else if (document.readyState === 'loading') lookAtComing(turn)
    else look()
  }
  const lookAtComing = (turn: number) => {
    const wait = turn % COMING === 0 ? timed(() => concerns(document) && open()) : 0
    if (!opened) timer = setTimeout(() => begin(turn + 1), Math.max(LOOK_MS, wait))
  }
  const look = () => {
    if (concerns(document)) return open()
    observer = new MutationObserver(note)
    observe(document)
    scout = createShadowScout(openRootOf, shadowRootOf)
    if (scout.look(document).some(meet)) open()
    else askOn(true)
  }
  /** Goes on asking where there was too much for one go, and if `again`, asks once more later. */
  const askOn = (again: boolean) => {
    const left = scout?.left()
    if (left !== 'more' && !(again && left)) return
    timer ??= setTimeout(
      () => {
        timer = undefined
        if (scout?.again().some(meet)) open()
        else askOn(left === 'more')
      },
      left === 'more' ? SOON_MS : LATE_MS,
    )
  }
  /** Whether a shadow root gives cause; it is watched either way. */
  const meet = (root: ShadowRoot): boolean => {
    roots.push(root)
    observe(root)
    return concerns(root)
  }
  const note = (records: MutationRecord[]) => {
    for (const { target, addedNodes, type } of records) {
      if (type === 'characterData') changed.add(target)
      else for (const node of addedNodes) changed.add(node)
    }
    if (waiting || changed.size === 0) return
    waiting = true
    const rest = restUntil - performance.now()
    if (rest > 0) setTimeout(lookWhenIdle, rest)
    else lookWhenIdle()
  }
  const observe = (root: Node) =>
    observer?.observe(root, { subtree: true, childList: true, characterData: true })
  const lookWhenIdle = () =>
    requestIdleCallback(
      () => {
        waiting = false
        restUntil = performance.now() + timed(lookAtChanges)
      },
      { timeout: IDLE_DEADLINE_MS },
    )
  const lookAtChanges = () => {
    // An updated or removed extension leaves this script behind.
    if (opened || !scout || !chrome.runtime?.id) return open()
    const { look: lookIn } = scout
    const nodes = changed.size > MAX_CHANGED ? [document] : [...changed].filter(isInPage)
    changed = new Set()
    const added = nodes.filter((node) => node.nodeType === 1) as Element[]
    const places = added.length > MAX_ADDED ? [document, ...roots] : added
    if (nodes.some(concerns) || places.some((place) => lookIn(place).some(meet))) open()
    else if (added.length > 0) askOn(true)
  }

  globalThis.sourceContextOpenGate = open
  timer = setTimeout(begin, LOOK_MS)
})

/** How long to rest after some work, in ms, so that it takes a small share of a page that never rests. */
function timed(work: () => void): number {
  const started = performance.now()
  work()
  return Math.min(MAX_REST_MS, (performance.now() - started) * REST)
}

/** Whether a text concerns us; where the quick way says so, programs are told from what people read. */
function concerns(node: Node): boolean {
  const found =
    givesCause(quickText(node), PATTERNS) && givesCause(textWithoutPrograms(node), PATTERNS)
  // Browsers keep the last text in which any pattern has found something: a whole page is too much.
  if (!found) /^/.test('')
  return found
}

function isInPage(node: Node): boolean {
  return node.isConnected
}
