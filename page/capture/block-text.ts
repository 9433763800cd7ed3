import { joinParagraphs } from '../../core/capture/join-paragraphs.ts'

const BLOCKS = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'br',
  'center',
  'dd',
  'details',
  'dialog',
  'div',
  'dl',
  'dt',
  'fieldset',
  'footer',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'li',
  'main',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'tfoot',
  'thead',
  'tr',
  'ul',
])
/** What is no part of the text: code, controls, pictures and the words below them. */
const LEFT_OUT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'embed',
  'svg',
  'math',
  'canvas',
  'video',
  'audio',
  'button',
  'input',
  'select',
  'textarea',
  'figcaption',
  'head',
])
const CELLS = new Set(['td', 'th'])

/** The text below an element, one paragraph for each block of it. */
export function readBlockText(root: Element): string {
  const paragraphs: string[] = ['']
  const write = (words: string) => {
    paragraphs[paragraphs.length - 1] += words
  }
  const visit = (node: Node): void => {
    if (node.nodeType === 3) return write(node.nodeValue ?? '')
    if (node.nodeType !== 1) return
    const name = node.nodeName.toLowerCase()
    if (LEFT_OUT.has(name)) return
    const isBlock = BLOCKS.has(name)
    if (isBlock) paragraphs.push('')
    for (const child of node.childNodes) visit(child)
    if (CELLS.has(name)) write(' ')
    if (isBlock) paragraphs.push('')
  }
  visit(root)
  return joinParagraphs(paragraphs)
}
