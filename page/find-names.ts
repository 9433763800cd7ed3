import {
  closestOf,
  firstChildOf,
  lastChildOf,
  nextOf,
  parentElementOf,
  parentOf,
  previousOf,
  treeOf,
} from './form-safe.ts'
import {
  isBlock,
  isElement,
  isInSkipped,
  isShadowRoot,
  isText,
  SKIPPED_SELECTOR,
} from './text-blocks.ts'
import type { TextHit } from './text-hits.ts'

/** A name that may be marked before anything around it is understood. */
export type EarlyName = { range: StaticRange; company: string; element: Element }

/** Looks at a place of a text and tells the name there, where it surely is one. */
export type NameFinder = (text: string, at: number) => (Name & { looked: number }) | undefined

type Name = { start: number; end: number; company: string }

/** Longer than a word that ends what is no name, with what stands before it. */
const NEXT_WORD = 40
/** What is looked at of a neighbour: longer than any name with its next word. */
const BESIDE = 112

/**
 * The names at some hits of one tree that stand inside one text node and that a look can tell; the
 * others are left to the full reading. Asks nothing of the layout.
 */
export function findNames(hits: TextHit[], findName: NameFinder): EarlyName[] {
  'use eager'
  const names: EarlyName[] = []
  const root = hits[0] && treeOf(hits[0].node)
  if (root && isShadowRoot(root) && isInSkipped(root)) return names
  let end = 0
  let outside: Element | undefined
  for (const hit of hits) {
    // One name may hold the beginning of another.
    if (hit.at < end) continue
    const { node, offset, at } = hit
    const name = nameAt(hit, findName)
    const element = name && parentElementOf(node)
    if (!element || (element !== outside && closestOf(element, SKIPPED_SELECTOR))) continue
    outside = element
    end = at - offset + name.end
    const range = new StaticRange({
      startContainer: node,
      startOffset: offset,
      endContainer: node,
      endOffset: name.end,
    })
    names.push({ range, company: name.company, element })
  }
  return names
}

/**
 * The name at a hit, as offsets in its node. What stands beside the node goes on with its text, or is
 * apart from it: where both ways of reading tell the same, nobody needs to be asked which it is.
 */
function nameAt(hit: TextHit, findName: NameFinder): Name | undefined {
  'use eager'
  const { node, offset, text, at } = hit
  if (at === 0) return nameBeside(hit, findName)
  const start = at - offset
  const end = start + node.length
  const joined = findName(text, at)
  if (offset === 0 || (joined?.looked ?? at + NEXT_WORD) >= end) {
    const from = Math.max(start, 0)
    const apart = findName(text.slice(from, end), at - from)
    if (apart?.end !== (joined && joined.end - from)) return nameBeside(hit, findName)
  }
  return joined && { start: offset, end: joined.end - start, company: joined.company }
}

function nameBeside({ node, offset }: TextHit, findName: NameFinder): Name | undefined {
  'use eager'
  const { data } = node
  const before = offset === 0 ? textBeside(node, -1)?.slice(-1) : data.slice(0, offset)
  const behind = offset + BESIDE < data.length ? '' : textBeside(node, 1)
  if (before === undefined || behind === undefined) return undefined
  const name = findName(before + data.slice(offset) + behind.slice(0, BESIDE), before.length)
  const end = offset + (name ? name.end - name.start : Infinity)
  return name && end <= data.length ? { ...name, start: offset, end } : undefined
}

/**
 * The text on one side of a node, as far as the next node of its block holds it: a line break where
 * the block ends, `undefined` where it takes more than a step to tell.
 */
function textBeside(node: Text, way: -1 | 1): string | undefined {
  'use eager'
  const next = (of: Node) => (way < 0 ? previousOf(of) : nextOf(of))
  const inner = (of: Node) => (way < 0 ? lastChildOf(of) : firstChildOf(of))
  let at: Node = node
  while (!next(at)) {
    const parent = parentOf(at)
    if (!parent || !isElement(parent) || isBlock(parent)) return '\n'
    at = parent
  }
  for (let beside = next(at); beside; beside = inner(beside)) {
    if (isText(beside)) return beside.length > 0 ? beside.data : undefined
    if (!isElement(beside)) return undefined
    if (isBlock(beside)) return '\n'
    if (beside.nodeName === 'BR') return '\n'
  }
  return undefined
}
