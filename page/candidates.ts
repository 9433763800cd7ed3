import { findCause, type CausePatterns } from '../core/detect/find-cause.ts'
import type { Roots } from './dirty-roots.ts'
import { nextOf, previousOf, textOf } from './form-safe.ts'
import {
  edgeOf,
  nearBlocks,
  readableOwner,
  type NearBlock,
  type ShadowTrees,
  type Way,
} from './near-blocks.ts'
import { collectBlocks, isBlank, isElement, type Owner } from './text-blocks.ts'
import { findHits, type TextHit } from './text-hits.ts'

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
 * at once; `trees` are the shadow trees that stand in the page. Yields between stretches, so that the
 * caller can give the page its turn.
 */
export function* findOwners(
  roots: Roots,
  trees: ShadowTrees,
  { patterns, reach }: Cause,
  hasCause: (owner: Owner) => boolean,
  heard: (hits: TextHit[]) => void,
): Generator<void, Set<Owner>> {
  const owners = new Set<Owner>()
  const look = (from: Node, way: Way) => nearBlocks(from, way, reach, trees)
  const quiet = findQuiet(roots, patterns)
  yield
  let row: { next: Node | null; deep: boolean } | undefined
  for (const [root, deep] of roots) {
    const next = besideOf(root, 'nextNode')
    // In a row of roots the first one looks back, and the last one looks on.
    const before = row?.next === root ? row.deep : isDeep(besideOf(root, 'previousNode'), roots)
    row = { next, deep }
    for (const way of WAYS) {
      if (way === 'previousNode' ? before : isDeep(next, roots)) continue
      const near = findNear(look(edgeOf(root, way), way), hasCause)
      if (near) addAround(near, look, owners)
    }
    if (quiet.has(root)) continue
    if (deep) yield* findUnder(root, patterns, look, owners, heard)
    else yield* findOwn(root, patterns, look, hasCause, owners)
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

/** The next thing in the page on one side of a root. */
function besideOf(root: Owner, way: Way): Node | null {
  const step = (node: Node) => (way === 'previousNode' ? previousOf(node) : nextOf(node))
  let beside = step(root)
  while (isBlank(beside)) beside = step(beside)
  return beside
}

/** Whether something is a root that is read in full. */
function isDeep(node: Node | null, roots: Roots): boolean {
  return node !== null && isElement(node) && roots.get(node) === true
}

/** Looks for the next blocks from a node on. */
type Look = (from: Node, way: Way) => Iterable<NearBlock>

function* findUnder(
  root: Owner,
  patterns: CausePatterns,
  look: Look,
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
    addAround(node, look, owners)
    yield
  }
}

/** The text that an owner itself holds, without the blocks inside it, which may be cause to read it. */
function* findOwn(
  owner: Owner,
  patterns: CausePatterns,
  look: Look,
  hasCause: (owner: Owner) => boolean,
  owners: Set<Owner>,
): Generator<void, void> {
  for (const { text, pieces } of collectBlocks(owner, false)) {
    const [first] = pieces
    const last = pieces.at(-1)
    if (!first || !last) continue
    if (findCause(text, patterns).length > 0) addAround(first.node, look, owners)
    else if (!owners.has(owner)) {
      const near =
        findNear(look(first.node, 'previousNode'), hasCause) ??
        findNear(look(last.node, 'nextNode'), hasCause)
      if (near) addAround(near, look, owners)
    }
    yield
  }
}

/** Adds a text node's owner, and the owners of the next blocks on either side, in page order. */
function addAround(node: Text, look: Look, owners: Set<Owner>): void {
  const owner = readableOwner(node)
  if (!owner) return
  const before = [...look(node, 'previousNode')].map((one) => one.owner)
  for (const one of before.toReversed()) owners.add(one)
  owners.add(owner)
  for (const one of look(node, 'nextNode')) owners.add(one.owner)
}

/** The first of some blocks whose owner has cause. */
function findNear(
  blocks: Iterable<NearBlock>,
  hasCause: (owner: Owner) => boolean,
): Text | undefined {
  for (const { node, owner } of blocks) if (hasCause(owner)) return node
  return undefined
}

const WAYS: Way[] = ['previousNode', 'nextNode']
