import { elementAround } from './boxes.ts'
import { boundsOf, isInPage } from './form-safe.ts'
import type { PageMention } from './placement.ts'

/** Share of the viewport's height at which a reader's eye is taken to be. */
const EYE_LEVEL = 1 / 3

/**
 * The mention at the reading position: the last one above the reader's eye level, or the first one
 * in view; `undefined` where the page has none. Mentions come in reading order, so a few looks are
 * enough, however many there are.
 */
export function findReadingPosition(mentions: PageMention[]): number | undefined {
  const level = innerHeight * EYE_LEVEL
  let [low, high] = [0, mentions.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const top = topOf(mentions[middle])
    if (top !== undefined && top > level) high = middle
    else low = middle + 1
  }
  return mentions[low - 1]?.id ?? mentions[low]?.id
}

function topOf(mention: PageMention | undefined): number | undefined {
  const element = mention && elementAround(mention.range.startContainer)
  if (!element || !isInPage(element)) return undefined
  const range = new Range()
  range.setStart(mention.range.startContainer, mention.range.startOffset)
  range.setEnd(mention.range.startContainer, mention.range.startOffset)
  return range.getBoundingClientRect().top || boundsOf(element).top
}

/** Tells when the reading position may have moved, at most once a frame, until `signal` ends it. */
export function watchReadingPosition(moved: () => void, signal: AbortSignal): void {
  let waiting = false
  const look = () => {
    waiting = false
    if (!signal.aborted) moved()
  }
  const listen = () => {
    if (waiting) return
    waiting = true
    requestAnimationFrame(look)
  }
  // Captured: what scrolls may be any element.
  addEventListener('scroll', listen, { capture: true, passive: true, signal })
  addEventListener('resize', listen, { passive: true, signal })
}
