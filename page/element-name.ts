/**
 * An element's name as its document writes it. Only a form can be asked in vain: inputs in it may be
 * called as its own properties are, and then stand in their place.
 */
export function elementName(element: Element): string {
  const { nodeName }: { nodeName: unknown } = element
  return typeof nodeName === 'string' ? nodeName : 'FORM'
}
