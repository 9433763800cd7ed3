import { isBlock, isElement, isSkipped, isText } from './text-blocks.ts'
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

/**
 * The names at some hits that stand inside one text node and that a look at it and at the nodes
 * beside it can tell; the others are left to the full reading. Asks nothing of the layout.
 */
export function findNames(hits: TextHit[], findName: NameFinder): EarlyName[] {
  const names: EarlyName[] = []
  const readable = new Map<Element, boolean>()
  for (const { node, offset } of hits) {
    const last = names.at(-1)?.range
    // One name may hold the beginning of another.
    if (last && last.startContainer === node && offset < last.endOffset) continue
    const element = node.parentElement
    const name = element && nameAt(node, offset, findName)
    if (!name || !isReadable(element, readable)) continue
    const range = new StaticRange({
      startContainer: node,
      startOffset: name.start,
      endContainer: node,
      endOffset: name.end,
    })
    names.push({ range, company: name.company, element })
  }
  return names
}

function nameAt(node: Text, offset: number, findName: NameFinder): ReturnType<NameFinder> {
  const { data } = node
  const before = offset === 0 ? textBeside(node, -1) : data.charAt(offset - 1)
  const near = data.slice(offset, offset + AFTER)
  const after = offset + AFTER > data.length ? textBeside(node, 1) : ''
  if (before === undefined || after === undefined) return undefined
  const lead = before.slice(-1)
  const name = findName(lead + near + after.slice(0, AFTER), lead.length)
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

/** As `isInSkipped`, with a memory: names stand in few places, and the ancestors are the same ones. */
function isReadable(element: Element, known: Map<Element, boolean>): boolean {
  const passed: Element[] = []
  let readable = true
  for (let at: Element | null = element; at && readable; at = at.parentElement) {
    const before = known.get(at)
    if (before !== undefined) {
      readable = before
      break
    }
    passed.push(at)
    readable = !isSkipped(at)
  }
  for (const one of passed) known.set(one, readable)
  return readable
}
