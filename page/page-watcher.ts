import {
  addRoot,
  isRestyling,
  isRevealing,
  noteChange,
  readChange,
  WATCHED_ATTRIBUTES,
  wholePage,
  type Roots,
} from './dirty-roots.ts'
import { fits, isInPage } from './form-safe.ts'
import type { ShadowTrees } from './near-blocks.ts'
import { createTimeCredit } from './time-credit.ts'
import { findShadowRoots, isPlain, searchFor, type ShadowRootOf } from './shadow-roots.ts'
import { isElement, type Owner } from './text-blocks.ts'
import { watchQuietChanges } from './watch-quiet-changes.ts'

export type PageReader = {
  /** `trees`: the shadow trees that stand in the page. */
  read(roots: Roots, trees: ShadowTrees): Promise<void>
  /** Something may have become visible, hidden or parted; no text changed. */
  recheck(): Promise<void>
  /** The marks may have been taken away, or the extension; asked often. */
  glance(): void
  /** A shadow tree was met for the first time. */
  meet(root: ShadowRoot): void
  /** The document has another root element. */
  renew(): void
}

/** A change is read at the page's next idle moment, and after this long at the latest. */
const IDLE_DEADLINE_MS = 100
/** Changes of class or style are frequent and rarely matter: at most one look in this time. */
const RECHECK_MS = 100
/** Above this many changes between two reads it is cheaper to read the whole page again. */
const MAX_CHANGES = 1000
export type PageWatch = {
  /** Something may have come to show. */
  recheckSoon(): void
}

/**
 * Reads the whole page once, then what changes, one read after the other, until `signal` ends it.
 * What changes while nobody can see the page is read when it is shown.
 */
export function watchPage(
  reader: PageReader,
  shadowRootOf: ShadowRootOf,
  signal: AbortSignal,
): PageWatch {
  const met = new WeakSet<ShadowRoot>()
  /** Those that stood in the page when last seen, by their hosts. */
  const standing = new Map<Element, ShadowRoot>()
  let dirty = wholePage()
  /**
   * What has changed since the last read: judged then, because one by one as it comes each takes ten times
   * as long. A text that ticks counts once.
   */
  let changes = new Map<Node | MutationRecord, MutationRecord>()
  /** There was too much to tell one from the other. */
  let isMuch = false
  let busy = false
  let isFirst = true
  const credit = createTimeCredit()
  let recheckTimer: ReturnType<typeof setTimeout> | undefined
  let idle: number | undefined
  let resting: ReturnType<typeof setTimeout> | undefined
  const rest = () => Math.min(MAX_REST_MS, credit.wait())

  /** `again`: what stands in known ones is to be read too, because they have come back or moved. */
  const meet = (found: ShadowRoot[], again: boolean) => {
    for (const root of found) {
      const stood = standing.has(root.host)
      standing.set(root.host, root)
      if (!met.has(root)) {
        met.add(root)
        observe(root)
        reader.meet(root)
        // What stands in its host shows only where it is slotted now.
        scheduleRecheck()
      } else if (stood && !again) continue
      addRoot(dirty, root, true)
    }
  }
  /** The document and all shadow trees in it. */
  const everything = (): Roots =>
    new Map([...wholePage(), ...[...standing.values()].map((root) => [root, true] as const)])
  const readDirty = async () => {
    if (signal.aborted || busy) return
    await work(() => {
      for (const host of standing.keys()) if (!host.isConnected) standing.delete(host)
      const [isWhole, news] = [isMuch, changes.values()]
      isMuch = false
      changes = new Map()
      // Nobody has looked what came with so much.
      if (isWhole) lookEverywhere()
      else noteChanges(news)
      const roots = isWhole ? new Map([...dirty, ...everything()]) : dirty
      dirty = new Map()
      return reader.read(roots, standing)
    })
  }
  const noteChanges = (records: Iterable<MutationRecord>) => {
    const known = new Map<Node, Owner>()
    const added = new Set<Element>()
    for (const record of records) {
      const change = readChange(record)
      noteChange(change, dirty, known)
      if (isRestyling(change)) scheduleRecheck()
      // What may be edited, or no longer, may hold shadow trees.
      if (change.type === 'attributes' && isElement(change.target)) added.add(change.target)
      for (const node of change.added) if (isElement(node)) added.add(node)
    }
    lookInto(added)
  }
  const isToRead = () => dirty.size > 0 || changes.size > 0 || isMuch
  /** One after the other: what is half read has marks already that a look at the rest would take away. */
  const work = async (doing: () => Promise<void>) => {
    busy = true
    const started = performance.now()
    try {
      await doing()
    } finally {
      // A page that breaks one reading does not end them all.
      busy = false
      // The first reading of a page is worth what it takes.
      if (isFirst) isFirst = false
      else credit.spend(performance.now() - started)
      if (isToRead()) schedule()
    }
  }
  const schedule = () => {
    if (signal.aborted || busy || idle !== undefined || resting !== undefined) return
    if (document.hidden) return
    if (rest() > 0) resting = setTimeout(askIdle, rest())
    else askIdle()
  }
  const askIdle = () => {
    resting = undefined
    idle = requestIdleCallback(
      () => {
        idle = undefined
        void readDirty()
      },
      { timeout: IDLE_DEADLINE_MS },
    )
  }
  const recheck = async () => {
    recheckTimer = undefined
    if (signal.aborted) return
    if (busy) scheduleRecheck()
    else await work(reader.recheck)
  }
  const scheduleRecheck = () => {
    recheckTimer ??= setTimeout(() => void recheck(), Math.max(RECHECK_MS, rest()))
  }
  let search: ReturnType<typeof findShadowRoots> | undefined
  const look = (ms: number) => {
    const [root] = wholePage().keys()
    if (!root) return true
    search ??= findShadowRoots(root, shadowRootOf)
    const found = searchFor(search, ms)
    if (!found) return false
    search = undefined
    meet(found, false)
    if (dirty.size > 0) schedule()
    return true
  }
  const lookInto = (added: Set<Element>) => {
    const end = performance.now() + LOOK_MS
    for (const element of added) {
      if (!isInPage(element) || isPlain(element, shadowRootOf)) continue
      const found = searchFor(findShadowRoots(element, shadowRootOf), end - performance.now())
      if (!found) return lookEverywhere()
      meet(found, true)
    }
  }

  const rootElement = document.documentElement as Element | null
  const observer = new MutationObserver((records) => {
    const now = document.documentElement as Element | null
    if (rootElement && now && now !== rootElement) return reader.renew()
    if (document.hidden) isMuch = true
    for (const record of isMuch ? [] : records) {
      if (isRevealing(record)) scheduleRecheck()
      else changes.set(record.type === 'characterData' ? record.target : record, record)
    }
    // Behind so many the whole page is read, whatever it was.
    if (changes.size > MAX_CHANGES) isMuch = true
    if (isMuch) changes = new Map()
    if (isToRead()) schedule()
  })
  const observe = (root: Node) =>
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: WATCHED_ATTRIBUTES,
    })

  observe(document)
  // A sheet that arrives late changes nothing that is observed.
  const arrived = ({ target }: Event) => {
    if (isElement(target as Node) && fits(target as Element, 'link')) scheduleRecheck()
  }
  document.addEventListener('load', arrived, { capture: true, signal })
  const reread = () => {
    for (const [root, deep] of everything()) addRoot(dirty, root, deep)
    schedule()
  }
  const lookEverywhere = watchQuietChanges({ glance: reader.glance, look, reread }, signal)
  const show = () => {
    if (!document.hidden && isToRead()) schedule()
  }
  document.addEventListener('visibilitychange', show, { signal })
  signal.addEventListener('abort', () => {
    observer.disconnect()
    clearTimeout(recheckTimer)
    clearTimeout(resting)
    if (idle !== undefined) cancelIdleCallback(idle)
  })
  void readDirty()
  return { recheckSoon: scheduleRecheck }
}

/** Longest search for shadow roots in what was added at once. */
const LOOK_MS = 2
/** Longest rest between two reads of a page that never rests. */
const MAX_REST_MS = 2000
