import type { Mention } from '../core/mention.ts'
import { elementAround, isShown } from './boxes.ts'
import { mayHost, type ShadowRootOf } from './shadow-roots.ts'
import { placeOf, type TextBlock } from './text-blocks.ts'

/** A mention at its place in the page. `id` is unique in this frame and never used again. */
export type PageMention = {
  id: number
  mention: Mention
  block: TextBlock
  range: StaticRange
}

/** Where each mention stands, by id, by node and by element. Marks that did not move keep their id. */
export function createPlacement(shadowRootOf: ShadowRootOf) {
  let mentions: PageMention[] = []
  let byNode = new Map<Node, PageMention[]>()
  let elements = new Set<Element | null>()
  let hidden = new Set<Element>()
  let newest = 0

  /** Answers whether anything a reader or the digest could tell has changed. */
  const replace = (blocks: TextBlock[], found: Mention[][]): boolean => {
    const old = mentions
    hidden = new Set()
    const before = new Map(old.map((one) => [keyOf(one), one]))
    mentions = blocks.flatMap((block, index) =>
      (found[index] ?? []).flatMap((mention) => {
        const range = rangeOf(block, mention)
        if (!range) return []
        if (!isVisible(range, shadowRootOf)) {
          const around = elementAround(range.startContainer)
          if (around) hidden.add(around)
          return []
        }
        const fresh = { id: newest + 1, mention, block, range }
        const known = before.get(keyOf(fresh))
        if (known && sameRange(known.range, range))
          return [{ ...fresh, id: known.id, range: known.range }]
        newest += 1
        return [fresh]
      }),
    )
    byNode = indexNodes(mentions)
    elements = new Set([...byNode.keys()].map(elementAround))
    return old.length !== mentions.length || mentions.some((one, i) => !isSame(one, old[i]))
  }
  return {
    replace,
    list: () => mentions,
    /** The elements of mentions that are left out because nobody can see them. */
    hidden: () => hidden,
    get: (id: number) => mentions.find((one) => one.id === id),
    hasMention: (element: Element) => elements.has(element),
    at: (node: Node, offset: number, among: ReadonlySet<PageMention>) =>
      byNode
        .get(node)
        ?.filter((one) => among.has(one) && covers(one, node, offset))
        .toSorted((a, b) => length(a) - length(b))[0],
  }
}

const nodeKeys = new WeakMap<Node, number>()
let newestKey = 0
function keyOf({ mention, range }: PageMention): string {
  let key = nodeKeys.get(range.startContainer)
  if (key === undefined) nodeKeys.set(range.startContainer, (key = newestKey += 1))
  return `${key}:${range.startOffset}:${mention.kind}`
}

/** Same mark with the same words around it. */
function isSame(one: PageMention, other: PageMention | undefined): boolean {
  return one.id === other?.id && one.block.text === other.block.text
}

function sameRange(a: StaticRange, b: StaticRange): boolean {
  return a.endContainer === b.endContainer && a.endOffset === b.endOffset
}

function rangeOf(block: TextBlock, { start, end }: Mention): StaticRange | undefined {
  const from = placeOf(block, start, false)
  const to = placeOf(block, end, true)
  return (
    from &&
    to &&
    new StaticRange({
      startContainer: from[0],
      startOffset: from[1],
      endContainer: to[0],
      endOffset: to[1],
    })
  )
}

/**
 * Whether a reader can see it now. Of a shadow host's own text that is what a slot takes in; whatever
 * else is not slotted has no box. What a slot itself holds shows while nothing is slotted into it.
 */
function isVisible({ startContainer }: StaticRange, rootOf: ShadowRootOf): boolean {
  const element = elementAround(startContainer)
  if (!element || isFilled(element)) return false
  const isOwn = element === startContainer.parentNode
  const inner = isOwn && mayHost(element) ? rootOf(element) : undefined
  if (!inner) return isShown(element)
  const slot = slotOf(startContainer as Text, inner)
  return slot !== undefined && isShown(slot)
}

function isFilled(element: Element): boolean {
  return element instanceof HTMLSlotElement && element.assignedNodes().length > 0
}

/** A text in a closed tree's host does not tell its slot; the slots tell their texts. */
function slotOf(text: Text, root: ShadowRoot): HTMLSlotElement | undefined {
  if (root.mode === 'open') return text.assignedSlot ?? undefined
  return [...root.querySelectorAll('slot')].find((slot) => slot.assignedNodes().includes(text))
}

function indexNodes(mentions: PageMention[]): Map<Node, PageMention[]> {
  const byNode = new Map<Node, PageMention[]>()
  for (const mention of mentions)
    for (const { node } of piecesIn(mention)) {
      const before = byNode.get(node)
      if (before) before.push(mention)
      else byNode.set(node, [mention])
    }
  return byNode
}

function piecesIn({ block, mention }: PageMention) {
  return block.pieces.filter(
    ({ node, start }) => start < mention.end && start + node.length > mention.start,
  )
}

function covers({ block, mention }: PageMention, node: Node, offset: number): boolean {
  const piece = block.pieces.find((one) => one.node === node)
  if (!piece) return false
  const at = piece.start + offset
  return at >= mention.start && at <= mention.end
}

const length = ({ mention }: PageMention) => mention.end - mention.start
