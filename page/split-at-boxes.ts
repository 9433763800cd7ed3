import { isRendered } from './boxes.ts'
import { closestOf, holds, nextOf, parentElementOf, slotOf, textOf, treeOf } from './form-safe.ts'
import { OBJECT, saysNothing, SKIPPED_SELECTOR, type TextBlock } from './text-blocks.ts'

/**
 * Splits a block where its pieces only look adjacent: between elements that style sheets lay out as
 * blocks, flex or grid items. Words that touch at the edge of an inline box (inline-block and its
 * kin) are parted, yet a sentence runs on through them. Asks for computed styles, so it is for blocks
 * that hold something; one that is not laid out is left whole until it is.
 */
export function splitAtBoxes(block: TextBlock): TextBlock[] {
  if (block.pieces.length < 2 || !isRendered(block.owner)) return [block]
  const edges = block.pieces.map((piece, at) => {
    const before = block.pieces[at - 1]
    return before && edgeBetween(before.node, piece.node, block.owner)
  })
  const parted = edges.includes('inline') ? partWords(block, edges) : block
  const cuts = parted.pieces.filter((_, at) => edges[at] === 'block').map(({ start }) => start)
  if (cuts.length === 0) return [parted]
  return [0, ...cuts]
    .map((start, index) => sliceBlock(parted, start, cuts[index] ?? parted.text.length))
    .filter(({ text }) => !saysNothing(text))
}

/** How the boxes of two neighbours meet; `undefined` where their text flows on. */
type BoxEdge = 'block' | 'inline' | undefined

/** Two words of which one begins where the other ends. */
const TOUCHING = /^[\p{L}\p{M}\p{N}]{2}$/u

/** The block with a mark between words that touch at the edge of an inline box. */
function partWords({ owner, text, pieces }: TextBlock, edges: BoxEdge[]): TextBlock {
  let parted = text.slice(0, pieces[0]?.start)
  const moved = pieces.map(({ node, start }, at) => {
    if (edges[at] === 'inline' && TOUCHING.test(text.slice(start - 1, start + 1))) parted += OBJECT
    const piece = { node, start: parted.length }
    parted += text.slice(start, pieces[at + 1]?.start)
    return piece
  })
  return { owner, text: parted, pieces: moved }
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

function edgeBetween(before: Text, after: Text, owner: Element): BoxEdge {
  if (nextOf(before) === after) return undefined
  const edges = [edgeAround(before, after, owner), edgeAround(after, before, owner)]
  if (edges.includes('block') || isPartedByEmpty(before, after)) return 'block'
  return edges.find((edge) => edge !== undefined)
}

/** The edge of the boxes around `inner` that are not around `outer`. */
function edgeAround(inner: Text, outer: Text, owner: Element): BoxEdge {
  let edge: BoxEdge
  let at = parentElementOf(inner)
  while (at && at !== owner && !holds(at, outer)) {
    if (isApart(at)) return 'block'
    if (getComputedStyle(at).display.startsWith('inline-')) edge = 'inline'
    at = parentElementOf(at)
  }
  return edge
}

/** Whether text in an element stands apart from what is around it. */
function isApart(element: Element): boolean {
  return takesLine(element) || isOutOfFlow(element) || slotOf(element) !== null
}

function takesLine(element: Element): boolean {
  return !/^(inline.*|contents|ruby.*)$/.test(getComputedStyle(element).display)
}

function isOutOfFlow(element: Element): boolean {
  const { float, position } = getComputedStyle(element)
  return float !== 'none' || position === 'absolute' || position === 'fixed'
}

/** Whether something that holds no text, yet takes a line of its own, stands between two texts. */
function isPartedByEmpty(before: Text, after: Text): boolean {
  const walker = document.createTreeWalker(treeOf(before), 1)
  walker.currentNode = before
  for (let at = walker.nextNode() as Element | null; at; at = walker.nextNode() as Element | null) {
    // Behind the second text, as a number: see `SHOW_TEXTS`. A form could not be asked.
    if (after.compareDocumentPosition(at) & 4) return false
    const isEmpty = textOf(at) === '' && getComputedStyle(at).display !== 'none'
    if (isEmpty && takesLine(at) && !isOutOfFlow(at) && !closestOf(at, SKIPPED_SELECTOR))
      return true
  }
  return false
}
