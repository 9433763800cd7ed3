/**
 * An element's name as its document writes it. Only a form can be asked in vain: inputs in it may be
 * called as its own properties are, and then stand in their place.
 */
export function elementName(element: Element): string {
  const { nodeName }: { nodeName: unknown } = element
  return typeof nodeName === 'string' ? nodeName : 'FORM'
}

/** More names than pages use: one that makes up new ones for ever is not remembered for ever. */
const MOST_KNOWN = 1000

/** A question that an element's name alone answers; `test` is asked once for each, in capitals. */
export function askName(test: (name: string) => boolean): (element: Element) => boolean {
  const known = new Map<string, boolean>()
  return (element) => {
    const name = elementName(element)
    const before = known.get(name)
    if (before !== undefined) return before
    // XHTML keeps names as written; HTML gives capitals.
    const answer = test(name.toUpperCase())
    if (known.size < MOST_KNOWN) known.set(name, answer)
    return answer
  }
}
