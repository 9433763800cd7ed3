import { isShadowRoot } from './text-blocks.ts'

/** The element whose box shows an element's text: its own, or of what stands around it. */
export function boxOf(element: Element): Element {
  let at = element
  while (getComputedStyle(at).display === 'contents') {
    const next = boxParentOf(at)
    if (!next) break
    at = next
  }
  return at
}

/** Whether text that an element holds can be seen now; it needs no box of its own for that. */
export function isShown(element: Element): boolean {
  if (element.checkVisibility({ visibilityProperty: true })) return true
  const { display, visibility } = getComputedStyle(element)
  return display === 'contents' && visibility === 'visible' && boxOf(element).checkVisibility()
}

function boxParentOf(element: Element): Element | undefined {
  if (element.assignedSlot) return element.assignedSlot
  const parent = element.parentNode
  return parent && isShadowRoot(parent) ? parent.host : (element.parentElement ?? undefined)
}
