/**
 * The body of a usual document of HTML: nobody reads what stands in its head, programs for the most part.
 * Where anything else stands beside the two that may hold text, the whole document.
 */
export function withoutHead(root: Element): Element {
  const { firstChild: head, lastChild: body } = root
  if (head?.nodeName !== 'HEAD' || body?.nodeName !== 'BODY') return root
  const between = head.nextSibling
  const isBlank = between?.nodeType === 3 && !/\S/.test((between as Text).data)
  const next = isBlank ? between.nextSibling : between
  return next === body ? (body as Element) : root
}
