import { findShadowRoots, type ShadowRootOf } from './shadow-roots.ts'
import {
  isBlock,
  isElement,
  isInSkipped,
  isShadowRoot,
  isText,
  ownerOf,
  type Owner,
} from './text-blocks.ts'
import { watchQuietChanges } from './watch-quiet-changes.ts'

/**
 * What is to be read again: `true` with everything under it, `false` only the text that it owns
 * itself.
 */
export type Roots = Map<Owner, boolean>

export type PageReader = {
  read(roots: Roots): Promise<void>
  /** Something may have become visible or hidden; no text changed. */
  recheck(): void
  /** The marks may have been taken away; asked often. */
  restore(): void
  /** A shadow tree was met for the first time. */
  meet(root: ShadowRoot): void
}

/** A change is read at the page's next idle moment, and after this long at the latest. */
const IDLE_DEADLINE_MS = 100
/** Changes of class or style are frequent and rarely matter: at most one look in this time. */
const RECHECK_MS = 100
/** Above this many records between two reads it is cheaper to read the whole page again. */
const MAX_RECORDS = 1000
/** A page that never rests is read again after this many times as long as a read has taken. */
const REST = 25

const REVEALING = ['class', 'hidden', 'open', 'style', 'slot']
const EDITING = 'contenteditable'

/** Reads the whole page once, then what changes, one read after the other, until `signal` ends it. */
export function watchPage(
  reader: PageReader,
  shadowRootOf: ShadowRootOf,
  signal: AbortSignal,
): void {
  const met = new WeakSet<ShadowRoot>()
  let dirty = wholePage()
  let records = 0
  let busy = false
  let restUntil = 0
  let recheckTimer: ReturnType<typeof setTimeout> | undefined
  let idle: number | undefined
  let rest: ReturnType<typeof setTimeout> | undefined

  const meetAll = (under: Owner) => {
    let steps = 0
    const search = findShadowRoots(under, shadowRootOf)
    let step = search.next()
    while (!step.done && (steps += 1) < MAX_STEPS) step = search.next()
    for (const root of step.done ? step.value : []) {
      if (met.has(root)) continue
      met.add(root)
      observe(root)
      reader.meet(root)
      addRoot(dirty, root, true)
    }
  }
  const readDirty = async () => {
    if (signal.aborted || busy) return
    busy = true
    const started = performance.now()
    const roots = records > MAX_RECORDS ? new Map([...wholePage(), ...dirty]) : dirty
    dirty = new Map()
    records = 0
    await reader.read(withoutNested(roots))
    busy = false
    restUntil = performance.now() + Math.min(MAX_REST_MS, (performance.now() - started) * REST)
    if (dirty.size > 0 || records > 0) schedule()
  }
  const schedule = () => {
    if (signal.aborted || busy || idle !== undefined || rest !== undefined) return
    const wait = restUntil - performance.now() - IDLE_DEADLINE_MS
    if (wait > 0) rest = setTimeout(askIdle, wait)
    else askIdle()
  }
  const askIdle = () => {
    rest = undefined
    idle = requestIdleCallback(
      () => {
        idle = undefined
        void readDirty()
      },
      { timeout: IDLE_DEADLINE_MS },
    )
  }
  const scheduleRecheck = () => {
    recheckTimer ??= setTimeout(() => {
      recheckTimer = undefined
      reader.recheck()
    }, RECHECK_MS)
  }
  const look = () => {
    reader.restore()
    const [root] = wholePage().keys()
    if (root) meetAll(root)
    if (dirty.size > 0) schedule()
  }

  const observer = new MutationObserver((changes) => {
    for (const change of changes) {
      if (isRevealing(change)) scheduleRecheck()
      else {
        records += 1
        // Behind so many the whole page is read, whatever it was.
        if (records <= MAX_RECORDS) noteChange(change, dirty)
      }
      for (const node of change.addedNodes)
        if (isElement(node) && records <= MAX_RECORDS) meetAll(node)
    }
    if (dirty.size > 0 || records > MAX_RECORDS) schedule()
  })
  const observe = (root: Node) =>
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: [...REVEALING, EDITING],
    })

  observe(document)
  watchQuietChanges({ look, reread: () => reread() }, signal)
  const reread = () => {
    for (const [root, deep] of wholePage()) addRoot(dirty, root, deep)
    schedule()
  }
  signal.addEventListener('abort', () => {
    observer.disconnect()
    clearTimeout(recheckTimer)
    clearTimeout(rest)
    if (idle !== undefined) cancelIdleCallback(idle)
  })
  void readDirty()
}

/** Elements of one added tree that are asked for shadow roots at once, in hundreds. */
const MAX_STEPS = 50
/** Longest rest between two reads of a page that never rests. */
const MAX_REST_MS = 2000

/** Empty while a script is replacing the document. */
function wholePage(): Roots {
  const root = document.documentElement as Element | null
  return new Map(root ? [[root, true]] : [])
}

function isRevealing(change: MutationRecord): boolean {
  return change.type === 'attributes' && change.attributeName !== EDITING
}

function noteChange(change: MutationRecord, dirty: Roots): void {
  const isEdit = change.type === 'attributes'
  // What may be edited is itself never read: what is around it is.
  const owner = ownerOf((isEdit && change.target.parentNode) || change.target)
  if (!owner) {
    // The document itself: its root element came or went.
    for (const [root] of wholePage()) dirty.set(root, true)
    return
  }
  if (isEdit) return addRoot(dirty, owner, true)
  if (change.type === 'characterData') return addRoot(dirty, owner, false)
  const touched = [...change.addedNodes, ...change.removedNodes]
  if (touched.some(isInline)) addRoot(dirty, owner, false)
  for (const node of change.addedNodes) addBlocks(dirty, node)
  // What was removed is found by its owners no longer being in the document.
  if (change.removedNodes.length > 0 && dirty.size === 0) addRoot(dirty, owner, false)
}

/** Text, or an element that stands in the text around it. */
function isInline(node: Node): boolean {
  return isText(node) ? node.data.trim() !== '' : isElement(node) && !isBlock(node)
}

function addBlocks(dirty: Roots, node: Node): void {
  if (!isElement(node)) return
  if (isBlock(node)) addRoot(dirty, node, true)
  // An inline element may hold blocks (a link around a whole teaser): its owner is read in full.
  else if (node.firstElementChild) addRoot(dirty, ownerOf(node) ?? node, true)
}

function addRoot(dirty: Roots, owner: Owner, deep: boolean): void {
  dirty.set(owner, deep || (dirty.get(owner) ?? false))
}

/** Drops roots that are gone, that are never read, or that stand under one that is read in full. */
function withoutNested(roots: Roots): Roots {
  const isUnderDeep = (owner: Owner) => {
    if (isShadowRoot(owner)) return false
    for (let at = owner.parentNode; at; at = at.parentNode)
      if ((isElement(at) || isShadowRoot(at)) && roots.get(at)) return true
    return false
  }
  return new Map(
    [...roots].filter(([owner]) => owner.isConnected && !isUnderDeep(owner) && !isInSkipped(owner)),
  )
}
