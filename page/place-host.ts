import { LIFE_PROPERTY } from '../core/card/card-life.ts'
import {
  CARD_HEIGHT_SHARE,
  placeCard,
  rectangleAt,
  sizeCard,
  type CardPlace,
  type Rectangle,
} from '../core/card/place-card.ts'
import type { Scheme } from '../core/card/page-scheme.ts'
import type { HostRules } from './host-rules.ts'

/** Where a card belongs: its mention's lines (px of the viewport) and what is around them. */
export type Anchor = { lines: Rectangle[]; rtl: boolean; scheme: Scheme | undefined }

/** A card's element, what it looks like, and how it is put somewhere. */
type Placed = { host: HTMLElement; rules: HostRules; moveTo: (parent: Element) => void }

/** What every card's element has. */
const RESET: Record<string, string> = {
  all: 'initial',
  direction: 'ltr',
  'unicode-bidi': 'isolate',
  position: 'fixed',
  inset: 'auto',
  margin: '0',
  padding: '0',
  border: '0',
  background: 'none',
  overflow: 'visible',
  display: 'flex',
  'flex-direction': 'column',
  height: 'auto',
  visibility: 'visible',
  'pointer-events': 'auto',
}

/** Out of sight and out of the way, and no reason for the page to scroll. */
const HIDDEN: Record<string, string> = {
  // Whatever stands in it keeps its height.
  display: 'block',
  inset: '0 auto auto 0',
  height: '0px',
  overflow: 'clip',
  visibility: 'hidden',
  'pointer-events': 'none',
}

/** Puts a card into the page, as wide as it will be, where nobody sees or meets it. */
export function hideHost(host: HTMLElement, rules: HostRules, parent: Element): void {
  rules.set({ ...RESET, ...HIDDEN, width: `${sizeCard(readViewport()).width}px` })
  parent.append(host)
}

/** What the reader sees of the page: less than the window under a pinch zoom. */
export function readViewport(): Rectangle {
  const seen = window.visualViewport
  if (!seen) return { left: 0, top: 0, width: innerWidth, height: innerHeight }
  const { offsetLeft: left, offsetTop: top, width, height } = seen
  return { left, top, width, height }
}

/**
 * Puts a card into the page, at its place; answers with the area that it takes up. It is dressed
 * before it is shown, so that the browser styles and lays it out once.
 */
export function placeHost(
  { host, rules, moveTo }: Placed,
  parent: Element,
  anchor: Anchor,
  avoid?: Rectangle,
): Rectangle {
  const viewport = readViewport()
  const { width, scale } = sizeCard(viewport)
  rules.set({
    ...RESET,
    zoom: `${scale / (parent.currentCSSZoom ?? 1)}`,
    'color-scheme': anchor.scheme ?? 'light dark',
    width: `${width}px`,
    left: '0px',
    top: '0px',
  })
  if (host.parentNode !== parent) moveTo(parent)
  host.showPopover()
  const naturalHeight = host.getBoundingClientRect().height / scale
  const { lines, rtl } = anchor
  const request = { lines, rtl, viewport, naturalHeight, ...(avoid && { avoid }) }
  const place = placeCard(request)
  rules.set({ ...rulesFor(place), ...lifeOf(host) })
  settleLowerEdge(host, rules, place)
  return rectangleAt(place, naturalHeight)
}

/** Px of the host's own coordinates, which its scale enlarges again. */
function rulesFor(place: CardPlace): Record<string, string> {
  const px = (length: number) => `${length / place.scale}px`
  const upright =
    place.side === 'below'
      ? { top: px(place.top) }
      : { top: 'auto', bottom: px(innerHeight - place.bottom) }
  return { ...upright, left: px(place.left), 'max-height': `${place.maxHeight}px` }
}

/** Bound to the extension's life where its rule reaches: not into a page's shadow trees. */
function lifeOf(host: HTMLElement): Record<string, string> {
  const isBound = getComputedStyle(host).getPropertyValue(LIFE_PROPERTY) !== ''
  return isBound ? { visibility: `var(${LIFE_PROPERTY}, hidden)` } : {}
}

/** Scroll bars and quirks change what `bottom` is counted from: measured, not guessed. */
function settleLowerEdge(host: HTMLElement, rules: HostRules, place: CardPlace): void {
  if (place.side === 'below') return
  const off = host.getBoundingClientRect().bottom - place.bottom
  if (Math.abs(off) < 0.5) return
  rules.set({ bottom: `${(innerHeight - place.bottom + off) / place.scale}px` })
}

/** Keeps a pinned card where it is, within what the reader sees now. */
export function keepInView(host: HTMLElement, rules: HostRules): Rectangle {
  const viewport = readViewport()
  rules.set({ 'max-height': `${viewport.height * CARD_HEIGHT_SHARE}px` })
  const { left, top, width, height } = host.getBoundingClientRect()
  const within = (at: number, from: number, room: number, size: number) =>
    Math.max(from + 8, Math.min(at, from + room - size - 8))
  const x = within(left, viewport.left, viewport.width, width)
  const y = within(top, viewport.top, viewport.height, height)
  rules.set({ left: `${x}px`, top: `${y}px`, bottom: 'auto' })
  return { left: x, top: y, width, height }
}
