import { hasQuotationMark } from '../core/digest/find-quotations.ts'
import { closestOf, findIn, fits, parentElementOf, textOf } from './form-safe.ts'
import { isText } from './text-blocks.ts'

/** Between two readings at least this long, in ms, and as many times as long as the last one took. */
const SHORTEST_PAUSE_MS = 400
const PAUSE_SHARE = 20

const QUOTED = 'q, blockquote'
/** What else a reading holds, and the report: the page's own date, its title. */
const HEAD = 'title, meta, time, script[type="application/ld+json" i]'

/**
 * Calls `read` when something that a reading holds may have changed in the page, with pauses: a page
 * that ticks all day is not read all day. Costs nothing but a look at each change.
 */
export function watchQuotations(root: Node, read: () => void, signal: AbortSignal): void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  let pause = SHORTEST_PAUSE_MS
  const readNow = () => {
    waiting = undefined
    const start = performance.now()
    read()
    pause = Math.max(SHORTEST_PAUSE_MS, (performance.now() - start) * PAUSE_SHARE)
  }
  const observer = new MutationObserver((records) => {
    if (waiting === undefined && records.some(mayHoldQuotation))
      waiting = setTimeout(readNow, pause)
  })
  observer.observe(root, { subtree: true, childList: true, characterData: true })
  signal.addEventListener('abort', () => {
    observer.disconnect()
    clearTimeout(waiting)
  })
}

function mayHoldQuotation({ target, addedNodes, removedNodes }: MutationRecord): boolean {
  const around = target instanceof Element ? target : parentElementOf(target)
  if (around && closestOf(around, `${QUOTED}, ${HEAD}`)) return true
  if (isText(target)) return hasQuotationMark(target.data)
  return [...addedNodes, ...removedNodes].some(holdsQuotation)
}

function holdsQuotation(node: Node): boolean {
  const within = `${QUOTED}, ${HEAD}`
  if (node instanceof Element && (fits(node, within) || findIn(node, within))) return true
  return hasQuotationMark(textOf(node) ?? '')
}
