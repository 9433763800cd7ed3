import type { Mention } from '../core/mention.ts'
import { markOf } from '../core/page-report.ts'
import { findOwners, type Cause } from './candidates.ts'
import { findNames, type NameFinder } from './find-names.ts'
import { createHighlighter, type Mark } from './highlighter.ts'
import { inSlices } from './in-slices.ts'
import { comparePlaces } from './page-order.ts'
import { watchPage, type Roots } from './page-watcher.ts'
import { createPlacement, type PageMention } from './placement.ts'
import type { ShadowRootOf } from './shadow-roots.ts'
import {
  collectBlocks,
  elementOf,
  isShadowRoot,
  ownerOf,
  splitAtBoxes,
  type Owner,
  type TextBlock,
} from './text-blocks.ts'
import type { TextHit } from './text-hits.ts'

/** What the engine needs of a detector; `Findings` is the detector's own affair. */
export type BlockDetector<Findings> = {
  /** Which blocks are worth a scan. */
  cause: Cause
  /** Tells plain names at once, before any block is scanned. */
  findName?: NameFinder
  scanBlock(text: string): Findings
  /** Whether a block with these findings is cause to read on after it. */
  hasCause(findings: Findings): boolean
  /** The mentions of each block, now that all blocks with cause are known, in page order. */
  gateMentions(findings: Findings[]): Mention[][]
}

/** What only an extension may ask of a page, or do to it. */
export type PageAccess = {
  shadowRootOf: ShadowRootOf
  /** Lets marks show in a shadow tree, where the document's style sheets do not reach. */
  styleShadowRoot(root: ShadowRoot): void
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
 * ends it. Plain names are marked at once, the rest when the page has time. `changed` is called after
 * the mentions have changed.
 */
export function startPageEngine<Findings>(
  detector: BlockDetector<Findings>,
  access: PageAccess,
  signal: AbortSignal,
  changed: () => void,
): PageEngine {
  const scanned = new Map<Owner, ScannedBlock<Findings>[]>()
  const highlighter = createHighlighter(signal)
  const placed = createPlacement(access.shadowRootOf)

  const hasCause = (owner: Owner) =>
    scanned.get(owner)?.some(({ findings }) => detector.hasCause(findings)) ?? false
  const isKnown = (node: Text) => {
    const owner = ownerOf(node)
    return owner !== undefined && scanned.has(owner)
  }
  const markEarly = (hits: TextHit[]) => {
    if (!detector.findName || isEditable()) return
    const known = hits.filter(({ node }) => !isKnown(node))
    highlighter.add(findNames(known, detector.findName).map(toEarlyMark))
  }
  const read = async (roots: Roots) => {
    const owners = await inSlices(findOwners(roots, detector.cause, hasCause, markEarly), signal)
    if (!owners) return
    let gone = false
    for (const owner of scanned.keys())
      if (!owner.isConnected || owners.has(owner) || isUnderRoot(owner, roots))
        gone = scanned.delete(owner)
    // Most changes of a page concern nothing of ours: then all that stands is right.
    if (owners.size === 0 && !gone) return highlighter.restore()
    if (!isEditable()) await inSlices(scanOwners(owners), signal)
    publish()
  }
  function* scanOwners(owners: Set<Owner>): Generator<void, true> {
    for (const owner of owners) {
      const blocks: ScannedBlock<Findings>[] = []
      for (const block of collectBlocks(owner, false).flatMap(splitAtBoxes)) {
        blocks.push({ block, findings: detector.scanBlock(block.text) })
        yield
      }
      if (blocks.length > 0 && owner.isConnected) scanned.set(owner, blocks)
    }
    return true
  }
  const publish = () => {
    if (signal.aborted) return
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

  watchPage(
    { read, recheck: publish, restore: highlighter.restore, meet: access.styleShadowRoot },
    access.shadowRootOf,
    signal,
  )
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

/** A document in design mode is one editable region. */
function isEditable(): boolean {
  return document.designMode === 'on'
}

function isUnderRoot(owner: Owner, roots: Roots): boolean {
  if (roots.has(owner)) return true
  for (let at = owner.parentNode; at; at = at.parentNode) if (roots.get(at as Owner)) return true
  return false
}

function byPlace(a: { block: TextBlock }, b: { block: TextBlock }): number {
  const [one, other] = [a.block.pieces[0]?.node, b.block.pieces[0]?.node]
  return one && other ? comparePlaces(one, other) : 0
}

function toEarlyMark({ range, company, element }: ReturnType<typeof findNames>[number]): Mark {
  const owner = ownerOf(element)
  return {
    kind: markOf({ kind: 'company', company }),
    range,
    owner: owner ? elementOf(owner) : element,
  }
}

function toMark({ mention, range, block }: PageMention): Mark {
  return { kind: markOf(mention), range, owner: boxOf(block.owner) }
}

/** An element without a box of its own never intersects: its nearest ancestor with one stands in. */
function boxOf(owner: Element): Element {
  let at = owner
  while (getComputedStyle(at).display === 'contents') {
    const parent = at.parentNode
    const next = parent && isShadowRoot(parent) ? parent.host : at.parentElement
    if (!next) break
    at = next
  }
  return at
}

function scrollTo(range: StaticRange): void {
  const parent = range.startContainer.parentNode
  const element = parent && isShadowRoot(parent) ? parent.host : range.startContainer.parentElement
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  element?.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'smooth' })
}
