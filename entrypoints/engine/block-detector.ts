import { PLAIN, readNearNames, SCRIPTS, WIDE } from 'virtual:cause-patterns'
import { createDetector } from '../../core/detect/detect.ts'
import type { BlockFindings } from '../../core/detect/findings.ts'
import { hasCause, REACH } from '../../core/detect/gate.ts'
import type { Lexicon } from '../../core/detect/lexicon.ts'
import { findNearName, type NameStep } from '../../core/detect/near-names.ts'
import compiledLexicon from '../../data/lexicon.json'
import type { Cause } from '../../page/candidates.ts'
import type { BlockDetector } from '../../page/page-engine.ts'

// TypeScript reads a JSON file's words as any string; the indexer checked them when it wrote it.
const detector = createDetector(compiledLexicon as unknown as Lexicon)

const cause: Cause = {
  patterns: { plain: PLAIN, others: { pattern: WIDE, scripts: SCRIPTS } },
  reach: REACH,
}

let names: NameStep | undefined

/** The extension's detector, as the page's engine wants it. */
export const blockDetector: BlockDetector<BlockFindings> = {
  cause,
  findName: (text, at) => {
    const known = (names ??= readNearNames())
    return findNearName(known, text, at)
  },
  scanBlock: detector.scanBlock,
  hasCause,
  gateMentions: detector.gateMentions,
}
