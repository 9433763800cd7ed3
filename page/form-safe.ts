/**
 * Questions that a form can be asked too: inputs in it may be called as its own properties are, and
 * then stand in their place. Whatever climbs from parent to parent would go round for ever there.
 */
const {
  checkVisibility,
  closest,
  contains,
  getAttribute,
  getBoundingClientRect,
  getRootNode,
  matches,
  querySelector,
  scrollIntoView,
} = Element.prototype

/** The value of an attribute; `null` where there is none. */
export function attributeOf(element: Element, name: string): string | null {
  return getAttribute.call(element, name)
}

/** The first element in another that a selector fits. */
export function findIn(element: Element, selector: string): Element | null {
  return querySelector.call(element, selector)
}

/** The nearest element that a selector fits, from one on outwards in its tree. */
export function closestOf(element: Element, selector: string): Element | null {
  return closest.call(element, selector)
}

export function fits(element: Element, selector: string): boolean {
  return matches.call(element, selector)
}

/** The root of the tree that a node stands in. */
export function treeOf(node: Node): Node {
  return getRootNode.call(node)
}

export function holds(element: Element, node: Node): boolean {
  return contains.call(element, node)
}

/** Whether an element has a box; with `options`, one that a reader can see. */
export function hasBox(element: Element, options?: CheckVisibilityOptions): boolean {
  return checkVisibility.call(element, options)
}

/** An element's box in the viewport, in px. */
export function boundsOf(element: Element): DOMRect {
  return getBoundingClientRect.call(element)
}

/** Scrolls all that scrolls around an element until it is in view. */
export function bringToView(element: Element, how: ScrollIntoViewOptions): void {
  scrollIntoView.call(element, how)
}

export function focusOn(element: HTMLElement, how?: FocusOptions): void {
  HTMLElement.prototype.focus.call(element, how)
}

export const isInPage = reader<boolean>(Node, 'isConnected')
export const parentOf = reader<ParentNode | null>(Node, 'parentNode')
export const parentElementOf = reader<Element | null>(Node, 'parentElement')
export const firstChildOf = reader<ChildNode | null>(Node, 'firstChild')
export const lastChildOf = reader<ChildNode | null>(Node, 'lastChild')
export const nextOf = reader<ChildNode | null>(Node, 'nextSibling')
export const previousOf = reader<ChildNode | null>(Node, 'previousSibling')
/** All text under a node, '' under a document. */
export const textOf = reader<string | null>(Node, 'textContent')
/** `null` in a closed tree, too. */
export const slotOf = reader<HTMLSlotElement | null>(Element, 'assignedSlot')

type Kind = typeof Node | typeof Element

function reader<Value>({ prototype }: Kind, name: keyof Element): (node: Node) => Value {
  const read = Object.getOwnPropertyDescriptor(prototype, name)?.get
  if (!read) throw new Error(`nodes have no ${name}`)
  return (node) => read.call(node) as Value
}
