import { treeOf } from './form-safe.ts'
import { isShadowRoot } from './text-blocks.ts'

/**
 * Orders two nodes as a reader meets them, over the borders of shadow trees: what stands in a shadow
 * tree comes at its host's place, before what is slotted into it. Negative where `a` comes first.
 */
export function comparePlaces(a: Node, b: Node): number {
  if (a === b) return 0
  if (treeOf(a) === treeOf(b)) return compare(a, b)
  const [one, other] = [pathOf(a), pathOf(b)]
  const most = Math.min(one.length, other.length)
  for (let i = 0; i < most; i++) {
    const [left, right] = [one[i], other[i]]
    if (left && right && left !== right) return compare(left, right)
  }
  return one.length - other.length
}

const FOLLOWING = 4

/**
 * Sorting asks about the later one first where things are nearly in order. Of siblings Chromium looks for the
 * one that is asked among those before the other, as far as the first one: so the earlier one is asked.
 */
function compare(a: Node, b: Node): number {
  return b.compareDocumentPosition(a) & FOLLOWING ? 1 : -1
}

/** The hosts around a node, the outermost first, and the node itself. */
function pathOf(node: Node): Node[] {
  const path = [node]
  for (let root = treeOf(node); isShadowRoot(root); root = treeOf(root.host))
    path.unshift(root.host)
  return path
}
