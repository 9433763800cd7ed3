import { defineUnlistedScript } from '#imports'
import { makeWide, PLAIN, SCRIPTS, STARTS } from 'virtual:cause-patterns'
import { givesCause, type CausePatterns } from '../core/detect/find-cause.ts'
import { findStarts } from '../core/detect/name-starts.ts'
import { documentText, quickText, textWithoutPrograms } from '../page/quick-text.ts'
import { createShadowScout, type ShadowScout } from '../page/shadow-scout.ts'
import { shadowRootOf } from './engine/shadow-root-of.ts'

/**
 * The only script on every page: it asks whether the page's text can concern us, and if so has the
 * background bring the engine. No polyfill, no settings, no view, and nothing of the browser's own
 * interfaces that is not needed: most pages mention nothing of ours and should not notice that we asked.
 */
type Api = {
  runtime?: {
    id?: string
    sendMessage(message: { to: 'background'; method: 'openGate' | 'reportPlace' }): Promise<unknown>
  }
}
declare const chrome: Api
declare global {
  /** This document is the frame of a card of ours: nothing is marked in it. */
  var sourceContextFramed: boolean | undefined
  /** Opens the gate of this frame, cause or not: called by a digest or a popup that looks at it. */
  var sourceContextOpenGate: (() => void) | undefined
}

const PATTERNS: CausePatterns = {
  plain: PLAIN,
  // Asked here: so the build leaves the table's code out where there is none.
  startsIn: STARTS && ((text) => findStarts(STARTS, text)),
  wide: makeWide,
  scripts: SCRIPTS,
}
/** A document that is still coming is looked at so often, in ms; one that was there before us, after as long. */
const COMING_MS = 200
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
/**
 * Pages of less text, in UTF-16 units, have few elements: all are asked for shadow roots at once, ... A head
 * does not count; where there is more of both, the body is not asked how much of it is its own.
 */
const LITTLE_TEXT = 5000
const LITTLE_WITH_HEAD = 20_000
/** ... and, in ms, once more so much later. */
const LATE_MS = 1000
/** Rest between two goes of asking many elements for shadow roots, in ms. */
const SOON_MS = 50

type Tree = Parameters<ShadowScout['look']>[0][number]

/** What is watched of a page that gives no cause. */
const WATCHED = { subtree: true, childList: true, characterData: true }

// Beside each other and not one in the other: browsers read a function once more for each one around it.
let scout: ShadowScout | undefined
let observer: MutationObserver | undefined
let changed: Set<Node> | undefined
let hasLittle = false
let opened = false
let waiting = false
const nothing = () => {}
let askAgain = nothing
let restUntil = 0
let timer: ReturnType<typeof setTimeout> | undefined

export default defineUnlistedScript(() => {
  globalThis.sourceContextOpenGate = open
  // All is heard before the page can stop it, and until it is taken back: options that say "once" take longer to read.
  addEventListener('DOMContentLoaded', begin, true)
  // Whether it has been parsed long ago is not asked yet: to meet the document takes 0.1 ms less when it has come.
  timer = setTimeout(beginLate, COMING_MS)
})

/**
 * The page is read as a whole once, and watched from then on. On most pages that is all, so it stands in
 * one function, which is compiled with the script (`scripts/eager-functions.ts`): where nothing is warm
 * yet, a small function takes 25 µs before it does anything. All others are compiled when they are called.
 */
function begin(): void {
  'use eager'
  clearTimeout(timer)
  timer = undefined
  if (opened || observer) return
  if (document.hidden)
    return document.addEventListener('visibilitychange', beginLate, { once: true })
  const text = documentText(document)
  const mayConcern = STARTS || SCRIPTS.test(text) || PLAIN.test(text)
  if (mayConcern && concerns(document, text)) return open()
  observer = new MutationObserver(note)
  observer.observe(document, WATCHED)
  addEventListener('pagehide', letGo, true)
  hasLittle =
    text.length < LITTLE_WITH_HEAD && (document.body?.textContent ?? '').length < LITTLE_TEXT
  if (hasLittle) return searchIn([document])
  // To meet the first element costs as much as all this: on long pages they are asked for shadow roots when
  // somebody reads the page.
  addEventListener('pointerover', lookAround, true)
  addEventListener('scroll', lookAround, true)
}

/** The document came slowly, or before us, or in a tab that nobody looked at. */
function beginLate(): void {
  if (opened || document.hidden || document.readyState !== 'loading') return begin()
  const rest = timed(() => concerns(document) && open())
  if (!opened) setTimer(beginLate, Math.max(COMING_MS, rest))
}

function open(): void {
  if (opened) return
  observer?.disconnect()
  setTimer()
  removeEventListener('DOMContentLoaded', begin, true)
  removeEventListener('scroll', lookAround, true)
  removeEventListener('pointerover', lookAround, true)
  stay()
  // In the frame of a card of ours there is nothing to mark.
  if (import.meta.env.FIREFOX && globalThis.sourceContextFramed) return
  opened = true
  ask(ASKED_AGAIN)
}

function setTimer(then?: () => void, ms = 0): void {
  clearTimeout(timer)
  const end = () => {
    timer = undefined
    then?.()
  }
  timer = then && setTimeout(end, ms)
}

/**
 * A background that ends before it has answered is woken again. What it answers while the page is kept
 * for the way back reaches nobody: a page that is back asks anew.
 */
function ask(left: number): void {
  askAgain = () => {
    stay()
    if (left > 0) setTimeout(ask, ASK_AGAIN_MS, left - 1)
  }
  addEventListener('pagehide', letGo, true)
  tell('openGate').then((answer) => (answer === undefined ? askAgain() : stay()), askAgain)
}

/** The page goes, and may be kept for the way back. Where nothing is asked it speaks for its frames, too. */
function letGo({ persisted }: PageTransitionEvent): void {
  stay()
  if (persisted && (opened || top === self)) addEventListener('pageshow', comeBack, true)
}

/** A page that was kept has heard nothing, and its badge was put back. */
function comeBack(): void {
  stay()
  if (opened) return askAgain()
  addEventListener('pagehide', letGo, true)
  tell('reportPlace').catch(nothing)
}

/** It is of no more concern whether the page goes. */
function stay(): void {
  removeEventListener('pagehide', letGo, true)
  removeEventListener('pageshow', comeBack, true)
}

/** Nothing is to come where the extension has been updated or removed under this page: it has no id. */
async function tell(method: 'openGate' | 'reportPlace'): Promise<unknown> {
  return chrome.runtime?.id ? chrome.runtime.sendMessage({ to: 'background', method }) : null
}

/** What was left out, and what may come late, is looked for when somebody reads the page. */
function wait(): void {
  addEventListener('scroll', lookAround, true)
  if (hasLittle && !timer) setTimer(lookAround, LATE_MS)
}

function lookAround(heard?: Event): void {
  if (heard) removeEventListener(heard.type, lookAround, true)
  whenRested(() => (scout?.isBusy() ? meet(scout.goOn()) : searchIn(everything())))
}

function everything(): Tree[] {
  return [document, ...(scout?.met ?? [])]
}

/** Asks everything under some places for shadow roots. */
function searchIn(places: Tree[]): void {
  scout ??= createShadowScout(shadowRootOf)
  meet(scout.look(places))
  if (!opened) wait()
}

/** Shadow roots that give no cause are watched. Where there was too much for one go, it goes on. */
function meet(found: ShadowRoot[]): void {
  for (const root of found) observer?.observe(root, WATCHED)
  if (found.some((root) => concerns(root))) open()
  else if (scout?.isBusy()) setTimer(lookAround, SOON_MS)
}

function note(records: MutationRecord[]): void {
  changed ??= new Set()
  for (const { target, addedNodes, type } of records) {
    if (type === 'characterData') changed.add(target)
    else for (const node of addedNodes) changed.add(node)
  }
  if (waiting || changed.size === 0) return
  waiting = true
  whenRested(lookAtChanges)
}

function whenRested(work: () => void): void {
  const rest = restUntil - performance.now()
  if (rest > 0) setTimeout(whenIdle, rest, work)
  else whenIdle(work)
}

function whenIdle(work: () => void): void {
  const goOn = () => {
    // An updated or removed extension leaves this script behind.
    if (opened || !chrome.runtime?.id) open()
    else restUntil = performance.now() + timed(work)
  }
  requestIdleCallback(goOn, { timeout: IDLE_DEADLINE_MS })
}

function lookAtChanges(): void {
  waiting = false
  const isMuch = (changed?.size ?? 0) > MAX_CHANGED
  const nodes = isMuch ? [document] : [...(changed ?? [])].filter((node) => node.isConnected)
  changed = undefined
  if (nodes.some((node) => concerns(node))) return open()
  const added = nodes.filter((node) => node.nodeType === 1) as Element[]
  if (isMuch || added.length > MAX_ADDED) searchIn(everything())
  else if (added.length > 0) searchIn(added)
}

/** How long to rest after some work, in ms, so that it takes a small share of a page that never rests. */
function timed(work: () => void): number {
  const started = performance.now()
  work()
  return Math.min(MAX_REST_MS, (performance.now() - started) * REST)
}

/** Whether a text concerns us; where the quick way says so, programs are told from what people read. */
function concerns(node: Node, text = quickText(node)): boolean {
  'use eager'
  const found = givesCause(text, PATTERNS) && givesCause(textWithoutPrograms(node), PATTERNS)
  // Browsers keep the last text in which any pattern has found something: a whole page is too much.
  if (!found) SCRIPTS.test('\u4e00')
  return found
}
