import { lastChildOf, parentElementOf, treeOf } from './form-safe.ts'
import {
  isElement,
  isInSkipped,
  isShadowRoot,
  isText,
  ownerOf,
  saysNothing,
  type Owner,
} from './text-blocks.ts'
import { SHOW_TEXTS } from './text-hits.ts'

/** The shadow trees of a page that are known, by their hosts. */
export type ShadowTrees = ReadonlyMap<Element, ShadowRoot>

/** In which direction to look on. */
export type Way = 'previousNode' | 'nextNode'

const SHOW_ELEMENTS = 1

/** A block's owner, and the text node of it that is met first. */
export type NearBlock = { node: Text; owner: Owner }

/**
 * The next `reach` blocks from a node on, as a reader meets them (`comparePlaces`): over the borders of
 * shadow trees.
 */
export function* nearBlocks(
  from: Node,
  way: Way,
  reach: number,
  trees: ShadowTrees,
): Generator<NearBlock, void> {
  let last = isText(from) || isElement(from) ? ownerOf(from) : undefined
  let left = reach
  for (const node of textsFrom(from, way, trees)) {
    const owner = saysNothing(node.data) ? undefined : readableOwner(node)
    if (!owner || owner === last) continue
    yield { node, owner }
    last = owner
    if ((left -= 1) === 0) return
  }
}

function* textsFrom(from: Node, way: Way, trees: ShadowTrees): Generator<Text, void> {
  const shown = trees.size > 0 ? SHOW_TEXTS | SHOW_ELEMENTS : SHOW_TEXTS
  const walkFrom = (place: Node) => {
    const walker = document.createTreeWalker(treeOf(place), shown)
    walker.currentNode = place
    return walker
  }
  let walker = walkFrom(from)
  let node = walker[way]()
  for (;;) {
    if (!node) {
      if (!isShadowRoot(walker.root)) return
      walker = walkFrom(walker.root.host)
    } else if (isText(node)) yield node
    else {
      const tree = isElement(node) ? trees.get(node) : undefined
      if (tree) {
        walker = walkFrom(way === 'nextNode' ? tree : edgeOf(tree, 'nextNode'))
        node = walker.currentNode
        if (node !== tree) continue
      }
    }
    node = walker[way]()
  }
}

/** Where to walk on from when a place is left behind: its beginning, or its last node. */
export function edgeOf(place: Owner, way: Way): Node {
  if (way === 'previousNode') return place
  let last: Node = place
  for (let inner = lastChildOf(last); inner; inner = lastChildOf(inner)) last = inner
  return last
}

/** Whose text a node is part of, if it is read. */
export function readableOwner(node: Text): Owner | undefined {
  const owner = ownerOf(node)
  if (!owner) return undefined
  return isInSkipped(parentElementOf(node) ?? owner) ? undefined : owner
}
