import type { BlockFindings, GateDecision } from './findings.ts'
import { decideMentions } from './gate.ts'
import type { Lexicon } from './lexicon.ts'
import type { Mention } from '../mention.ts'
import type { Tables } from './scan-block.ts'
import { createTables, scanBlock } from './scan-block.ts'
import { splitBlocks } from './split-blocks.ts'

/** Finds mentions. Offsets are UTF-16, into the text that was given. */
export type Detector = {
  /** What one block of text (a paragraph, a cell) holds, not yet judged. */
  scanBlock: (text: string) => BlockFindings
  /** The mentions of a page's blocks, in order: those for which there is context to show. */
  gateMentions: (findings: BlockFindings[]) => Mention[][]
  /** The same with what was left out, and why. */
  explainMentions: (findings: BlockFindings[]) => GateDecision[][]
  /** Mentions of a whole plain text, ordered by start. */
  detectMentions: (text: string) => Mention[]
}

/** Makes a detector; the lexicon's tables are built when the first block is scanned. */
export function createDetector(lexicon: Lexicon): Detector {
  let tables: Tables | undefined
  const scan = (text: string) => scanBlock(text, (tables ??= createTables(lexicon)))
  const explainMentions = (findings: BlockFindings[]) => decideMentions(findings, tables?.offices)
  const gateMentions = (findings: BlockFindings[]) =>
    explainMentions(findings).map((decisions) => decisions.flatMap((one) => one.mention ?? []))
  const detectMentions = (text: string) => {
    const blocks = splitBlocks(text)
    const gated = gateMentions(blocks.map((block) => scan(text.slice(block.start, block.end))))
    return gated.flatMap((mentions, i) =>
      mentions.map((one) => shiftMention(one, blocks[i]?.start ?? 0)),
    )
  }
  return { scanBlock: scan, gateMentions, explainMentions, detectMentions }
}

/** A mention moved by `offset` characters. */
export function shiftMention<T extends Mention>(mention: T, offset: number): T {
  const { start, end, sentence } = mention
  return {
    ...mention,
    start: start + offset,
    end: end + offset,
    sentence: { start: sentence.start + offset, end: sentence.end + offset },
  }
}
