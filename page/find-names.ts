import { isBlock, isElement, isInSkipped, isText } from './text-blocks.ts'
import type { TextHit } from './text-hits.ts'

/** A name that may be marked before anything around it is understood. */
export type EarlyName = { range: StaticRange; company: string; element: Element }

/** Looks at a place of a text and tells the name there, where it surely is one. */
export type NameFinder = (
  text: string,
  at: number,
) => { start: number; end: number; company: string } | undefined

/** In a node that goes on for so many characters, a name and its next word stand as a whole. */
const WHOLE = 112

/**
 * The names at some hits of one tree that stand inside one text node and that a look can tell; the
 * others are left to the full reading. Asks nothing of the layout.
 */
export function findNames(hits: TextHit[], findName: NameFinder): EarlyName[] {
  const names: EarlyName[] = []
  let end = 0
  for (const hit of hits) {
    // One name may hold the beginning of another.
    if (hit.at < end) continue
    const { node, offset, at } = hit
    const name = nameAt(hit, findName)
    const element = name && node.parentElement
    if (!element || isInSkipped(element)) continue
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
 * The name at a hit, as an offset in its node. What stands beside the node goes on with its text, or
 * is apart from it: where both ways of reading tell the same name, nobody needs to be asked which.
 */
function nameAt(hit: TextHit, findName: NameFinder): ReturnType<NameFinder> {
  const { node, offset, text, at } = hit
  const { data } = node
  const apart = findName(data, offset)
  if (offset > 0 && offset + WHOLE < data.length) return apart
  const joined = findName(text, at)
  if (apart && joined && apart.end - offset === joined.end - at) return apart
  return apart || joined ? nameBeside(hit, findName) : undefined
}

function nameBeside({ node, offset }: TextHit, findName: NameFinder): ReturnType<NameFinder> {
  const { data } = node
  const before = offset === 0 ? textBeside(node, -1)?.slice(-1) : data.slice(0, offset)
  const behind = offset + WHOLE < data.length ? '' : textBeside(node, 1)
  if (before === undefined || behind === undefined) return undefined
  const name = findName(before + data.slice(offset) + behind.slice(0, WHOLE), before.length)
  const end = offset + (name ? name.end - name.start : Infinity)
  return name && end <= data.length ? { ...name, start: offset, end } : undefined
}

/**
 * The text on one side of a node, as far as the next node of its block holds it: a line break where
 * the block ends, `undefined` where it takes more than a step to tell.
 */
function textBeside(node: Text, way: -1 | 1): string | undefined {
  const next = (of: Node) => (way < 0 ? of.previousSibling : of.nextSibling)
  const inner = (of: Node) => (way < 0 ? of.lastChild : of.firstChild)
  let at: Node = node
  while (!next(at)) {
    const parent = at.parentNode
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
