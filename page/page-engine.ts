import type { Mention } from '../core/mention.ts'
import { markOf } from '../core/page-report.ts'
import { createHighlighter, type Mark } from './highlighter.ts'
import { watchPage, type Roots } from './page-watcher.ts'
import { findOwners, type Cause } from './candidates.ts'
import { inSlices } from './in-slices.ts'
import { createPlacement, type PageMention } from './placement.ts'
import { collectBlocks, splitAtBoxes, type TextBlock } from './text-blocks.ts'

/** What the engine needs of a detector; `Findings` is the detector's own affair. */
export type BlockDetector<Findings> = {
  /** Which blocks are worth a scan. */
  cause: Cause
  scanBlock(text: string): Findings
  /** Whether a block with these findings is cause to read on after it. */
  hasCause(findings: Findings): boolean
  /** The mentions of each block, now that all blocks with cause are known, in page order. */
  gateMentions(findings: Findings[]): Mention[][]
}

export type PageEngine = {
  /** All visible mentions in reading order. */
  list(): PageMention[]
  /** A mention by its id; `undefined` once it is gone. */
  get(id: number): PageMention | undefined
  /** The mention at a place in a text node, the shortest where several cover it. */
  at(node: Node, offset: number): PageMention | undefined
  /** Whether an element directly holds text with a mention: a gate before costlier questions. */
  hasMention(element: Element): boolean
  /** Scrolls a mention into view and lights it for a moment; `false` where it is gone. */
  reveal(id: number): boolean
}

type ScannedBlock<Findings> = { block: TextBlock; findings: Findings }

/**
 * Finds and marks the mentions in a document, and keeps them right while it changes, until `signal`
 * ends it. `changed` is called after the marks have changed.
 */
export function startPageEngine<Findings>(
  detector: BlockDetector<Findings>,
  signal: AbortSignal,
  changed: () => void,
): PageEngine {
  const scanned = new Map<Element, ScannedBlock<Findings>[]>()
  const highlighter = createHighlighter(signal)
  const placed = createPlacement()

  const hasCause = (owner: Element) =>
    scanned.get(owner)?.some(({ findings }) => detector.hasCause(findings)) ?? false
  const read = async (roots: Roots) => {
    const owners = await inSlices(findOwners(roots, detector.cause, hasCause), signal)
    if (!owners) return
    for (const owner of scanned.keys())
      if (!owner.isConnected || owners.has(owner) || isUnderRoot(owner, roots))
        scanned.delete(owner)
    await inSlices(scanOwners(owners), signal)
    publish()
  }
  function* scanOwners(owners: Set<Element>): Generator<void, true> {
    for (const owner of owners) {
      const parts = collectBlocks(owner, false).flatMap(splitAtBoxes)
      const blocks = parts.map((block) => ({ block, findings: detector.scanBlock(block.text) }))
      if (blocks.length > 0) scanned.set(owner, blocks)
      yield
    }
    return true
  }
  const publish = () => {
    const blocks = [...scanned.values()].flat().toSorted(byPlace)
    const mentions = detector.gateMentions(blocks.map((one) => one.findings))
    const news = placed.replace(
      blocks.map((one) => one.block),
      mentions,
    )
    // Painted either way: a page may have cleared the registry.
    highlighter.paint(placed.list().map(toMark))
    if (news) changed()
  }

  watchPage({ read, recheck: publish }, signal)
  return {
    list: placed.list,
    get: placed.get,
    at: placed.at,
    hasMention: placed.hasMention,
    reveal: (id) => {
      const found = placed.get(id)
      if (!found) return false
      scrollTo(found.range)
      highlighter.flash(found.range)
      return true
    },
  }
}

function isUnderRoot(owner: Element, roots: Roots): boolean {
  for (let at: Element | null = owner; at; at = at.parentElement) {
    const deep = roots.get(at)
    if (deep || (deep === false && at === owner)) return true
  }
  return false
}

function byPlace(a: { block: TextBlock }, b: { block: TextBlock }): number {
  const [one, other] = [a.block.pieces[0]?.node, b.block.pieces[0]?.node]
  if (!one || !other || one === other) return 0
  return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
}

function toMark({ mention, range, block }: PageMention): Mark {
  return { kind: markOf(mention), range, owner: block.owner }
}

function scrollTo(range: StaticRange): void {
  const element = range.startContainer.parentElement
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  element?.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'smooth' })
}
