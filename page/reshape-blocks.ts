import { isInPage } from './form-safe.ts'
import { splitAtBoxes } from './split-at-boxes.ts'
import { collectBlocks, type Owner, type TextBlock } from './text-blocks.ts'

/** A block and what a detector has found in it. */
export type ScannedBlock<Findings> = { block: TextBlock; findings: Findings }

/**
 * Parts what ran on, and joins what was parted, as style sheets, attributes and slots have it now.
 * Texts that stay as they were are not scanned again.
 */
export function* reshapeBlocks<Findings>(
  scanned: Map<Owner, ScannedBlock<Findings>[]>,
  scanBlock: (text: string) => Findings,
): Generator<void, true> {
  for (const [owner, before] of scanned) {
    // Only what stands between two texts can part them.
    if (!isInPage(owner) || before.flatMap(({ block }) => block.pieces).length < 2) continue
    const known = new Map(before.map(({ block: { text }, findings }) => [text, findings]))
    const blocks = collectBlocks(owner, false).flatMap(splitAtBoxes)
    if (blocks.length !== before.length || !blocks.every(({ text }) => known.has(text)))
      scanned.set(
        owner,
        blocks.map((block) => ({
          block,
          findings: known.get(block.text) ?? scanBlock(block.text),
        })),
      )
    yield
  }
  return true
}
