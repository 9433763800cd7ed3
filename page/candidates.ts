import { findCause, type CausePatterns } from '../core/detect/find-cause.ts'
import type { Roots } from './dirty-roots.ts'
import { lastChildOf, nextOf, previousOf, textOf, treeOf } from './form-safe.ts'
import {
  collectBlocks,
  isElement,
  isInSkipped,
  isText,
  ownerOf,
  type Owner,
} from './text-blocks.ts'
import { findHits, SHOW_TEXTS, type TextHit } from './text-hits.ts'

/**
 * Which blocks are worth reading at all: those in which the patterns find something, and those
 * around them, which may refer to it.
 */
export type Cause = {
  patterns: CausePatterns
  /** How many blocks before and after one with cause are read too. */
  reach: number
}

/**
 * The owners of the blocks to read after some roots have changed. What stands beside a root may be
 * cause to read into it, and what is in it may be cause to read beside it. `heard` is told of hits
 * at once. Yields between stretches, so that the caller can give the page its turn.
 */
export function* findOwners(
  roots: Roots,
  cause: Cause,
  hasCause: (owner: Owner) => boolean,
  heard: (hits: TextHit[]) => void,
): Generator<void, Set<Owner>> {
  const owners = new Set<Owner>()
  const quiet = findQuiet(roots, cause.patterns)
  yield
  for (const [root, deep] of roots) {
    for (const way of WAYS) {
      // In a row of roots the last one looks on.
      if (isBesideRoot(root, way, roots)) continue
      const near = findNear(edgeOf(root, way), way, cause.reach, hasCause)
      if (near) addAround(near, cause.reach, owners)
    }
    if (quiet.has(root)) continue
    if (deep) yield* findUnder(root, cause, owners, heard)
    else yield* findOwn(root, cause, hasCause, owners)
    yield
  }
  // Cause that has gone must be seen to have gone.
  for (const root of roots.keys()) if (hasCause(root)) owners.add(root)
  return owners
}

/** Text of many small roots that is looked at in one go, in characters. */
const ROW_CHARACTERS = 131_072

/** Of many roots those that hold nothing: a feed brings hundreds at once, and few concern us. */
function findQuiet(roots: Roots, patterns: CausePatterns): Set<Owner> {
  const quiet = new Map<Owner, number>()
  let text = ''
  for (const [root, deep] of roots) {
    if (!deep || roots.size === 1 || root === document.documentElement) continue
    text += `${textOf(root)}\n`
    if (text.length > ROW_CHARACTERS) break
    quiet.set(root, text.length)
  }
  const places = findCause(text, patterns)
  let next = 0
  for (const [root, end] of quiet) {
    if ((places[next] ?? Infinity) < end) quiet.delete(root)
    while ((places[next] ?? Infinity) < end) next += 1
  }
  return new Set(quiet.keys())
}

/** Whether the next thing in the page on one side of a root is a root that is read in full too. */
function isBesideRoot(root: Owner, way: Way, roots: Roots): boolean {
  const step = (node: Node) => (way === 'previousNode' ? previousOf(node) : nextOf(node))
  let beside = step(root)
  while (beside && isText(beside) && !/\S/.test(beside.data)) beside = step(beside)
  return beside !== null && isElement(beside) && roots.get(beside) === true
}

function* findUnder(
  root: Owner,
  { patterns, reach }: Cause,
  owners: Set<Owner>,
  heard: (hits: TextHit[]) => void,
): Generator<void, void> {
  const nodes = new Set<Text>()
  for (const hits of findHits(root, patterns)) {
    heard(hits)
    for (const { node } of hits) nodes.add(node)
    yield
  }
  for (const node of nodes) {
    addAround(node, reach, owners)
    yield
  }
}

/** The text that an owner itself holds, without the blocks inside it, which may be cause to read it. */
function* findOwn(
  owner: Owner,
  { patterns, reach }: Cause,
  hasCause: (owner: Owner) => boolean,
  owners: Set<Owner>,
): Generator<void, void> {
  for (const { text, pieces } of collectBlocks(owner, false)) {
    const [first] = pieces
    const last = pieces.at(-1)
    if (!first || !last) continue
    if (findCause(text, patterns).length > 0) addAround(first.node, reach, owners)
    else if (!owners.has(owner)) {
      const near =
        findNear(first.node, 'previousNode', reach, hasCause) ??
        findNear(last.node, 'nextNode', reach, hasCause)
      if (near) addAround(near, reach, owners)
    }
    yield
  }
}

/** Adds a text node's owner, and the owners of the next blocks on either side, in page order. */
function addAround(node: Text, reach: number, owners: Set<Owner>): void {
  const owner = readableOwner(node)
  if (!owner) return
  const before = [...blocksFrom(node, 'previousNode', reach)].map((one) => one.owner)
  for (const one of before.toReversed()) owners.add(one)
  owners.add(owner)
  for (const one of blocksFrom(node, 'nextNode', reach)) owners.add(one.owner)
}

/** The nearest text node at most `reach` blocks from `from` whose owner has cause. */
function findNear(
  from: Node,
  way: Way,
  reach: number,
  hasCause: (owner: Owner) => boolean,
): Text | undefined {
  for (const { node, owner } of blocksFrom(from, way, reach)) if (hasCause(owner)) return node
  return undefined
}

type Way = 'previousNode' | 'nextNode'
const WAYS: Way[] = ['previousNode', 'nextNode']

/** Where to walk on from when a root is left behind: its beginning, or its last node. */
function edgeOf(root: Owner, way: Way): Node {
  if (way === 'previousNode') return root
  let last: Node = root
  for (let inner = lastChildOf(last); inner; inner = lastChildOf(inner)) last = inner
  return last
}

/** The next `reach` blocks of the same tree from a node on, each by its text node that comes first. */
function* blocksFrom(
  from: Node,
  way: Way,
  reach: number,
): Generator<{ node: Text; owner: Owner }, void> {
  const walker = document.createTreeWalker(treeOf(from), SHOW_TEXTS)
  walker.currentNode = from
  let last = isText(from) || isElement(from) ? ownerOf(from) : undefined
  for (let left = reach; left > 0 && walker[way]();) {
    const node = walker.currentNode
    if (!isText(node)) continue
    const owner = /\S/.test(node.data) ? readableOwner(node) : undefined
    if (!owner || owner === last) continue
    yield { node, owner }
    last = owner
    left -= 1
  }
}

function readableOwner(node: Text): Owner | undefined {
  const owner = ownerOf(node)
  if (!owner) return undefined
  return isInSkipped(node.parentElement ?? owner) ? undefined : owner
}
