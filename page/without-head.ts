/** Nothing but a head beside the body; asked so, no element but the body is touched. */
const USUAL = 'head:first-child+body:last-child'

/**
 * The body of a usual document of HTML: nobody reads what stands in its head, programs for the most part.
 * Where anything else stands beside the two that may hold text, the whole document.
 */
export function withoutHead(whole: Document): Element | null {
  const { body } = whole
  const isAlone = body?.matches(USUAL) && !isText(body.previousSibling) && !isText(body.nextSibling)
  return isAlone ? body : whole.documentElement
}

function isText(beside: Node | null): boolean {
  return beside?.nodeType === 3 && /\S/.test((beside as Text).data)
}
