/**
 * The elements that carry cards: alone in the page's tree, only while a card shows, each with a
 * closed shadow root, in the top layer so that nothing of the page covers it. At most one is open
 * and one pinned.
 */
import { CARD_ELEMENT } from '../core/card/card-life.ts'
import type { Rectangle } from '../core/card/place-card.ts'
import { guardCard } from './card-guard.ts'
import { guardClicks, type ClickGuard } from './click-guard.ts'
import { deepActiveElement, focusableIn, focusAfter } from './focus.ts'
import { fits, focusOn, isInPage, parentElementOf } from './form-safe.ts'
import { createHostRules, type HostRules } from './host-rules.ts'
import { createOwnElement } from './own-element.ts'
import { hideHost, keepInView, placeHost, type Anchor } from './place-host.ts'
import type { ShadowRootOf } from './shadow-roots.ts'
import { topParentOf } from './top-parent.ts'

/** A card that can be drawn and that nobody sees yet. */
export type PreparedCard = {
  host: HTMLElement
  root: ShadowRoot
  rules: HostRules
  guard: ClickGuard
  /** Moves the focus into it; who draws it elsewhere than in its root sets another way. */
  enter: (quietly?: boolean) => void
  /** Aborts when the card is gone. */
  life: AbortSignal
  /** Puts it into the page; who draws it where a move is felt sets another way. */
  moveTo: (parent: Element) => void
  /** Has it stand in the page out of sight: a frame in it loads nowhere else. */
  waitIn(parent: Element): void
  /** Takes it away, wherever it stands. */
  drop(): void
}

export type CardSlot = 'open' | 'pinned'

export type CardHost = {
  /** A card to be drawn ahead of time, so that it only has to be put in its place. */
  prepare(): PreparedCard
  /** Shows a card at a mention in `owner`, in place of any other that is not pinned. */
  open(owner: Element, anchor: Anchor, card: PreparedCard): void
  /** Closes the open card; the focus, if it was inside, goes back to where it came from. */
  close(): void
  /** The open card stays from now on, in place of one that was pinned before. */
  pin(): void
  unpin(): void
  /** Which card an event's target is. */
  slotAt(target: EventTarget | null): CardSlot | undefined
  /** Whether a place lies in the gap between the open card and its mention. */
  isNear(x: number, y: number): boolean
  /** Moves the focus into a card, `quietly` for who uses a pointer; `false` where there is none. */
  focus(slot: CardSlot, quietly?: boolean): boolean
  /** Which card holds the focus, and whether nothing follows (or precedes) it there. */
  focused(backwards: boolean): { slot: CardSlot; isLast: boolean } | undefined
  /** Gives the focus back to where it came from, if a card holds it, or to what follows there. */
  returnFocus(onwards?: boolean): void
  hasPinned(): boolean
  /** Moves a pinned card back into view, and above whatever came into the top layer since. */
  raisePinned(): void
  /**
   * The focus went to an element. Outside a modal dialog everything is inert: a pinned card follows
   * the focus into it. Answers whether the open card is left outside.
   */
  followFocus(to: Element): boolean
}

type Held = PreparedCard & {
  bridge: Rectangle
  area: Rectangle
  cameFrom: HTMLElement | undefined
  end(): void
}

export function createCardHost(shadowRootOf: ShadowRootOf): CardHost {
  const cards: Partial<Record<CardSlot, Held>> = {}
  const slots: CardSlot[] = ['open', 'pinned']
  const end = (slot: CardSlot) => {
    cards[slot]?.end()
    delete cards[slot]
  }
  const slotAt = (target: EventTarget | null) => slots.find((it) => cards[it]?.host === target)
  const focusedSlot = () => slots.find((it) => cards[it]?.root.activeElement)
  return {
    prepare: () => prepareCard(shadowRootOf),
    open: (owner, anchor, card) => {
      end('open')
      cards.open = openCard(owner, anchor, card, cards.pinned?.area)
    },
    close: () => end('open'),
    pin: () => {
      if (!cards.open) return
      end('pinned')
      cards.pinned = cards.open
      delete cards.open
    },
    unpin: () => end('pinned'),
    hasPinned: () => cards.pinned?.host.isConnected ?? false,
    slotAt,
    isNear: (x, y) => cards.open !== undefined && isIn(cards.open.bridge, x, y),
    focus: (slot, quietly) => {
      const card = cards[slot]
      if (!card) return false
      card.cameFrom ??= deepActiveElement()
      card.enter(quietly)
      return true
    },
    focused: (backwards) => {
      const slot = focusedSlot()
      const card = slot && cards[slot]
      if (!slot || !card) return undefined
      const all = focusableIn(card.root)
      const last = backwards ? all.at(0) : all.at(-1)
      const { activeElement } = card.root
      const isBox = activeElement?.classList.contains('card') ?? false
      return { slot, isLast: activeElement === last || (backwards && isBox) }
    },
    returnFocus: (onwards) => {
      const slot = focusedSlot()
      const from = slot && cards[slot]?.cameFrom
      if (slot) giveBack(cards[slot])
      if (slot && onwards) focusAfter(from)
    },
    raisePinned: () => raise(cards.pinned),
    followFocus: (to) => {
      const modal = topParentOf(to)
      if (modal === document.documentElement) return false
      if (cards.pinned && cards.pinned.host.parentNode !== modal) raise(cards.pinned, modal)
      return cards.open !== undefined && cards.open.host.parentNode !== modal
    },
  }
}

/** Puts a pinned card on top of the top layer, with its scroll and its focus as they were. */
function raise(card: Held | undefined, into = topPlaceFor(card)): void {
  if (!card) return
  const { host, root, rules } = card
  const { activeElement } = root
  const body = root.querySelector('.body')
  const scrolled = body?.scrollTop ?? 0
  if (host.matches(':popover-open')) host.hidePopover()
  if (host.parentNode !== into) card.moveTo(into)
  host.showPopover()
  body?.scrollTo({ top: scrolled, behavior: 'instant' })
  if (activeElement instanceof HTMLElement) focusOn(activeElement, { preventScroll: true })
  card.area = keepInView(host, rules)
  // A dialog that closes hides all that stands in it.
  if (into !== document.documentElement)
    into.addEventListener('close', () => host.isConnected && raise(card), { once: true })
}

/** In the full-screen element or the modal dialog that is on top, or else in the root element. */
function topPlaceFor(card: Held | undefined): Element {
  const home = card && parentElementOf(card.host)
  if (document.fullscreenElement) return topParentOf(document.fullscreenElement)
  if (home && fits(home, ':modal')) return home
  return [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.documentElement
}

function prepareCard(shadowRootOf: ShadowRootOf): PreparedCard {
  const { host, root } = createOwnElement(CARD_ELEMENT)
  host.setAttribute('popover', 'manual')
  guardCard(host, () => root.querySelector('.body'))
  const rules = createHostRules(root)
  const life = new AbortController()
  return {
    host,
    root,
    rules,
    guard: guardClicks(host, root, shadowRootOf),
    enter: () => root.querySelector<HTMLElement>('.card')?.focus({ preventScroll: true }),
    life: life.signal,
    moveTo: (parent) => parent.append(host),
    waitIn: (parent) => hideHost(host, rules, parent),
    drop: () => {
      life.abort()
      host.remove()
    },
  }
}

function openCard(owner: Element, anchor: Anchor, prepared: PreparedCard, avoid?: Rectangle): Held {
  const { root, guard } = prepared
  const area = placeHost(prepared, topParentOf(owner), anchor, avoid)
  guard.shown()
  const card: Held = {
    ...prepared,
    area,
    bridge: bridgeBetween(anchor.lines, area),
    cameFrom: undefined,
    end: () => {
      if (root.activeElement) giveBack(card)
      prepared.drop()
    },
  }
  return card
}

function giveBack(card: Held | undefined): void {
  const { root, cameFrom } = card ?? {}
  if (root?.activeElement instanceof HTMLElement) root.activeElement.blur()
  if (cameFrom && isInPage(cameFrom)) focusOn(cameFrom, { preventScroll: true })
  if (card) card.cameFrom = undefined
}

/** The strip between the mention and the card, as wide as the card. */
function bridgeBetween(lines: Rectangle[], card: Rectangle): Rectangle {
  const top = Math.min(...lines.map((line) => line.top))
  const bottom = Math.max(...lines.map((line) => line.top + line.height))
  const isBelow = card.top >= bottom
  const [from, to] = isBelow ? [bottom, card.top] : [card.top + card.height, top]
  return { left: card.left, top: from, width: card.width, height: Math.max(0, to - from) }
}

function isIn({ left, top, width, height }: Rectangle, x: number, y: number): boolean {
  return x >= left && x <= left + width && y >= top && y <= top + height
}
