import { askName } from './element-name.ts'
import { attributeOf, closestOf, firstChildOf, nextOf, parentOf, treeOf } from './form-safe.ts'

/**
 * A page's text as blocks: the text of one paragraph, cell, heading or list item in one string,
 * with the way back to the text nodes. Inline elements do not interrupt it, so that a name broken
 * over `<b>` or `<wbr>` is whole; block elements do, so that nothing is read across cells.
 */
export type TextBlock = {
  /** The nearest block-level ancestor, or the shadow host; one owner can hold several blocks. */
  owner: Element
  text: string
  pieces: Piece[]
}

/** One text node and where its characters begin in the block's text. */
export type Piece = { node: Text; start: number }

/** Stands in for a skipped inline element, so that words on its two sides never touch. */
export const OBJECT = '\uFFFC'

/** Whether a text says nothing, as around a picture: it is no block, and none is counted for it. */
export function saysNothing(text: string): boolean {
  return !/[^\s\uFFFC]/.test(text)
}

/** Whose text is read: an element's, or a shadow root's. */
export type Owner = Element | ShadowRoot

// Lists of names as plain text: sets would be made in every page before the first question.
const BLOCKS =
  ' ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BUTTON CAPTION CENTER DD DETAILS DIALOG DIR DIV DL DT ' +
  'FIELDSET FIGCAPTION FIGURE FOOTER FORM FRAMESET H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LEGEND LI ' +
  'LISTING MAIN MENU NAV OL P PLAINTEXT PRE SEARCH SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL ' +
  // Of SVG and MathML: each holds a text of its own.
  'TEXT FOREIGNOBJECT MTEXT MI MN MO MS '
const SKIPPED =
  ',applet,audio,canvas,code,datalist,desc,embed,head,iframe,input,kbd,meter,metadata,noembed,noframes,noscript,' +
  'object,option,progress,samp,script,select,style,template,textarea,title,video,xmp,source-context-card,'
/**
 * The same for the browser's own matcher, which is faster than a walk over the ancestors; with those in
 * which a script may put what shows nowhere.
 */
export const SKIPPED_SELECTOR = `${SKIPPED.slice(1)}br,wbr,pre,[contenteditable=""],[contenteditable="true" i],[contenteditable="plaintext-only" i]`

export const isBlock = askName((name) => BLOCKS.includes(` ${name} `))
const isNeverRead = askName((name) => SKIPPED.includes(`,${name.toLowerCase()},`))
const isBreak = askName((name) => name === 'BR')
const isPossibleBreak = askName((name) => name === 'WBR')
const isListing = askName((name) => name === 'PRE')
const isDrawing = askName((name) => name === 'SVG' || name === 'MATH')

/** Browsers show a plain text in one `<pre>`; everywhere else it holds code. */
function isCodeListing(element: Element): boolean {
  return isListing(element) && element.ownerDocument.contentType !== 'text/plain'
}

/** Code, form fields, editable regions and embedded content are never read. */
export function isSkipped(element: Element): boolean {
  return isNeverRead(element) || isEditingHost(element) || isCodeListing(element)
}

function isEditingHost(element: Element): boolean {
  const editable = attributeOf(element, 'contenteditable')
  return editable !== null && /^(|true|plaintext-only)$/i.test(editable)
}

/** Whether a place stands inside something that is never read, in its own tree or around it. */
export function isInSkipped(place: Owner): boolean {
  for (let at: Owner | null = place; at;) {
    const element: Element = isShadowRoot(at) ? at.host : at
    const skipped = closestOf(element, SKIPPED_SELECTOR)
    if (skipped && (skipped.localName !== 'pre' || isCodeListing(skipped))) return true
    const root = treeOf(element)
    at = isShadowRoot(root) ? root : null
  }
  return false
}

/**
 * Whose text a node is part of: the nearest block-level element, or the root of its tree. `known`
 * remembers for places that were asked for before: elements may be nested without end.
 */
export function ownerOf(node: Node, known?: Map<Node, Owner>): Owner | undefined {
  const start = isElement(node) || isShadowRoot(node) ? node : parentOf(node)
  let at: ParentNode | null = start
  while (at && isElement(at) && !isBlock(at) && parentOf(at) && !isTop(at)) {
    const before: Owner | undefined = known?.get(at)
    at = before ?? parentOf(at)
    if (before) break
  }
  if (!start || !at || !(isElement(at) || isShadowRoot(at))) return undefined
  known?.set(start, at)
  return at
}

/** The root element of a document. */
function isTop(element: Element): boolean {
  return parentOf(element)?.nodeType === 9
}

/** The element that has an owner's box: its own, or its host's. */
export function elementOf(owner: Owner): Element {
  return isShadowRoot(owner) ? owner.host : owner
}

/**
 * Collects the blocks under `root`, in document order. With `deep` false only the text that `root`
 * itself owns is read and nested block elements are passed over. No recursion: pages nest deeply.
 */
export function collectBlocks(root: Owner, deep: boolean): TextBlock[] {
  const blocks: TextBlock[] = []
  const owners: Element[] = [elementOf(root)]
  let open: TextBlock | undefined
  const flush = () => {
    if (open?.pieces.length && !saysNothing(open.text)) blocks.push(open)
    open = undefined
  }
  const append = (text: string, node?: Text) => {
    open ??= { owner: owners.at(-1) ?? elementOf(root), text: '', pieces: [] }
    if (node) open.pieces.push({ node, start: open.text.length })
    open.text += text
  }
  const enter = (element: Element): boolean => {
    if (isSkipped(element)) {
      append(OBJECT)
      return false
    }
    // What a script has put into one shows nowhere.
    if (isPossibleBreak(element)) return false
    if (isBreak(element)) {
      if (open?.text.endsWith('\n')) flush()
      else append('\n')
      return false
    }
    if (!isBlock(element)) {
      // A drawing interrupts the words around it; the text in it is read for itself.
      if (isDrawing(element)) append(OBJECT)
      return true
    }
    flush()
    if (deep) owners.push(element)
    return deep
  }
  const leave = (element: Element) => {
    if (!isBlock(element)) return
    flush()
    owners.pop()
  }
  walk(root, enter, leave, (node) => {
    // An empty one parts nothing, wherever it stands.
    if (node.data !== '') append(node.data, node)
  })
  flush()
  return blocks
}

/** Visits `root`'s descendants in document order; `enter` says whether to go inside. */
function walk(
  root: Owner,
  enter: (element: Element) => boolean,
  leave: (element: Element) => void,
  visit: (node: Text) => void,
): void {
  let node: Node | null = firstChildOf(root)
  while (node && node !== root) {
    let inside: Node | null = null
    if (isText(node)) visit(node)
    else if (isElement(node) && enter(node)) {
      inside = firstChildOf(node)
      if (!inside) leave(node as Element)
    }
    if (inside) {
      node = inside
      continue
    }
    while (node && node !== root && !nextOf(node)) {
      node = parentOf(node)
      if (node && node !== root) leave(node as Element)
    }
    node = node === root ? root : node && nextOf(node)
  }
}

/** Text, or a CDATA section of an XML document. Kinds of nodes as numbers: see `SHOW_TEXTS`. */
export function isText(node: Node): node is Text {
  return node.nodeType === 3 || node.nodeType === 4
}

/** A text node of nothing but blanks. */
export function isBlank(node: Node | null): node is Text {
  return node !== null && isText(node) && !/\S/.test(node.data)
}

export function isElement(node: Node): node is Element {
  return node.nodeType === 1
}

/** Other fragments are never in a page. */
export function isShadowRoot(node: Node): node is ShadowRoot {
  return node.nodeType === 11
}

/** The place of a character of the block's text in the page; the end of a piece belongs to it. */
export function placeOf(
  block: TextBlock,
  offset: number,
  end: boolean,
): [Text, number] | undefined {
  const piece = block.pieces.findLast((one) => (end ? one.start < offset : one.start <= offset))
  if (!piece) return undefined
  return [piece.node, Math.min(offset - piece.start, piece.node.length)]
}
