import { isShadowRoot } from './text-blocks.ts'

/**
 * Orders two nodes as a reader meets them, over the borders of shadow trees: what stands in a shadow
 * tree comes at its host's place, before what is slotted into it. Negative where `a` comes first.
 */
export function comparePlaces(a: Node, b: Node): number {
  if (a === b) return 0
  if (a.getRootNode() === b.getRootNode()) return compare(a, b)
  const [one, other] = [pathOf(a), pathOf(b)]
  const most = Math.min(one.length, other.length)
  for (let i = 0; i < most; i++) {
    const [left, right] = [one[i], other[i]]
    if (left && right && left !== right) return compare(left, right)
  }
  return one.length - other.length
}

const FOLLOWING = 4

function compare(a: Node, b: Node): number {
  return a.compareDocumentPosition(b) & FOLLOWING ? -1 : 1
}

/** The hosts around a node, the outermost first, and the node itself. */
function pathOf(node: Node): Node[] {
  const path = [node]
  for (let root = node.getRootNode(); isShadowRoot(root); root = root.host.getRootNode())
    path.unshift(root.host)
  return path
}
