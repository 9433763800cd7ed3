import type { HoverSignal } from '../core/card/hover-state.ts'
import { createSpeedGate } from '../core/card/pointer-speed.ts'
import { afterFrame } from './after-frame.ts'
import type { CardDriver } from './hover.ts'
import { spotOf, type HitTest, type Spot } from './hit-test.ts'
import { isSelected } from './mention-lines.ts'

type Sign = Extract<
  HoverSignal<number, never>,
  { type: 'over' | 'hurry' | 'over-card' | 'away' | 'busy' }
>

export type MouseWatch = {
  /** Whatever the mouse is over counts as new at its next movement. */
  forget(): void
  /** It has left a card in a frame, which is told here only when it leaves the page with it. */
  leave(): void
}

/**
 * Tells the hover what the mouse, or a pen held over the screen, is over. Where it is, is asked
 * after the next frame, when the answer is known already: no layout is forced while it moves.
 */
export function watchMouse(
  hits: HitTest,
  card: Pick<CardDriver<never>, 'cardAt' | 'isNear'>,
  send: (sign: Sign) => void,
  signal: AbortSignal,
): MouseWatch {
  const gate = createSpeedGate()
  let under: number | 'card' | undefined
  let last: PointerEvent | undefined
  let pressedInCard = false
  let pending: { spot: Spot; hurry: boolean; since: number } | undefined

  const settle = (now: number | 'card' | undefined, waited = 0) => {
    if (now === under) return
    under = now
    if (now === 'card') send({ type: 'over-card' })
    else send(now === undefined ? { type: 'away' } : { type: 'over', mention: now, waited })
  }
  const move = (event: PointerEvent) => {
    if (!hovers(event) || isStill(event, last)) return
    last = event
    const hurry = gate.isHurrying({ x: event.clientX, y: event.clientY, time: event.timeStamp })
    const spot = spotOf(event)
    const isCard =
      card.cardAt(event.target) === 'open' || (!event.buttons && card.isNear(spot.x, spot.y))
    if (isCard || (event.buttons !== 0 && pressedInCard)) return decide('card')
    // A held button selects or drags: not the time for a card.
    if (event.buttons !== 0 || !hits.mayHit(spot)) return decide(undefined)
    if (!pending) afterFrame(look)
    pending = { spot, hurry, since: event.timeStamp }
  }
  const decide = (now: 'card' | undefined) => {
    pending = undefined
    settle(now)
  }
  const look = () => {
    if (!pending || signal.aborted) return
    const { spot, hurry, since } = pending
    pending = undefined
    const mention = hits.mentionAt(spot)
    const waited = Math.max(0, performance.now() - since)
    settle(mention && !isSelected(mention) ? mention.id : undefined, waited)
    if (hurry) send({ type: 'hurry', waited })
  }
  const press = (event: PointerEvent) => {
    if (!event.isTrusted || event.pointerType === 'touch') return
    pressedInCard = card.cardAt(event.target) === 'open'
    if (!pressedInCard) send({ type: 'busy' })
  }

  const options = { passive: true, capture: true, signal }
  document.addEventListener('pointermove', move, options)
  // In a card that stands in a frame the mouse moves unheard: that it comes there is all.
  const enter = (event: PointerEvent) => card.cardAt(event.target) === 'open' && move(event)
  document.addEventListener('pointerover', enter, options)
  document.addEventListener('pointerdown', press, options)
  document.addEventListener('dragstart', () => send({ type: 'busy' }), options)
  // A finger leaves the page wherever it is lifted: that is no news of the mouse.
  const leave = (event: PointerEvent) => hovers(event) && decide(undefined)
  document.documentElement.addEventListener('pointerleave', leave, { passive: true, signal })
  return {
    forget: () => (under = pending = undefined),
    leave: () => {
      if (!document.documentElement.matches(':hover')) decide(undefined)
    },
  }
}

/**
 * A mouse, or a pen that does not touch; one that touches is for the taps. Events that a page's
 * script made are no movement of a hand.
 */
function hovers({ isTrusted, pointerType, buttons }: PointerEvent): boolean {
  return isTrusted && (pointerType === 'mouse' || (pointerType === 'pen' && buttons === 0))
}

/** Browsers send a movement when the page moves under a mouse that rests. */
function isStill(event: PointerEvent, last: PointerEvent | undefined): boolean {
  return (
    last !== undefined &&
    event.screenX === last.screenX &&
    event.screenY === last.screenY &&
    event.clientX === last.clientX &&
    event.clientY === last.clientY &&
    event.buttons === last.buttons
  )
}
