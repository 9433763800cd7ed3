/** Nothing but a head beside the body; asked so, no element but the body is touched. */
const USUAL = 'head:first-child+body:last-child'

/**
 * The body of a usual document of HTML: nobody reads what stands in its head, programs for the most part.
 * Where anything else stands beside the two that may hold text, the whole document.
 */
export function withoutHead(whole: Document): Element | null {
  'use eager'
  const { body } = whole
  if (!body?.matches(USUAL)) return whole.documentElement
  const beside = `${body.previousSibling?.nodeValue ?? ''}${body.nextSibling?.nodeValue ?? ''}`
  return beside.trim() === '' ? body : whole.documentElement
}
