import type { Mention } from '../core/mention.ts'
import { splitAtBoxes } from './split-at-boxes.ts'
import { markOf } from '../core/page-report.ts'
import { chooseMarked, isWanted, type Marking } from '../core/settings/mark-filter.ts'
import { findOwners, type Cause } from './candidates.ts'
import { findNames, type EarlyName, type NameFinder } from './find-names.ts'
import { isInPage, parentOf, treeOf } from './form-safe.ts'
import { createHighlighter, type Mark } from './highlighter.ts'
import { boxOf } from './boxes.ts'
import { giveTurn, inSlices, newSlice } from './in-slices.ts'
import { keepOrder } from './keep-order.ts'
import type { ShadowTrees } from './near-blocks.ts'
import { comparePlaces } from './page-order.ts'
import { createHiddenWatch } from './watch-hidden.ts'
import { askUnder, withoutNested, type Roots } from './dirty-roots.ts'
import { watchPage } from './page-watcher.ts'
import { createPlacement, type PageMention } from './placement.ts'
import { reshapeBlocks, type ScannedBlock } from './reshape-blocks.ts'
import { scrollToRange } from './scroll-to-range.ts'
import type { ShadowRootOf } from './shadow-roots.ts'
import {
  collectBlocks,
  elementOf,
  isInSkipped,
  isShadowRoot,
  ownerOf,
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
  /** Makes ready what takes long, before the first block is scanned; nothing at later times. */
  prepare?(): void
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
  /** What is to be marked on this page now. */
  marking(): Marking
  /** Ends everything where the extension has been updated or removed; asked often. */
  checkAlive?(): void
  /**
   * The document has been written anew: whoever listened to it hears nothing any more, so that
   * everything has to be started again.
   */
  renew?(): void
}

export type PageEngine = {
  /** All visible mentions in reading order. */
  list(): PageMention[]
  /** A mention by its id; `undefined` once it is gone. */
  get(id: number): PageMention | undefined
  /** The marked mention at a place in a text node, the shortest where several cover it. */
  at(node: Node, offset: number): PageMention | undefined
  /** Whether an element directly holds text with a mention: a gate before costlier questions. */
  hasMention(element: Element): boolean
  /** Scrolls a mention into view and lights it for a moment; `false` where it is gone. */
  reveal(id: number): boolean
  /** Marks anew after `PageAccess.marking` has changed. */
  refilter(): void
}

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
  const highlighter = createHighlighter(signal, () => watch.recheckSoon())
  const placed = createPlacement(access.shadowRootOf)
  const hidden = createHiddenWatch(() => watch.recheckSoon(), signal)
  let marked = new Set<PageMention>()
  /**
   * As last told, in page order: what moves in the document is scanned again, and is another then. Not so
   * what moves with a host.
   */
  let ordered: ReadonlySet<ScannedBlock<Findings>> = new Set()

  const hasCause = (owner: Owner) =>
    scanned.get(owner)?.some(({ findings }) => detector.hasCause(findings)) ?? false
  const isKnown = (node: Text) => {
    const owner = ownerOf(node)
    return owner !== undefined && scanned.has(owner)
  }
  const markEarly = (hits: TextHit[]) => {
    if (!detector.findName || isEditable()) return
    const known = hits.filter(({ node }) => !isKnown(node))
    const names = findNames(known, detector.findName).filter((one) =>
      isEarly(access.marking(), one),
    )
    highlighter.add(names.map(toEarlyMark))
  }
  const read = async (roots: Roots, trees: ShadowTrees) => {
    const slice = newSlice()
    const search = findOwners(withoutNested(roots), trees, detector.cause, hasCause, markEarly)
    const owners = await inSlices(search, signal, slice)
    if (!owners) return
    const isUnder = askUnder(roots)
    const isRead = (owner: Owner) => roots.has(owner) || isUnder(parentOf(owner))
    const isShut = trees.size > 0 ? isShutIn : () => false
    let gone = false
    for (const owner of scanned.keys())
      if (!isInPage(owner) || owners.has(owner) || isRead(owner) || isShut(owner))
        gone = scanned.delete(owner)
    // Most changes of a page concern nothing of ours: then all that stands is right.
    if (owners.size === 0 && !gone) return highlighter.restore()
    if (!isEditable()) await inSlices(scanOwners(owners), signal, slice)
    await giveTurn(slice)
    publish()
  }
  function* scanOwners(owners: Set<Owner>): Generator<void, true> {
    detector.prepare?.()
    yield
    for (const owner of owners) {
      const blocks: ScannedBlock<Findings>[] = []
      const shown = collectBlocks(owner, false).flatMap(splitAtBoxes)
      yield
      for (const block of shown) {
        blocks.push({ block, findings: detector.scanBlock(block.text) })
        yield
      }
      if (blocks.length > 0 && isInPage(owner)) scanned.set(owner, blocks)
    }
    return true
  }
  const recheck = async () => {
    if (!isEditable() && (await inSlices(reshapeBlocks(scanned, detector.scanBlock), signal)))
      publish()
  }
  const publish = () => {
    if (signal.aborted) return
    const blocks = keepOrder([...scanned.values()].flat(), ordered, byPlace)
    ordered = new Set(blocks.filter(({ block }) => !isShadowRoot(treeOf(block.owner))))
    const marking = access.marking()
    const mentions = detector
      .gateMentions(blocks.map((one) => one.findings))
      .map((found, at) => found.filter((one) => isWantedIn(marking, blocks[at]?.block, one)))
    const news = placed.replace(
      blocks.map((one) => one.block),
      mentions,
    )
    // Painted either way: a page may have cleared the registry.
    marked = new Set(chooseMarked(marking, placed.list(), ({ block }) => block))
    highlighter.paint([...marked].map(toMark))
    hidden.watch(placed.hidden())
    if (news) changed()
  }

  const glance = () => {
    access.checkAlive?.()
    if (!signal.aborted) highlighter.restore()
  }
  const watch = watchPage(
    {
      read,
      recheck,
      glance,
      meet: access.styleShadowRoot,
      renew: () => access.renew?.(),
    },
    access.shadowRootOf,
    signal,
  )
  return {
    list: placed.list,
    get: placed.get,
    at: (node, offset) => placed.at(node, offset, marked),
    hasMention: placed.hasMention,
    reveal: (id) => {
      const found = placed.get(id)
      if (!found) return false
      scrollToRange(found.range)
      highlighter.flash(found.range)
      return true
    },
    refilter: publish,
  }
}

/** Where only first mentions are marked, it takes the full reading to tell which those are. */
function isEarly(marking: Marking, { company, range }: EarlyName): boolean {
  const { startContainer, startOffset, endOffset } = range
  const words = startContainer.nodeValue?.slice(startOffset, endOffset) ?? ''
  return marking.density === 'every' && isWanted(marking, { kind: 'company', company }, words)
}

function isWantedIn(marking: Marking, block: TextBlock | undefined, mention: Mention): boolean {
  return isWanted(marking, mention, block?.text.slice(mention.start, mention.end) ?? '')
}

/** A document in design mode is one editable region. */
function isEditable(): boolean {
  return document.designMode === 'on'
}

/** In a shadow tree whose host has come to stand in something that is never read. */
function isShutIn(owner: Owner): boolean {
  return isShadowRoot(treeOf(owner)) && isInSkipped(owner)
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
  // What has no box of its own never intersects.
  return { kind: markOf(mention), range, owner: boxOf(block.owner) }
}
