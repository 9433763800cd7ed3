import { fits, hasBox, parentElementOf, parentOf, slotOf } from './form-safe.ts'
import { isShadowRoot } from './text-blocks.ts'

/** The element whose box shows an element's text: its own, or of what stands around it. */
export function boxOf(element: Element): Element {
  let at = element
  while (getComputedStyle(at).display === 'contents') {
    const next = around(at)
    if (!next) break
    at = next
  }
  return at
}

/** Whether text that an element holds can be seen now. */
export function isShown(element: Element): boolean {
  if (hasBox(element, { visibilityProperty: true })) return true
  return isRendered(element) && getComputedStyle(element).visibility === 'visible'
}

/**
 * Whether text that an element holds is laid out; it needs no box of its own for that. Nothing is asked
 * about the style of what is folded away: Chromium would answer a page's questions about boxes there
 * differently afterwards.
 */
export function isRendered(element: Element): boolean {
  const without: Element[] = []
  let at: Element | null = element
  for (; at && !hasBox(at); at = around(at)) without.unshift(at)
  return at !== null && (at === element || !isFolded(at)) && without.every(hasNoBoxOfItsOwn)
}

function isFolded(element: Element): boolean {
  return (
    fits(element, 'details:not([open])') || getComputedStyle(element).contentVisibility === 'hidden'
  )
}

function hasNoBoxOfItsOwn(element: Element): boolean {
  return getComputedStyle(element).display === 'contents'
}

/** What is around an element as it is laid out: its slot, its parent or its host. */
export function around(element: Element): Element | null {
  return slotOf(element) ?? elementAround(element)
}

/** The element that a node stands in; of what a shadow tree itself holds, its host. */
export function elementAround(node: Node): Element | null {
  const parent = parentOf(node)
  return parent && isShadowRoot(parent) ? parent.host : parentElementOf(node)
}
