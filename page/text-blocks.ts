/**
 * A page's text as blocks: the text of one paragraph, cell, heading or list item in one string,
 * with the way back to the text nodes. Inline elements do not interrupt it, so that a name broken
 * over `<b>` or `<wbr>` is whole; block elements do, so that nothing is read across cells.
 */
export type TextBlock = {
  /** The nearest block-level ancestor; one owner can hold several blocks. */
  owner: Element
  text: string
  pieces: Piece[]
}

/** One text node and where its characters begin in the block's text. */
export type Piece = { node: Text; start: number }

/** Stands in for a skipped inline element, so that words on its two sides never touch. */
const OBJECT = '\uFFFC'

const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BUTTON CAPTION CENTER DD DETAILS DIALOG DIR DIV DL DT ' +
    'FIELDSET FIGCAPTION FIGURE FOOTER FORM FRAMESET H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LEGEND LI ' +
    'LISTING MAIN MENU NAV OL P PLAINTEXT SEARCH SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
)

const SKIPPED = new Set(
  (
    'APPLET AUDIO CANVAS CODE DATALIST EMBED HEAD IFRAME INPUT KBD MATH METER NOEMBED NOFRAMES NOSCRIPT OBJECT ' +
    'OPTION PRE PROGRESS SAMP SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA TITLE VIDEO XMP SOURCE-CONTEXT-CARD'
  ).split(' '),
)

/** XHTML keeps names as written; HTML gives capitals. */
const nameOf = (element: Element) => element.nodeName.toUpperCase()

export function isBlock(element: Element): boolean {
  return BLOCKS.has(nameOf(element))
}

/** Code, form fields, editable regions and embedded content are never read. */
function isSkipped(element: Element): boolean {
  return SKIPPED.has(nameOf(element)) || isEditingHost(element)
}

function isEditingHost(element: Element): boolean {
  const editable = element.getAttribute('contenteditable')
  return editable !== null && editable.toLowerCase() !== 'false'
}

/** Whether the element stands inside something that is never read. */
export function isInSkipped(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) if (isSkipped(at)) return true
  return false
}

/** The block-level element that owns a node's text; the root element where there is none. */
export function ownerOf(node: Node): Element | undefined {
  let at = node instanceof Element ? node : node.parentElement
  while (at && !isBlock(at) && at.parentElement) at = at.parentElement
  return at ?? undefined
}

/**
 * Collects the blocks under `root`, in document order. With `deep` false only the text that `root`
 * itself owns is read and nested block elements are passed over. No recursion: pages nest deeply.
 */
export function collectBlocks(root: Element, deep: boolean): TextBlock[] {
  const blocks: TextBlock[] = []
  const owners: Element[] = [root]
  let open: TextBlock | undefined
  const flush = () => {
    if (open?.pieces.length && open.text.trim() !== '') blocks.push(open)
    open = undefined
  }
  const append = (text: string, node?: Text) => {
    open ??= { owner: owners.at(-1) ?? root, text: '', pieces: [] }
    if (node) open.pieces.push({ node, start: open.text.length })
    open.text += text
  }
  const enter = (element: Element): boolean => {
    if (isSkipped(element)) {
      append(OBJECT)
      return false
    }
    if (nameOf(element) === 'BR') {
      if (open?.text.endsWith('\n')) flush()
      else append('\n')
      return false
    }
    if (!isBlock(element)) return true
    flush()
    if (deep) owners.push(element)
    return deep
  }
  const leave = (element: Element) => {
    if (!isBlock(element)) return
    flush()
    owners.pop()
  }
  walk(root, enter, leave, (node) => append(node.data, node))
  flush()
  return blocks
}

/** Visits `root`'s descendants in document order; `enter` says whether to go inside. */
function walk(
  root: Element,
  enter: (element: Element) => boolean,
  leave: (element: Element) => void,
  visit: (node: Text) => void,
): void {
  let node: Node | null = root.firstChild
  while (node && node !== root) {
    let inside: Node | null = null
    if (node.nodeType === Node.TEXT_NODE) visit(node as Text)
    else if (node.nodeType === Node.ELEMENT_NODE && enter(node as Element)) {
      inside = node.firstChild
      if (!inside) leave(node as Element)
    }
    if (inside) {
      node = inside
      continue
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode
      if (node && node !== root) leave(node as Element)
    }
    node = node === root ? root : (node?.nextSibling ?? null)
  }
}

/**
 * Splits a block where its pieces only look adjacent: between elements that style sheets lay out as
 * blocks, flex or grid items. Asks for computed styles, so it is for blocks that hold something.
 */
export function splitAtBoxes(block: TextBlock): TextBlock[] {
  const cuts = block.pieces
    .slice(1)
    .filter((piece, index) => {
      const before = block.pieces[index]
      return before !== undefined && isBoxBetween(before.node, piece.node, block.owner)
    })
    .map((piece) => piece.start)
  if (cuts.length === 0) return [block]
  return [0, ...cuts].map((start, index) =>
    sliceBlock(block, start, cuts[index] ?? block.text.length),
  )
}

function sliceBlock(block: TextBlock, start: number, end: number): TextBlock {
  return {
    owner: block.owner,
    text: block.text.slice(start, end),
    pieces: block.pieces
      .filter((piece) => piece.start >= start && piece.start < end)
      .map((piece) => ({ node: piece.node, start: piece.start - start })),
  }
}

function isBoxBetween(before: Text, after: Text, owner: Element): boolean {
  if (before.parentElement === after.parentElement) return false
  const touching = !/\s$/.test(before.data) && !/^\s/.test(after.data)
  return hasBoxEdge(before, after, owner, touching) || hasBoxEdge(after, before, owner, touching)
}

/**
 * Whether an element around `inner`, but not around `outer`, is laid out as a box of its own. Inline
 * boxes (inline-block and its kin) part words that touch, yet a sentence runs on through them.
 */
function hasBoxEdge(inner: Text, outer: Text, owner: Element, touching: boolean): boolean {
  let at = inner.parentElement
  while (at && at !== owner && !at.contains(outer)) {
    const { display, float, position } = getComputedStyle(at)
    const flows = touching ? /^(inline|contents|ruby.*)$/ : /^(inline.*|contents|ruby.*)$/
    if (!flows.test(display)) return true
    if (float !== 'none' || position === 'absolute' || position === 'fixed') return true
    at = at.parentElement
  }
  return false
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
