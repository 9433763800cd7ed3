import type { Mention } from '../core/mention.ts'
import { markOf } from '../core/page-report.ts'
import { createHighlighter, type Mark } from './highlighter.ts'
import { watchPage } from './page-watcher.ts'
import { createPlacement, type PageMention } from './placement.ts'
import { collectBlocks, splitAtBoxes, type TextBlock } from './text-blocks.ts'

/** What the engine needs of a detector; `Findings` is the detector's own affair. */
export type BlockDetector<Findings> = {
  /** Cheap where nothing is: `undefined` for a block that cannot matter to any other. */
  scanBlock(text: string): Findings | undefined
  /** The mentions of each block, now that all blocks of the page are known, in page order. */
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

/** Longest stretch of work before the page gets its turn: half a frame at 60 Hz. */
const SLICE_MS = 8

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

  const read = async (roots: Map<Element, boolean>) => {
    for (const owner of scanned.keys())
      if (!owner.isConnected || isUnderRoot(owner, roots)) scanned.delete(owner)
    const blocks = [...roots].flatMap(([root, deep]) => collectBlocks(root, deep))
    let sliceEnd = performance.now() + SLICE_MS
    for (const block of blocks) {
      if (performance.now() > sliceEnd) {
        await nextTurn()
        if (signal.aborted) return
        sliceEnd = performance.now() + SLICE_MS
      }
      scanInto(scanned, detector, block)
    }
    publish()
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

/** Roots map to whether they are read with all that is under them or only their own text. */
function isUnderRoot(owner: Element, roots: Map<Element, boolean>): boolean {
  if (roots.has(owner)) return true
  for (let at = owner.parentElement; at; at = at.parentElement) if (roots.get(at)) return true
  return false
}

function scanInto<Findings>(
  scanned: Map<Element, ScannedBlock<Findings>[]>,
  detector: BlockDetector<Findings>,
  block: TextBlock,
): void {
  if (detector.scanBlock(block.text) === undefined) return
  for (const part of splitAtBoxes(block)) {
    const findings = detector.scanBlock(part.text)
    if (findings === undefined) continue
    const before = scanned.get(part.owner)
    if (before) before.push({ block: part, findings })
    else scanned.set(part.owner, [{ block: part, findings }])
  }
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

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel()
    channel.port1.addEventListener('message', () => resolve(), { once: true })
    channel.port1.start()
    channel.port2.postMessage(undefined)
  })
}
