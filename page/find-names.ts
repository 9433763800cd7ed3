import { isBlock, isElement, isInSkipped, isText } from './text-blocks.ts'
import type { TextHit } from './text-hits.ts'

/** A name that may be marked before anything around it is understood. */
export type EarlyName = { range: StaticRange; company: string; element: Element }

/** Looks at a place of a text and tells the name there, where it surely is one. */
export type NameFinder = (
  text: string,
  at: number,
) => { start: number; end: number; company: string } | undefined

/** What is looked at of each node, in characters: longer than any name with its next word. */
const AFTER = 112
/** Where at least so many characters follow a name, they tell whether it goes on. */
const NEXT_WORD = 40

/**
 * The names at some hits that stand inside one text node and that a look at it and at the nodes
 * beside it can tell; the others are left to the full reading. Asks nothing of the layout.
 */
export function findNames(hits: TextHit[], findName: NameFinder): EarlyName[] {
  const names: EarlyName[] = []
  let last: StaticRange | undefined
  for (const { node, offset } of hits) {
    // One name may hold the beginning of another.
    if (last && last.startContainer === node && offset < last.endOffset) continue
    const name = nameAt(node, offset, findName)
    const element = name && node.parentElement
    if (!element || isInSkipped(element)) continue
    last = new StaticRange({
      startContainer: node,
      startOffset: name.start,
      endContainer: node,
      endOffset: name.end,
    })
    names.push({ range: last, company: name.company, element })
  }
  return names
}

function nameAt(node: Text, offset: number, findName: NameFinder): ReturnType<NameFinder> {
  const { data } = node
  const lead = offset === 0 ? textBeside(node, -1)?.slice(-1) : data.charAt(offset - 1)
  if (lead === undefined) return undefined
  const near = lead + data.slice(offset, offset + AFTER)
  let name = findName(near, lead.length)
  // Near the node's end the next one may go on with the word, or with the name.
  if (offset + AFTER > data.length && near.length < (name?.end ?? 0) + NEXT_WORD) {
    const after = textBeside(node, 1)
    name = after === undefined ? undefined : findName(near + after.slice(0, AFTER), lead.length)
  }
  if (!name) return undefined
  const [start, end] = [offset, offset + name.end - name.start]
  return end > data.length ? undefined : { start, end, company: name.company }
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
