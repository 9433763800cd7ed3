import { closestOf } from './form-safe.ts'
import { spotOf, type HitTest } from './hit-test.ts'
import type { CardDriver } from './hover.ts'
import { isSelected } from './mention-lines.ts'

/** A finger or pen that stays longer than this, in ms, presses; shorter, it taps. Android's. */
export const LONG_PRESS_MS = 500
/** A finger is never still: within this many px it has not moved. Android's touch slop, doubled. */
const SLOP = 16

/** What a tap is meant for already. */
const TAPPABLE =
  'a[href], area[href], button, label, summary, input, select, textarea, option, [role="button"], [role="link"], [role="tab"], [role="menuitem"], [role="checkbox"], [role="switch"]'

type Press = {
  pointer: number
  x: number
  y: number
  mention: number | undefined
  /** The mention is part of a link or the like: a tap is that link's, a long press ours. */
  isTaken: boolean
  opened: boolean
  timer: ReturnType<typeof setTimeout> | undefined
}

type Answers = { open(mention: number): void; close(): void }

/**
 * Fingers and pens: a tap on a mention opens its card, on one that is a link a long press does; a
 * tap elsewhere closes it. The page hears of every tap as before.
 */
export function watchTaps(
  hits: HitTest,
  card: Pick<CardDriver<never>, 'cardAt'>,
  { open, close }: Answers,
  signal: AbortSignal,
): void {
  let press: Press | undefined
  const cancel = () => {
    clearTimeout(press?.timer)
    if (!press?.opened) press = undefined
  }
  const openPressed = () => {
    if (!press || press.mention === undefined || signal.aborted) return
    press.opened = true
    open(press.mention)
  }
  const down = (event: PointerEvent) => {
    clearTimeout(press?.timer)
    press = undefined
    if (!isTouch(event) || !event.isPrimary || card.cardAt(event.target)) return
    press = readPress(hits, event)
    if (press.isTaken && press.mention !== undefined)
      press.timer = setTimeout(openPressed, LONG_PRESS_MS)
  }
  const move = (event: PointerEvent) => {
    if (press?.pointer !== event.pointerId) return
    if (Math.hypot(event.clientX - press.x, event.clientY - press.y) > SLOP) cancel()
  }
  const up = (event: PointerEvent) => {
    if (press?.pointer !== event.pointerId) return
    clearTimeout(press.timer)
    if (press.opened) return
    if (press.mention !== undefined && !press.isTaken) open(press.mention)
    else close()
  }
  /** The browser's own sign of a long press, which would put a menu over the card. */
  const menu = (event: Event) => {
    if (!press?.isTaken || press.mention === undefined) return
    event.preventDefault()
    event.stopPropagation()
    clearTimeout(press.timer)
    if (!press.opened) openPressed()
  }
  const click = (event: MouseEvent) => {
    if (!press?.opened || !isTouch(event) || card.cardAt(event.target)) return
    event.preventDefault()
    event.stopPropagation()
    press = undefined
  }

  const options = { capture: true, signal }
  const passive = { ...options, passive: true }
  document.addEventListener('pointerdown', down, passive)
  document.addEventListener('pointermove', move, passive)
  document.addEventListener('pointerup', up, passive)
  document.addEventListener('pointercancel', cancel, passive)
  document.addEventListener('contextmenu', menu, options)
  document.addEventListener('click', click, options)
}

function isTouch(event: MouseEvent): boolean {
  const pointer = event instanceof PointerEvent ? event.pointerType : ''
  return event.isTrusted && (pointer === 'touch' || pointer === 'pen')
}

function readPress(hits: HitTest, event: PointerEvent): Press {
  const spot = spotOf(event)
  const mention = hits.mentionAt(spot)
  return {
    pointer: event.pointerId,
    x: spot.x,
    y: spot.y,
    mention: mention && !isSelected(mention) ? mention.id : undefined,
    isTaken: !spot.element || closestOf(spot.element, TAPPABLE) !== null,
    opened: false,
    timer: undefined,
  }
}
