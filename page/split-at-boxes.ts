import { isRendered } from './boxes.ts'
import { holds } from './form-safe.ts'
import { OBJECT, type TextBlock } from './text-blocks.ts'

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
  return [0, ...cuts].map((start, index) =>
    sliceBlock(parted, start, cuts[index] ?? parted.text.length),
  )
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
  if (before.parentElement === after.parentElement) return undefined
  const edges = [edgeAround(before, after, owner), edgeAround(after, before, owner)]
  return edges.includes('block') ? 'block' : edges.find((edge) => edge !== undefined)
}

/** The edge of the boxes around `inner` that are not around `outer`. */
function edgeAround(inner: Text, outer: Text, owner: Element): BoxEdge {
  let edge: BoxEdge
  let at = inner.parentElement
  while (at && at !== owner && !holds(at, outer)) {
    const { display, float, position } = getComputedStyle(at)
    if (!/^(inline.*|contents|ruby.*)$/.test(display) || at.assignedSlot) return 'block'
    if (float !== 'none' || position === 'absolute' || position === 'fixed') return 'block'
    if (display.startsWith('inline-')) edge = 'inline'
    at = at.parentElement
  }
  return edge
}
