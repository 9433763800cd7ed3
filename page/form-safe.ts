/**
 * Questions that a form can be asked too: inputs in it may be called as its own methods are, and then
 * stand in their place.
 */
const { getAttribute, querySelector } = Element.prototype

/** The value of an attribute; `null` where there is none. */
export function attributeOf(element: Element, name: string): string | null {
  return getAttribute.call(element, name)
}

/** The first element in another that a selector fits. */
export function findIn(element: Element, selector: string): Element | null {
  return querySelector.call(element, selector)
}
