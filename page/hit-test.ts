import { isInPage, treeOf } from './form-safe.ts'
import { linesOf } from './mention-lines.ts'
import type { PageEngine } from './page-engine.ts'
import type { PageMention } from './placement.ts'
import { mayHost, type ShadowRootOf } from './shadow-roots.ts'

/** A mark's edge is forgiving by this many px. */
const EDGE = 2

/** Where a pointer is: the innermost element under it, and px of the viewport. */
export type Spot = { element: Element | undefined; x: number; y: number }

/** Must be read while the event is on its way: afterwards its path is empty. */
export function spotOf(event: PointerEvent | MouseEvent): Spot {
  const [target] = event.composedPath()
  return {
    element: target instanceof Element ? target : undefined,
    x: event.clientX,
    y: event.clientY,
  }
}

export type HitTest = {
  /** The cheap question, which asks nothing of the layout: may a mention be here at all? */
  mayHit(spot: Spot): boolean
  /** The mention at a spot. */
  mentionAt(spot: Spot): PageMention | undefined
}

export function createHitTest(engine: PageEngine, shadowRootOf: ShadowRootOf): HitTest {
  // Of what happens in a closed tree, only its host hears.
  const closedRootOf = (element: Element) =>
    !mayHost(element) || element.shadowRoot ? undefined : shadowRootOf(element)
  const innermost = (element: Element, x: number, y: number): Element => {
    const inner = closedRootOf(element)?.elementFromPoint(x, y)
    return inner && inner !== element ? innermost(inner, x, y) : element
  }
  return {
    mayHit: ({ element }) =>
      element !== undefined && (engine.hasMention(element) || closedRootOf(element) !== undefined),
    mentionAt: (spot) => {
      const { element, x, y } = spot
      if (!element || !isInPage(element)) return undefined
      const inner = innermost(element, x, y)
      if (!engine.hasMention(inner) && !engine.hasMention(element)) return undefined
      const mention = mentionAtPoint(engine, x, y, rootsAround(inner))
      return mention && linesOf(mention).some((line) => isInside(line, spot)) ? mention : undefined
    },
  }
}

/** The caret's place is the nearest one, even far away from the text. */
function mentionAtPoint(engine: PageEngine, x: number, y: number, shadowRoots: ShadowRoot[]) {
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots })
  return caret ? engine.at(caret.offsetNode, caret.offset) : undefined
}

/** The shadow roots that an element stands in: without them the caret's place ends at the host. */
function rootsAround(element: Element): ShadowRoot[] {
  const root = treeOf(element)
  return root instanceof ShadowRoot ? [root, ...rootsAround(root.host)] : []
}

function isInside(line: DOMRect, { x, y }: Spot): boolean {
  return (
    x >= line.left - EDGE &&
    x <= line.right + EDGE &&
    y >= line.top - EDGE &&
    y <= line.bottom + EDGE
  )
}
