/**
 * Questions that a form can be asked too: inputs in it may be called as its own properties are, and
 * then stand in their place.
 */
const { getAttribute, querySelector, closest, contains, getRootNode } = Element.prototype

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

/** The root of the tree that a node stands in. */
export function treeOf(node: Node): Node {
  return getRootNode.call(node)
}

export function holds(element: Element, node: Node): boolean {
  return contains.call(element, node)
}

export const parentOf = reader<ParentNode | null>('parentNode')
export const firstChildOf = reader<ChildNode | null>('firstChild')
export const lastChildOf = reader<ChildNode | null>('lastChild')
export const nextOf = reader<ChildNode | null>('nextSibling')
export const previousOf = reader<ChildNode | null>('previousSibling')
/** All text under a node, '' under a document. */
export const textOf = reader<string | null>('textContent')

function reader<Value>(name: keyof Node): (node: Node) => Value {
  const read = Object.getOwnPropertyDescriptor(Node.prototype, name)?.get
  if (!read) throw new Error(`nodes have no ${name}`)
  return (node) => read.call(node) as Value
}
