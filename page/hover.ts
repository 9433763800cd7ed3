import { startHover, stepHover, type HoverOrder, type HoverSignal } from '../core/hover.ts'
import type { PageEngine } from './page-engine.ts'
import type { PageMention } from './placement.ts'

/**
 * Faster than this, in px per ms, and the pointer is on its way elsewhere: the rest begins anew.
 * A hand that reads along a line moves at about a third of it.
 */
const HURRY_SPEED = 0.5
/** A mark's edge is forgiving by this many px. */
const EDGE = 2

type Sign<Answer> = HoverSignal<number, Answer>

/** What the hover drives: the lookup and the card. */
export type CardDriver<Answer> = {
  /** `undefined`: there is nothing to show, and no card opens. */
  find(mention: PageMention): Promise<Answer | undefined>
  show(mention: PageMention, answer: Answer, lines: DOMRect[]): void
  hide(): void
  /** Whether an event's target is the card. */
  isCard(target: EventTarget | null): boolean
}

export type Hover = {
  /** Closes the card, or keeps it from opening. */
  dismiss(): void
}

/** Watches the pointer and the keys, and shows and hides the card, until `signal` ends it. */
export function watchHover<Answer>(
  engine: PageEngine,
  card: CardDriver<Answer>,
  signal: AbortSignal,
): Hover {
  // Mentions go by their ids: a page that changes makes new objects for the same mark.
  let state = startHover<number, Answer>()
  const send = (sign: Sign<Answer>) => {
    const [next, orders] = stepHover(state, sign)
    state = next
    orders.forEach(obey)
  }
  const obey = (order: HoverOrder<number, Answer>) => {
    if (order.type === 'hide') card.hide()
    else if (order.type === 'show') show(order.mention, order.answer)
    else if (order.type === 'wait') after(order.ms, { type: order.timer, token: order.token })
    else find(order.mention, order.token)
  }
  const show = (id: number, answer: Answer) => {
    const mention = engine.get(id)
    const lines = mention ? linesOf(mention) : []
    if (mention && lines.length > 0) card.show(mention, answer, lines)
    else dismiss()
  }
  const after = (ms: number, sign: Sign<Answer>) =>
    setTimeout(() => signal.aborted || send(sign), ms)
  const find = (id: number, token: number) => {
    const mention = engine.get(id)
    if (!mention) return dismiss()
    card.find(mention).then(
      (answer) => {
        if (signal.aborted) return
        if (answer === undefined) dismiss()
        else send({ type: 'answer', token, answer })
      },
      // The background is gone (the extension was updated or removed): no card, and no noise.
      () => signal.aborted || dismiss(),
    )
  }
  const dismiss = () => send({ type: 'dismiss' })

  watchPointer(engine, card, send, signal)
  watchDismissal(card, () => state.name === 'shown' || state.name === 'leaving', dismiss, signal)
  signal.addEventListener('abort', () => card.hide())
  return { dismiss }
}

function watchPointer<Answer>(
  engine: PageEngine,
  card: CardDriver<Answer>,
  send: (sign: Sign<Answer>) => void,
  signal: AbortSignal,
): void {
  let under: number | 'card' | undefined
  let last: { x: number; y: number; time: number } | undefined
  const move = (event: PointerEvent) => {
    if (event.pointerType === 'touch') return
    const speed = last && speedBetween(last, event)
    last = { x: event.clientX, y: event.clientY, time: event.timeStamp }
    const now = findUnder(event)
    if (now === 'card') {
      if (under !== 'card') send({ type: 'over-card' })
    } else if (now !== undefined) {
      if (now !== under) send({ type: 'over', mention: now })
      else if (speed !== undefined && speed > HURRY_SPEED) send({ type: 'hurry' })
    } else if (under !== undefined) send({ type: 'away' })
    under = now
  }
  const findUnder = (event: PointerEvent): number | 'card' | undefined => {
    if (card.isCard(event.target)) return 'card'
    // A held button selects or drags: not the time for a card.
    return event.buttons === 0 ? hitTest(engine, event)?.id : undefined
  }
  const leave = () => {
    if (under !== undefined) send({ type: 'away' })
    under = undefined
  }
  const options = { passive: true, capture: true, signal }
  document.addEventListener('pointermove', move, options)
  document.documentElement.addEventListener('pointerleave', leave, { passive: true, signal })
}

function watchDismissal<Answer>(
  card: CardDriver<Answer>,
  isOpen: () => boolean,
  dismiss: () => void,
  signal: AbortSignal,
): void {
  const outside = (event: Event) => {
    if (!card.isCard(event.target)) dismiss()
  }
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen()) return
    // The key closed the card: a dialog of the page must not take it too.
    event.preventDefault()
    event.stopPropagation()
    dismiss()
  }
  const options = { capture: true, signal }
  document.addEventListener('keydown', escape, options)
  document.addEventListener('pointerdown', outside, { ...options, passive: true })
  document.addEventListener('scroll', outside, { ...options, passive: true })
  window.addEventListener('resize', dismiss, { signal })
  window.addEventListener('pagehide', dismiss, { signal })
}

function speedBetween(from: { x: number; y: number; time: number }, to: PointerEvent): number {
  const distance = Math.hypot(to.clientX - from.x, to.clientY - from.y)
  return distance / Math.max(1, to.timeStamp - from.time)
}

/**
 * The mention under the pointer. The cheap question comes first: does the element hold one at all?
 * The caret's place is the nearest one, even far away from the text, hence the rectangles at last.
 */
function hitTest(engine: PageEngine, event: PointerEvent): PageMention | undefined {
  const [target] = event.composedPath()
  if (!(target instanceof Element) || !engine.hasMention(target)) return undefined
  const caret = document.caretPositionFromPoint(event.clientX, event.clientY)
  const mention = caret && engine.at(caret.offsetNode, caret.offset)
  return mention && linesOf(mention).some((line) => isInside(line, event)) ? mention : undefined
}

function holdsOffset(node: Node, offset: number): boolean {
  return node.isConnected && node instanceof Text && offset <= node.length
}

function isInside(line: DOMRect, { clientX, clientY }: PointerEvent): boolean {
  return (
    clientX >= line.left - EDGE &&
    clientX <= line.right + EDGE &&
    clientY >= line.top - EDGE &&
    clientY <= line.bottom + EDGE
  )
}

/** A mention's rectangles in the viewport, one a line; none where its text has just changed. */
function linesOf({ range }: PageMention): DOMRect[] {
  if (!holdsOffset(range.startContainer, range.startOffset)) return []
  if (!holdsOffset(range.endContainer, range.endOffset)) return []
  const live = document.createRange()
  live.setStart(range.startContainer, range.startOffset)
  live.setEnd(range.endContainer, range.endOffset)
  return [...live.getClientRects()]
}
