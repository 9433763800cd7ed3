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
  if (element.checkVisibility({ visibilityProperty: true })) return true
  return isRendered(element) && getComputedStyle(element).visibility === 'visible'
}

/**
 * Whether text that an element holds is laid out; it needs no box of its own for that. Nothing is asked
 * about the style of what is folded away: Chromium would answer a page's questions about boxes there
 * differently afterwards.
 */
export function isRendered(element: Element): boolean {
  const without: Element[] = []
  let at: Element | undefined = element
  for (; at && !at.checkVisibility(); at = around(at)) without.unshift(at)
  return at !== undefined && (at === element || !isFolded(at)) && without.every(hasNoBoxOfItsOwn)
}

function isFolded(element: Element): boolean {
  return (
    element.matches('details:not([open])') ||
    getComputedStyle(element).contentVisibility === 'hidden'
  )
}

function hasNoBoxOfItsOwn(element: Element): boolean {
  return getComputedStyle(element).display === 'contents'
}

function around(element: Element): Element | undefined {
  if (element.assignedSlot) return element.assignedSlot
  const parent = element.parentNode
  return parent && isShadowRoot(parent) ? parent.host : (element.parentElement ?? undefined)
}
