import { hasQuotationMark } from '../core/digest/find-quotations.ts'

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
  const around = target instanceof Element ? target : target.parentElement
  if (around?.closest(`${QUOTED}, ${HEAD}`)) return true
  if (target.nodeType === Node.TEXT_NODE) return hasQuotationMark(target.textContent ?? '')
  return [...addedNodes, ...removedNodes].some(holdsQuotation)
}

function holdsQuotation(node: Node): boolean {
  const within = `${QUOTED}, ${HEAD}`
  if (node instanceof Element && (node.matches(within) || node.querySelector(within))) return true
  return hasQuotationMark(node.textContent ?? '')
}
