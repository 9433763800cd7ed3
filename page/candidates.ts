import type { Roots } from './page-watcher.ts'
import { collectBlocks, isInSkipped, ownerOf } from './text-blocks.ts'

/**
 * Which blocks are worth reading at all. The text is walked with the browser's own walker, without a
 * filter, and joined in long stretches without separators, so that a name broken over elements is
 * whole; one pattern runs over each stretch. Only where it finds something is a block looked for,
 * and the blocks around it, which may refer to it.
 */
export type Cause = {
  /** Finds too much and never too little; global. */
  pattern: RegExp
  /** How many blocks before and after one with cause are read too. */
  reach: number
}

/** Characters and nodes of one stretch: enough for the pattern to run well, little enough to stop. */
const STRETCH_CHARACTERS = 32_768
const STRETCH_NODES = 1000

type Stretch = { nodes: Text[]; starts: number[]; text: string }

/**
 * The owners of the blocks to read after some roots have changed. What stands beside a root may be
 * cause to read into it, and what is in it may be cause to read beside it. Yields between stretches,
 * so that the caller can give the page its turn.
 */
export function* findOwners(
  roots: Roots,
  cause: Cause,
  hasCause: (owner: Element) => boolean,
): Generator<void, Set<Element>> {
  const owners = new Set<Element>()
  for (const [root, deep] of roots) {
    for (const way of WAYS) {
      const near = findNear(edgeOf(root, way), way, cause.reach, hasCause)
      if (near) addAround(near, cause.reach, owners)
    }
    if (deep) yield* findUnder(root, cause, owners)
    else findOwn(root, cause, owners)
    // Cause that has gone must be seen to have gone.
    if (hasCause(root)) owners.add(root)
  }
  return owners
}

function* findUnder(root: Element, cause: Cause, owners: Set<Element>): Generator<void, void> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let last: Text | undefined; ; yield) {
    const stretch = readStretch(walker, last)
    for (const node of findHits(stretch, cause.pattern)) addAround(node, cause.reach, owners)
    if (stretch.ended) return
    last = stretch.nodes.at(-1)
  }
}

/** The text that an owner itself holds, without the blocks inside it. */
function findOwn(owner: Element, cause: Cause, owners: Set<Element>): void {
  const stretch: Stretch = { nodes: [], starts: [], text: '' }
  for (const { pieces } of collectBlocks(owner, false))
    for (const { node } of pieces) append(stretch, node)
  for (const node of findHits(stretch, cause.pattern)) addAround(node, cause.reach, owners)
}

/** Adds a text node's owner, and the owners of the next blocks on either side. */
function addAround(node: Text, reach: number, owners: Set<Element>): void {
  const owner = readableOwner(node)
  if (!owner) return
  owners.add(owner)
  for (const way of WAYS) for (const next of blocksFrom(node, way, reach)) owners.add(next.owner)
}

/** The nearest text node at most `reach` blocks from `from` whose owner has cause. */
function findNear(
  from: Node,
  way: Way,
  reach: number,
  hasCause: (owner: Element) => boolean,
): Text | undefined {
  for (const { node, owner } of blocksFrom(from, way, reach)) if (hasCause(owner)) return node
  return undefined
}

type Way = 'previousNode' | 'nextNode'
const WAYS: Way[] = ['previousNode', 'nextNode']

/** Where to walk on from when a root is left behind: its beginning, or its last node. */
function edgeOf(root: Element, way: Way): Node {
  if (way === 'previousNode') return root
  const walker = document.createTreeWalker(root)
  while (walker.lastChild());
  return walker.currentNode
}

/** The next `reach` blocks from a node on, each by its text node that comes first. */
function* blocksFrom(
  from: Node,
  way: Way,
  reach: number,
): Generator<{ node: Text; owner: Element }> {
  const walker = textWalkerAt(from)
  let last = from.parentElement ? ownerOf(from) : undefined
  for (let left = reach; left > 0 && walker[way]();) {
    const owner = blockOf(walker.currentNode)
    if (!owner || owner === last) continue
    yield { node: walker.currentNode as Text, owner }
    last = owner
    left -= 1
  }
}

function textWalkerAt(node: Node): TreeWalker {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT)
  walker.currentNode = node
  return walker
}

/** The owner of a text node that is part of a block: not blank, and read at all. */
function blockOf(node: Node): Element | undefined {
  return /\S/.test((node as Text).data) ? readableOwner(node) : undefined
}

function readableOwner(node: Node): Element | undefined {
  const parent = node.parentElement
  return parent && !isInSkipped(parent) ? ownerOf(node) : undefined
}

/** Begins with the last node of the stretch before, so that no name is cut. */
function readStretch(walker: TreeWalker, last: Text | undefined): Stretch & { ended: boolean } {
  const stretch: Stretch = { nodes: [], starts: [], text: '' }
  if (last) append(stretch, last)
  for (let read = 0; read < STRETCH_CHARACTERS && stretch.nodes.length < STRETCH_NODES;) {
    const node = walker.nextNode() as Text | null
    if (!node) return { ...stretch, ended: true }
    append(stretch, node)
    read += node.length
  }
  return { ...stretch, ended: false }
}

function append(stretch: Stretch, node: Text): void {
  stretch.nodes.push(node)
  stretch.starts.push(stretch.text.length)
  stretch.text += node.data
}

/** The nodes in which the pattern finds something: one find in a node is enough. */
function findHits({ nodes, starts, text }: Stretch, pattern: RegExp): Set<Text> {
  const hits = new Set<Text>()
  let at = 0
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    while ((starts[at + 1] ?? text.length) <= match.index) at += 1
    const node = nodes[at]
    if (node) hits.add(node)
    pattern.lastIndex = Math.max(match.index + 1, starts[at + 1] ?? text.length)
  }
  return hits
}
