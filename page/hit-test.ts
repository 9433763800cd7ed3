import { linesOf } from './mention-lines.ts'
import type { PageEngine } from './page-engine.ts'
import type { PageMention } from './placement.ts'

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

/** The cheap question, which asks nothing of the layout: may a mention be here at all? */
export function mayHit(engine: PageEngine, { element }: Spot): boolean {
  return element !== undefined && engine.hasMention(element)
}

/**
 * The mention at a spot. The caret's place is the nearest one, even far away from the text, hence
 * the rectangles at last.
 */
export function hitTest(engine: PageEngine, spot: Spot): PageMention | undefined {
  const { element, x, y } = spot
  if (!element?.isConnected || !mayHit(engine, spot)) return undefined
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots: rootsAround(element) })
  const mention = caret && engine.at(caret.offsetNode, caret.offset)
  return mention && linesOf(mention).some((line) => isInside(line, spot)) ? mention : undefined
}

/** The shadow roots that an element stands in: without them the caret's place ends at the host. */
function rootsAround(element: Element): ShadowRoot[] {
  const root = element.getRootNode()
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
