import { scrollToRange } from './scroll-to-range.ts'
import { createTimers } from './timers.ts'

/** The style sheet's name for a place that the digest shows; the page's flash has it too. */
const LIGHT_NAME = 'source-context-flash'
/** How long a place that was gone to stays lit, in ms. */
const FLASH_MS = 1600

export type PlaceLight = {
  /** Lights a place until told otherwise; `undefined` puts the light out. */
  light(range: StaticRange | undefined): void
  /** Scrolls to a place and lights it for a moment. */
  goTo(range: StaticRange): void
}

/** Shows places that the digest points at, without touching a page's node. */
export function createPlaceLight(signal: AbortSignal): PlaceLight {
  let lit: Highlight | undefined
  const timers = createTimers(signal)
  const light = (range: StaticRange | undefined) => {
    if (lit && CSS.highlights.get(LIGHT_NAME) === lit) CSS.highlights.delete(LIGHT_NAME)
    lit = undefined
    if (!range) return
    lit = new Highlight(range)
    lit.priority = 2
    CSS.highlights.set(LIGHT_NAME, lit)
  }
  signal.addEventListener('abort', () => light(undefined))
  return {
    light,
    goTo: (range) => {
      scrollToRange(range)
      light(range)
      const shown = lit
      timers.start(() => lit === shown && light(undefined), FLASH_MS)
    },
  }
}
