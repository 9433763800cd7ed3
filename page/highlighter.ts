import { isInPage } from './form-safe.ts'
import { createTimers, type Timers } from './timers.ts'

/**
 * Paints marks with the CSS Custom Highlight API: the page's nodes stay as they are. The colours
 * are in the content script's style sheet.
 *
 * Every registered range costs in each frame that changes the page, so only those whose owner is
 * within a screen of the viewport are registered; an IntersectionObserver tells which, without
 * forcing layout.
 */
export type MarkKind = 'huawei' | 'zte' | 'action'

/** The registry is the page's too: the names say whose these are. */
export const HIGHLIGHT_NAMES: Record<MarkKind, string> = {
  huawei: 'source-context-huawei',
  zte: 'source-context-zte',
  action: 'source-context-action',
}
const FLASH_NAME = 'source-context-flash'

/** How long a place that was jumped to stays lit; long enough to find it after a scroll. */
const FLASH_MS = 1600

/** One screen above and below. */
const NEAR = '100% 0px'

/** Later kinds are painted over earlier ones: a name inside an action stays visible. */
const PRIORITY: Record<MarkKind, number> = { action: 0, huawei: 1, zte: 1 }

export type Mark = { kind: MarkKind; range: StaticRange; owner: Element }

export type Highlighter = {
  /** Replaces all marks. */
  paint(marks: Mark[]): void
  /** Adds marks that stand until the next `paint`. */
  add(marks: Mark[]): void
  /** Puts back what the page has taken out of the registry, or out of our highlights; cheap. */
  restore(): void
  /** Lights one place for a moment, above all marks. */
  flash(range: StaticRange): void
}

/** `vanished`: something that is marked has no box any more, whatever took it away. */
export function createHighlighter(signal: AbortSignal, vanished: () => void): Highlighter {
  const highlights = createHighlights()
  const timers = createTimers(signal)
  const byOwner = new Map<Element, Mark[]>()
  /** As last told: Firefox tells nothing new of what is let go and watched again within a frame. */
  const near = new WeakSet<Element>()
  /** What is to show: the page may reach into the highlights themselves. */
  const shown = new Map<MarkKind, Set<StaticRange>>()
  for (const kind of highlights.keys()) shown.set(kind, new Set())
  const show = ({ kind, range }: Mark) => {
    shown.get(kind)?.add(range)
    highlights.get(kind)?.add(range)
  }
  const hide = ({ kind, range }: Mark) => {
    shown.get(kind)?.delete(range)
    highlights.get(kind)?.delete(range)
  }
  const refill = () => {
    for (const [kind, highlight] of highlights) {
      const ranges = shown.get(kind)
      // To set what is set has the browser paint every mark anew.
      if (highlight.priority !== PRIORITY[kind]) highlight.priority = PRIORITY[kind]
      if (!ranges || highlight.size === ranges.size) continue
      highlight.clear()
      for (const range of ranges) highlight.add(range)
    }
  }

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, boundingClientRect } of entries) {
        if (isIntersecting === near.has(target)) continue
        if (!isIntersecting && isInPage(target) && hasNoSize(boundingClientRect)) vanished()
        if (isIntersecting) near.add(target)
        else near.delete(target)
        byOwner.get(target)?.forEach(isIntersecting ? show : hide)
      }
    },
    { root: document, rootMargin: NEAR },
  )

  const forget = (owner: Element) => {
    observer.unobserve(owner)
    byOwner.delete(owner)
  }
  const put = (owner: Element, marks: Mark[]) => {
    if (!byOwner.has(owner)) observer.observe(owner)
    if (near.has(owner)) marks.forEach(show)
    byOwner.set(owner, marks)
  }
  const paint = (marks: Mark[]) => {
    register(highlights)
    const wanted = Map.groupBy(marks, (mark) => mark.owner)
    for (const [owner, before] of byOwner) {
      const kept = new Set(wanted.get(owner)?.map((mark) => mark.range))
      before.filter((mark) => !kept.has(mark.range)).forEach(hide)
      if (!wanted.has(owner)) forget(owner)
    }
    for (const [owner, now] of wanted) put(owner, now)
  }
  const add = (marks: Mark[]) => {
    register(highlights)
    for (const [owner, more] of Map.groupBy(marks, (mark) => mark.owner))
      put(owner, [...(byOwner.get(owner) ?? []), ...more])
  }

  signal.addEventListener('abort', () => {
    observer.disconnect()
    byOwner.clear()
    for (const name of [...Object.values(HIGHLIGHT_NAMES), FLASH_NAME]) CSS.highlights.delete(name)
  })
  return {
    paint,
    add,
    restore: () => {
      if (byOwner.size === 0) return
      register(highlights)
      refill()
    },
    flash: (range) => flash(range, timers),
  }
}

function hasNoSize({ width, height }: DOMRectReadOnly): boolean {
  return width === 0 && height === 0
}

function createHighlights(): Map<MarkKind, Highlight> {
  const kinds: MarkKind[] = ['action', 'huawei', 'zte']
  return new Map(
    kinds.map((kind) => {
      const highlight = new Highlight()
      highlight.priority = PRIORITY[kind]
      return [kind, highlight]
    }),
  )
}

/**
 * Page scripts may clear the registry: whatever is missing is put back. What has our name and is not
 * ours was left by an earlier version of the extension, which Firefox ends without a word.
 */
function register(highlights: Map<MarkKind, Highlight>): void {
  for (const [kind, highlight] of highlights) {
    const name = HIGHLIGHT_NAMES[kind]
    if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight)
  }
}

function flash(range: StaticRange, timers: Timers): void {
  const highlight = new Highlight(range)
  highlight.priority = 2
  CSS.highlights.set(FLASH_NAME, highlight)
  timers.start(() => CSS.highlights.delete(FLASH_NAME), FLASH_MS)
}
