import { findShadowRoots, searchFor, type ShadowRootOf } from './shadow-roots.ts'

/**
 * Whether something in the page may lie over a card without catching the clicks on it. What came into
 * the top layer later lies over it; where that lets pointers through, the browser's own hit test does
 * not tell. Which came later is not to be had either, so what may do so counts.
 */
export function isVeiled(host: HTMLElement, shadowRootOf: ShadowRootOf): boolean {
  if (document.querySelector(whereKnown(':active-view-transition'))) return true
  if (isRootBlurred(getComputedStyle(document.documentElement))) return true
  const area = host.getBoundingClientRect()
  const roots = searchFor(findShadowRoots(document.documentElement, shadowRootOf), Infinity) ?? []
  return [document, ...roots]
    .flatMap((tree) => [...tree.querySelectorAll(':popover-open')])
    .some((it) => it !== host && !isOurs(it) && mayVeil(it, area, shadowRootOf))
}

/** Filters with which a card can still be read: pages are made dark with them. */
const LEGIBLE =
  /^(none|((invert\((0\.9\d*|1)\)|hue-rotate\([^)]*\)|grayscale\([^)]*\)|sepia\([^)]*\)) ?)+)$/

/** What the root element does to itself, browsers do to the top layer too. */
function isRootBlurred({ filter, opacity, mixBlendMode }: CSSStyleDeclaration): boolean {
  return !LEGIBLE.test(filter) || Number(opacity) < 0.5 || mixBlendMode !== 'normal'
}

/** A selector that a browser does not know finds nothing in a forgiving list. */
function whereKnown(selector: string): string {
  return `:is(${selector})`
}

function isOurs({ localName }: Element): boolean {
  return localName.startsWith('source-context-')
}

function mayVeil(popover: Element, area: DOMRect, shadowRootOf: ShadowRootOf): boolean {
  const backdrop = getComputedStyle(popover, '::backdrop')
  if (isPainted(backdrop)) return true
  return [...partsOf(popover, shadowRootOf)].some((part) => letsThrough(part, area))
}

function isPainted({ display, backgroundColor, backgroundImage, content }: CSSStyleDeclaration) {
  const isClear = /^(transparent|rgba\(.*, 0\))$/.test(backgroundColor)
  const isEmpty = content === 'none' || content === 'normal' || content === ''
  return display !== 'none' && !(isClear && backgroundImage === 'none' && isEmpty)
}

/** An element with all that it shows, shadow trees included. */
function* partsOf(root: Element, shadowRootOf: ShadowRootOf): Generator<Element, void> {
  yield root
  const inner = findShadowRoots(root, shadowRootOf)
  for (const tree of [root, ...(searchFor(inner, Infinity) ?? [])])
    yield* tree.querySelectorAll('*')
}

/** Pseudo-elements stand where they like: their element's place tells nothing of theirs. */
function letsThrough(part: Element, area: DOMRect): boolean {
  const hasGhost = ['::before', '::after'].some((pseudo) => {
    const { content, pointerEvents } = getComputedStyle(part, pseudo)
    return content !== 'none' && content !== 'normal' && pointerEvents === 'none'
  })
  if (hasGhost) return true
  return (
    getComputedStyle(part).pointerEvents === 'none' &&
    [...part.getClientRects()].some((box) => meets(box, area))
  )
}

function meets(one: DOMRect, other: DOMRect): boolean {
  return (
    one.left < other.right &&
    one.right > other.left &&
    one.top < other.bottom &&
    one.bottom > other.top
  )
}
