/** A piece of text is looked at with what stands around it, unless that is this long. */
const LONG_TEXT = 5000

/**
 * All text of a document, the quickest way: head, programs and all. A range meets no element, and the first
 * one costs a new world as much as the text of a usual page.
 */
export function documentText(whole: Document): string {
  'use eager'
  const range = new Range()
  range.selectNodeContents(whole)
  return range.toString()
}

/**
 * All text of a node, programs and all; of a piece of text with what stands around it, because a name may
 * come in pieces.
 */
export function quickText(node: Node): string {
  if (node.nodeType === 9) return documentText(node as Document)
  const around = node.nodeType === 3 ? (node.parentNode?.textContent ?? '') : ''
  if (around !== '' && around.length < LONG_TEXT) return around
  const text: unknown = node.textContent
  // A form may have an input of that name in its place.
  return typeof text === 'string' ? text : textWithoutPrograms(node)
}

/** The same text without programs, styles and what stands in a tab's title: what people may read on the page. */
export function textWithoutPrograms(node: Node): string {
  const root = node.nodeType === 3 ? (node.parentNode ?? node) : node
  const walker = document.createTreeWalker(root, 4 | 8)
  let text = ''
  while (walker.nextNode()) {
    const { parentNode, nodeValue } = walker.currentNode
    if (!/^(?:script|style|noscript|title)$/i.test(parentNode?.nodeName ?? ''))
      text += nodeValue ?? ''
  }
  return text
}
