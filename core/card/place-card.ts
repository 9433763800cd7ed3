/** Card width in px. Px, not rem: pages set their root font size to anything. */
export const CARD_WIDTH = 360
/** Distance from the mention, from the viewport's edges and from a pinned card, in px. */
export const CARD_GAP = 8
/** At most this share of the viewport's height. */
export const CARD_HEIGHT_SHARE = 0.6
/** Narrower than this, in px, a line of text is hard to read: under a pinch zoom the card shrinks
 * as a whole instead. */
const READABLE_WIDTH = 280

/** Less tall than this, in px, and a card rather covers a pinned one. */
const READABLE_HEIGHT = 180

/** In px of the layout viewport. */
export type Rectangle = { left: number; top: number; width: number; height: number }

export type CardPlace = {
  left: number
  width: number
  maxHeight: number
  /** By which the card is drawn smaller; 1 but under a pinch zoom. */
  scale: number
} & (
  | { side: 'below'; /** Of the card's upper edge. */ top: number }
  | { side: 'above'; /** Of the card's lower edge, from the viewport's top. */ bottom: number }
)

export type PlaceRequest = {
  /** The mention's lines, one at least. */
  lines: Rectangle[]
  /** What the reader sees: the visual viewport. */
  viewport: Rectangle
  /** How tall the card would be if it might, at a given width. */
  naturalHeight: number
  /** The text around the mention runs from right to left. */
  rtl: boolean
  /** A pinned card, not to be covered where that can be helped. */
  avoid?: Rectangle
}

/** How wide the card will be, and by which it will be scaled, in a viewport. */
export function sizeCard(viewport: Rectangle): { width: number; scale: number } {
  const room = viewport.width - 2 * CARD_GAP
  if (room >= READABLE_WIDTH) return { width: Math.min(CARD_WIDTH, room), scale: 1 }
  return { width: READABLE_WIDTH, scale: Math.max(0.1, room / READABLE_WIDTH) }
}

/**
 * Where the card stands: below the mention's last line where it fits, else above the first, else on
 * the roomier side; never over the lines, never beyond an edge, beside a pinned card where there is
 * room.
 */
export function placeCard(request: PlaceRequest): CardPlace {
  const sides = [belowPlace(request), abovePlace(request)]
  const free = sides.filter((place) => !coversPinned(place, request))
  const fitting = (places: CardPlace[]) =>
    places.find((place) => heightIn(place, request) <= place.maxHeight)
  return (
    fitting(free) ??
    free.find((place) => place.maxHeight * place.scale >= READABLE_HEIGHT) ??
    fitting(sides) ??
    sides.reduce((best, place) => (place.maxHeight > best.maxHeight ? place : best))
  )
}

function belowPlace(request: PlaceRequest): CardPlace {
  const { lines, viewport } = request
  const top = Math.max(...lines.map((line) => line.top + line.height)) + CARD_GAP
  const room = viewport.top + viewport.height - CARD_GAP - top
  const place = { side: 'below' as const, top, ...placeAcross(request, room) }
  return besidePinned(place, request)
}

function abovePlace(request: PlaceRequest): CardPlace {
  const { lines, viewport } = request
  const bottom = Math.min(...lines.map((line) => line.top)) - CARD_GAP
  const room = bottom - viewport.top - CARD_GAP
  const place = { side: 'above' as const, bottom, ...placeAcross(request, room) }
  return besidePinned(place, request)
}

/** At the mention's start, as far as the edges allow. */
function placeAcross({ lines, viewport, rtl }: PlaceRequest, room: number) {
  const { width, scale } = sizeCard(viewport)
  const [first] = lines
  const start = first ? (rtl ? first.left + first.width - width * scale : first.left) : 0
  const most = viewport.height * CARD_HEIGHT_SHARE
  return {
    left: clampAcross(start, width * scale, viewport),
    width,
    scale,
    maxHeight: Math.max(0, Math.min(most, room)) / scale,
  }
}

function clampAcross(left: number, width: number, viewport: Rectangle): number {
  const last = viewport.left + viewport.width - CARD_GAP - width
  return Math.max(viewport.left + CARD_GAP, Math.min(left, last))
}

/** Shifts a place to the nearer side of the pinned card, where one of its sides has room. */
function besidePinned(place: CardPlace, request: PlaceRequest): CardPlace {
  const { avoid, viewport } = request
  if (!avoid || !coversPinned(place, request)) return place
  const width = place.width * place.scale
  return (
    [avoid.left - CARD_GAP - width, avoid.left + avoid.width + CARD_GAP]
      .filter((left) => left === clampAcross(left, width, viewport))
      .toSorted((a, b) => Math.abs(a - place.left) - Math.abs(b - place.left))
      .map((left) => ({ ...place, left }))[0] ?? place
  )
}

function heightIn(place: CardPlace, { naturalHeight, viewport }: PlaceRequest): number {
  return Math.min(naturalHeight, (viewport.height * CARD_HEIGHT_SHARE) / place.scale)
}

/** What the card takes up at a place, in the viewport's px. */
export function rectangleAt(place: CardPlace, naturalHeight: number): Rectangle {
  const height = Math.min(naturalHeight, place.maxHeight) * place.scale
  const top = place.side === 'below' ? place.top : place.bottom - height
  return { left: place.left, top, width: place.width * place.scale, height }
}

function coversPinned(place: CardPlace, { avoid, naturalHeight }: PlaceRequest): boolean {
  if (!avoid) return false
  const mine = rectangleAt(place, naturalHeight)
  return (
    mine.left < avoid.left + avoid.width &&
    avoid.left < mine.left + mine.width &&
    mine.top < avoid.top + avoid.height &&
    avoid.top < mine.top + mine.height
  )
}
