import { afterFrame } from './after-frame.ts'
import { isVeiled } from './veils.ts'
import type { ShadowRootOf } from './shadow-roots.ts'

/**
 * How long a card has to have stood still, in ms, before a press in it counts: who presses sooner
 * meant what was there before. Browsers guard their own prompts in the same way for about as long.
 */
export const SETTLE_MS = 400

/** Px within which a card has not moved. */
const STILL = 2

export type ClickGuard = {
  /** From now on people see it where it stands. */
  shown(): void
  /** Somebody presses a button of theirs in it; `isClear`: nothing that only others know lies over it. */
  press(isClear: boolean): void
  /** Whether a click that follows counts. */
  allows(byKey: boolean): boolean
}

/**
 * Lets a click in a card act only where a person means it: made by a hand, on a card that they have
 * seen, that stands where it stood, and that nothing lies over. Keys are free of the last two: whoever
 * uses them goes by the focus, which no page can move into a card.
 */
export function guardClicks(
  host: HTMLElement,
  root: ShadowRoot,
  shadowRootOf: ShadowRootOf,
): ClickGuard {
  let place: DOMRect | undefined
  let since = Infinity
  let isMeant = false
  const look = () => {
    const now = host.getBoundingClientRect()
    if (!place || hasMoved(place, now)) since = performance.now()
    place = now
  }
  const isSettled = () => {
    look()
    return performance.now() - since >= SETTLE_MS
  }
  // Moved into a frame it is in the top layer there: what lies over the frame lies over it.
  const isOpen = () =>
    host.ownerDocument === document && host.isConnected && host.matches(':popover-open')
  const press = (isClear: boolean) => {
    isMeant = isClear && isOpen() && isSettled() && isSeen() && !isVeiled(host, shadowRootOf)
  }
  const allows = (byKey: boolean) => isOpen() && (byKey || (isMeant && isSettled()))
  const click = (event: Event) => {
    if (event.isTrusted && allows(isByKey(event))) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const isSeen = watchSight(host)
  root.addEventListener('pointerdown', (event) => event.isTrusted && press(true), true)
  root.addEventListener('click', click, true)
  // After the frame places are known: asking for them makes nobody lay out anew.
  root.addEventListener('pointermove', () => afterFrame(look), true)
  return { shown: look, press, allows }
}

/** Whether a key or an aid made a click, and no pointer. */
export function isByKey(click: Event): boolean {
  return click instanceof PointerEvent && click.pointerType === ''
}

/** Unfolding grows a card at one edge only; that is no move. */
function hasMoved(before: DOMRect, now: DOMRect): boolean {
  const isFar = (one: number, other: number) => Math.abs(one - other) > STILL
  return (
    isFar(before.left, now.left) ||
    isFar(before.width, now.width) ||
    (isFar(before.top, now.top) && isFar(before.bottom, now.bottom))
  )
}

/** Newer than the common types; in Chromium only. */
type SightOptions = IntersectionObserverInit & { trackVisibility: boolean; delay: number }
type Sight = IntersectionObserverEntry & { isVisible?: boolean }

/**
 * In a frame, the page around it can hide the card or lay something over it, and its elements are out
 * of reach: there Chromium itself tells whether the card is surely seen. Firefox has no such sign.
 */
function watchSight(host: HTMLElement): () => boolean {
  if (window.top === window) return () => true
  let isVisible: boolean | undefined
  const options: SightOptions = { trackVisibility: true, delay: 100 }
  const observer = new IntersectionObserver((entries: Sight[]) => {
    isVisible = entries.at(-1)?.isVisible
  }, options)
  observer.observe(host)
  return () => isVisible ?? true
}
