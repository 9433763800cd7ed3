import { textWithoutHead } from './without-head.ts'

/** A piece of text is looked at with what stands around it, unless that is this long. */
const LONG_TEXT = 5000

/**
 * All text of a node, the quickest way: programs and all. Of a document without its head, which nobody
 * reads; of a piece of text with what stands around it, because a name may come in pieces.
 */
export function quickText(node: Node): string {
  if (node.nodeType === 9) return textWithoutHead(node as Document)
  const around = node.nodeType === 3 ? (node.parentNode?.textContent ?? '') : ''
  if (around !== '' && around.length < LONG_TEXT) return around
  const text: unknown = node.textContent
  // A form may have an input of that name in its place.
  return typeof text === 'string' ? text : textWithoutPrograms(node)
}

/** The same text without programs and styles. */
export function textWithoutPrograms(node: Node): string {
  const root = node.nodeType === 3 ? (node.parentNode ?? node) : node
  const walker = document.createTreeWalker(root, 4 | 8)
  let text = ''
  while (walker.nextNode()) {
    const { parentNode, nodeValue } = walker.currentNode
    if (!/^(?:script|style|noscript)$/i.test(parentNode?.nodeName ?? '')) text += nodeValue ?? ''
  }
  return text
}
