import { isBlock, isInSkipped, ownerOf } from './text-blocks.ts'

/**
 * Elements to read again: `true` with everything under them, `false` only the text that they own
 * themselves.
 */
export type Roots = Map<Element, boolean>

export type PageReader = {
  read(roots: Roots): Promise<void>
  /** Something may have become visible or hidden; no text changed. */
  recheck(): void
}

/** A change is read at the page's next idle moment, and after this long at the latest. */
const IDLE_DEADLINE_MS = 100
/** Changes of class or style are frequent and rarely matter: at most one look in this time. */
const RECHECK_MS = 200
/** Above this many records between two reads it is cheaper to read the whole page again. */
const MAX_RECORDS = 1000

const REVEALING = ['class', 'hidden', 'open', 'style']
const EDITING = 'contenteditable'

/** Reads the whole page once, then what changes, one read after the other, until `signal` ends it. */
export function watchPage(reader: PageReader, signal: AbortSignal): void {
  let dirty = wholePage()
  let records = 0
  let reading = false
  let recheckTimer: ReturnType<typeof setTimeout> | undefined

  const readDirty = async () => {
    if (signal.aborted || reading) return
    reading = true
    const roots = withoutNested(records > MAX_RECORDS ? wholePage() : dirty)
    dirty = new Map()
    records = 0
    await reader.read(roots)
    reading = false
    if (dirty.size > 0) schedule()
  }
  const schedule = () => whenIdle(() => void readDirty(), signal)
  const scheduleRecheck = () => {
    recheckTimer ??= setTimeout(() => {
      recheckTimer = undefined
      reader.recheck()
    }, RECHECK_MS)
  }

  const observer = new MutationObserver((changes) => {
    const before = dirty.size
    for (const change of changes) {
      if (isRevealing(change)) scheduleRecheck()
      else {
        records += 1
        noteChange(change, dirty)
      }
    }
    if (before === 0 && dirty.size > 0 && !reading) schedule()
  })
  observer.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: [...REVEALING, EDITING],
  })
  signal.addEventListener('abort', () => {
    observer.disconnect()
    clearTimeout(recheckTimer)
  })
  void readDirty()
}

/** Empty while a script is replacing the document. */
function wholePage(): Roots {
  const root = document.documentElement as Element | null
  return new Map(root ? [[root, true]] : [])
}

function isRevealing(change: MutationRecord): boolean {
  return change.type === 'attributes' && change.attributeName !== EDITING
}

function noteChange(change: MutationRecord, dirty: Roots): void {
  const owner = ownerOf(change.target)
  if (!owner) {
    // The document itself: its root element came or went.
    for (const [root] of wholePage()) dirty.set(root, true)
    return
  }
  if (change.type === 'attributes') {
    dirty.set(owner, true)
    return
  }
  if (change.type === 'characterData') {
    addRoot(dirty, owner, false)
    return
  }
  const touched = [...change.addedNodes, ...change.removedNodes]
  if (touched.some(isInline)) addRoot(dirty, owner, false)
  for (const node of change.addedNodes) addBlocks(dirty, node)
  // What was removed is found by its owners no longer being in the document.
  if (change.removedNodes.length > 0 && dirty.size === 0) addRoot(dirty, owner, false)
}

/** Text, or an element that stands in the text around it. */
function isInline(node: Node): boolean {
  if (node instanceof Text) return node.data.trim() !== ''
  return node instanceof Element && !isBlock(node)
}

function addBlocks(dirty: Roots, node: Node): void {
  if (!(node instanceof Element)) return
  if (isBlock(node)) addRoot(dirty, node, true)
  // An inline element may hold blocks (a link around a whole teaser): its owner is read in full.
  else if (node.firstElementChild && ownerOf(node)) addRoot(dirty, ownerOf(node) ?? node, true)
}

function addRoot(dirty: Roots, element: Element, deep: boolean): void {
  dirty.set(element, deep || (dirty.get(element) ?? false))
}

/** Drops roots that are gone, that are never read, or that stand under one that is read in full. */
function withoutNested(roots: Roots): Roots {
  const isUnderDeep = (element: Element) => {
    for (let at = element.parentElement; at; at = at.parentElement) if (roots.get(at)) return true
    return false
  }
  return new Map(
    [...roots].filter(
      ([element]) => element.isConnected && !isUnderDeep(element) && !isInSkipped(element),
    ),
  )
}

function whenIdle(work: () => void, signal: AbortSignal): void {
  if (!signal.aborted) requestIdleCallback(work, { timeout: IDLE_DEADLINE_MS })
}
