import { startHover, stepHover } from '../core/card/hover.ts'
import type { HoverOrder, HoverSignal } from '../core/card/hover-state.ts'
import { afterFrame } from './after-frame.ts'
import type { CardHost, CardSlot } from './card-host.ts'
import { mentionAtCaret, type CurrentMention } from './current-mention.ts'
import { answersCommands, isOnlyFrame } from './focus.ts'
import { createHitTest } from './hit-test.ts'
import { linesOf } from './mention-lines.ts'
import type { PageEngine } from './page-engine.ts'
import type { PageMention } from './placement.ts'
import { createTimers } from './timers.ts'
import type { ShadowRootOf } from './shadow-roots.ts'
import { watchInterruptions } from './watch-interruptions.ts'
import { watchKeys } from './watch-keys.ts'
import { watchMouse } from './watch-mouse.ts'
import { watchTaps } from './watch-taps.ts'

type Sign<Answer> = HoverSignal<number, Answer>

/** What the hover drives: the lookup and the cards. */
export type CardDriver<Answer> = Pick<
  CardHost,
  | 'pin'
  | 'unpin'
  | 'hasPinned'
  | 'isNear'
  | 'focus'
  | 'focused'
  | 'returnFocus'
  | 'raisePinned'
  | 'followFocus'
> & {
  /** `undefined`: there is nothing to show, and no card opens. */
  find(mention: PageMention): Promise<Answer | undefined>
  show(mention: PageMention, answer: Answer, lines: DOMRect[], how: ShowOptions): void
  hide(): void
  /** Nothing is looked for any more: what was found and not shown can go. */
  drop(): void
  /** Which card an event's target is. */
  cardAt(target: EventTarget | null): CardSlot | undefined
  /** Tells of what happens in a card that stands in a frame: its events reach no listener here. */
  hear(told: (sign: FramedSign) => void): void
}

/**
 * In a framed card: Escape, the chord, Tab beyond its last button or (`back`) before its first, or the
 * mouse that has left it.
 */
export type FramedSign = 'escape' | 'chord' | 'on' | 'back' | 'left'

export type ShowOptions = {
  /** It was asked for by key or tap, not by a pointer that rests. */
  asked: boolean
  pin(): void
  /** Closes this card, open or pinned. */
  close(): void
}

export type Hover = {
  /** Goes to the next (1) or previous (-1) mention, if commands are for this frame. */
  step(by: 1 | -1): void
  /** Stepping has come to this frame: takes the focus; `false` where no mention is. */
  enter(by: 1 | -1): boolean
  /** Opens the card as the chord does, if commands are for this frame. */
  ask(): void
  /** The page's mentions have changed: what shows may have lost its place. */
  pageChanged(): void
}

export type Around = {
  current: CurrentMention
  /** Goes on to the tab's next frame with mentions, or comes back to this one. */
  leave(by: 1 | -1): void
  shadowRootOf: ShadowRootOf
}

/** Watches pointer, fingers and keys, and shows and hides cards, until `signal` ends it. */
export function watchHover<Answer>(
  engine: PageEngine,
  card: CardDriver<Answer>,
  { current, leave, shadowRootOf }: Around,
  signal: AbortSignal,
): Hover {
  // Mentions go by their ids: a page that changes makes new objects for the same mark.
  let state = startHover<number, Answer>()
  const timers = createTimers(signal)
  let shownAt: DOMRect[] = []
  const send = (sign: Sign<Answer>) => {
    if (signal.aborted) return
    // A page that throws away what it does not know leaves the mention free for another card.
    if (state.pinned !== undefined && !card.hasPinned())
      state = stepHover(state, { type: 'unpin' })[0]
    const [next, orders] = stepHover(state, sign)
    state = next
    orders.forEach(obey)
    if (state.name === 'idle') card.drop()
  }
  const obey = (order: HoverOrder<number, Answer>) => {
    if (order.type === 'hide') hide()
    else if (order.type === 'pin') card.pin()
    else if (order.type === 'unpin') card.unpin()
    else if (order.type === 'show') show(order.mention, order.answer)
    else if (order.type === 'find') find(order.mention, order.token)
    else timers.start(() => send({ type: order.timer, token: order.token }), order.ms)
  }
  const show = (id: number, answer: Answer) => {
    const mention = engine.get(id)
    shownAt = mention ? linesOf(mention) : []
    if (!mention || shownAt.length === 0) return dismiss()
    const asked = state.name === 'shown' && state.asked
    card.show(mention, answer, shownAt, { asked, pin, close: () => closeOf(id) })
    // A document that is no HTML has no body.
    shifts.observe(document.querySelector('body') ?? document.documentElement)
  }
  const hide = () => {
    shifts.disconnect()
    card.hide()
  }
  const find = (id: number, token: number) => {
    const mention = engine.get(id)
    if (!mention) return send({ type: 'nothing', token })
    card.find(mention).then(
      (answer) =>
        send(answer === undefined ? { type: 'nothing', token } : { type: 'answer', token, answer }),
      // The background is gone (the extension was updated or removed): no card, and no noise.
      () => send({ type: 'nothing', token }),
    )
  }
  const pin = () => send({ type: 'pin' })
  const dismiss = () => send({ type: 'dismiss' })
  const closeOf = (id: number) => send({ type: state.pinned === id ? 'unpin' : 'dismiss' })
  const open = (mention: number) => send({ type: 'open', mention })
  const shown = () => (state.name === 'shown' || state.name === 'leaving' ? state : undefined)

  const busy = () => {
    send({ type: 'busy' })
    if (!shown()) mouse.forget()
  }
  const request = () => {
    if (shown()) return card.focus('open')
    const mention = current.get() ?? mentionAtCaret(engine)
    if (!mention) return false
    if (mention.id === state.pinned) return card.focus('pinned')
    open(mention.id)
    return true
  }
  const escape = () => {
    const focused = card.focused(false)?.slot
    if (focused === 'pinned') send({ type: 'unpin' })
    else if (shown()) dismiss()
    else if (state.pinned !== undefined) send({ type: 'unpin' })
    else if (current.get()) current.clear()
    else if (state.name === 'loading' && state.asked) dismiss()
    else {
      busy()
      return false
    }
    return true
  }
  const scrolled = () => {
    busy()
    if (shown()) afterFrame(() => hasMoved() && dismiss())
  }
  // What loads late above a mention moves it away from its card.
  const shifts = new ResizeObserver(() => shown() && hasMoved() && dismiss())
  const hasMoved = () => {
    const id = shown()?.mention
    const mention = id === undefined ? undefined : engine.get(id)
    const [now, before] = [mention && linesOf(mention)[0], shownAt[0]]
    return !now || !before || Math.abs(now.top - before.top) + Math.abs(now.left - before.left) > 2
  }

  const hits = createHitTest(engine, shadowRootOf)
  const mouse = watchMouse(hits, card, send, signal)
  watchTaps(hits, card, { open, close: dismiss }, signal)
  const openCard = () => {
    const it = shown()
    return it && { byKey: it.asked }
  }
  watchKeys(card, { openCard, request, escape, typed: busy }, signal)
  card.hear((sign) => {
    if (signal.aborted) return
    if (sign === 'escape') escape()
    else if (sign === 'chord') request()
    else if (sign === 'left') mouse.leave()
    else card.returnFocus(sign === 'on')
  })
  const leavePage = () => {
    dismiss()
    send({ type: 'unpin' })
  }
  watchInterruptions(card, { dismiss, busy, scrolled, leavePage }, signal)
  signal.addEventListener('abort', () => {
    hide()
    card.drop()
    card.unpin()
  })
  return {
    ask: () => {
      if (answersCommands() || shown()) request()
    },
    step: (by) => {
      if (!answersCommands()) return
      dismiss()
      if (current.step(by)) return
      if (isOnlyFrame()) return void current.enter(by)
      current.clear()
      leave(by)
    },
    enter: (by) => {
      dismiss()
      if (!current.enter(by)) return false
      window.focus()
      return true
    },
    pageChanged: () => {
      current.refresh()
      const it = shown()
      if (it && !engine.get(it.mention)) dismiss()
    },
  }
}
