/**
 * The elements that carry cards: alone in the page's tree, only while a card shows, each with a
 * closed shadow root, in the top layer so that nothing of the page covers it. At most one is open
 * and one pinned.
 */
import type { Rectangle } from '../core/card/place-card.ts'
import { guardCard } from './card-guard.ts'
import { deepActiveElement, focusableIn } from './focus.ts'
import { keepInView, placeHost, type Anchor } from './place-host.ts'
import { topParentOf } from './top-parent.ts'

export const CARD_ELEMENT = 'source-context-card'

/** Fills the card's shadow root; answers how to empty it again. */
export type MountCard = (root: ShadowRoot) => () => void

/** A card that is drawn and not yet in the page; dropped, it leaves nothing behind. */
export type PreparedCard = { host: HTMLElement; root: ShadowRoot; unmount: () => void }

export type CardSlot = 'open' | 'pinned'

export type CardHost = {
  /** Draws a card ahead of time, so that it only has to be put in its place. */
  prepare(mount: MountCard): PreparedCard
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
  /** Moves the focus into a card; `false` where there is none. */
  focus(slot: CardSlot): boolean
  /** Which card holds the focus, and whether nothing follows (or precedes) it there. */
  focused(backwards: boolean): { slot: CardSlot; isLast: boolean } | undefined
  /** Gives the focus back to where it came from, if a card holds it. */
  returnFocus(): void
  /** Moves a pinned card back into view, and above whatever came into the top layer since. */
  raisePinned(): void
}

type Held = {
  host: HTMLElement
  root: ShadowRoot
  bridge: Rectangle
  area: Rectangle
  cameFrom: HTMLElement | undefined
  end(): void
}

export function createCardHost(): CardHost {
  const cards: Partial<Record<CardSlot, Held>> = {}
  const slots: CardSlot[] = ['open', 'pinned']
  const end = (slot: CardSlot) => {
    cards[slot]?.end()
    delete cards[slot]
  }
  const slotAt = (target: EventTarget | null) => slots.find((it) => cards[it]?.host === target)
  const focusedSlot = () => slots.find((it) => cards[it]?.root.activeElement)
  return {
    prepare: prepareCard,
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
    slotAt,
    isNear: (x, y) => cards.open !== undefined && isIn(cards.open.bridge, x, y),
    focus: (slot) => {
      const card = cards[slot]
      if (!card) return false
      card.cameFrom ??= deepActiveElement()
      card.root.querySelector<HTMLElement>('.card')?.focus({ preventScroll: true })
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
    returnFocus: () => {
      const slot = focusedSlot()
      if (slot) giveBack(cards[slot])
    },
    raisePinned: () => {
      const card = cards.pinned
      if (!card) return
      topParentOf(document.fullscreenElement ?? document.documentElement).append(card.host)
      card.host.showPopover()
      card.area = keepInView(card.host)
    },
  }
}

function prepareCard(mount: MountCard): PreparedCard {
  const host = document.createElement(CARD_ELEMENT)
  host.setAttribute('popover', 'manual')
  const root = host.attachShadow({ mode: 'closed' })
  guardCard(host, () => root.querySelector('.body'))
  return { host, root, unmount: mount(root) }
}

function openCard(
  owner: Element,
  anchor: Anchor,
  { host, root, unmount }: PreparedCard,
  avoid?: Rectangle,
): Held {
  topParentOf(owner).append(host)
  host.showPopover()
  const area = placeHost(host, anchor, avoid)
  const card: Held = {
    host,
    root,
    area,
    bridge: bridgeBetween(anchor.lines, area),
    cameFrom: undefined,
    end: () => {
      if (root.activeElement) giveBack(card)
      unmount()
      host.remove()
    },
  }
  return card
}

function giveBack(card: Held | undefined): void {
  const { root, cameFrom } = card ?? {}
  if (root?.activeElement instanceof HTMLElement) root.activeElement.blur()
  if (cameFrom?.isConnected) cameFrom.focus({ preventScroll: true })
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
