import { makeWide, NEAR_NAMES, PLAIN, SCRIPTS, STARTS } from 'virtual:cause-patterns'
import { createDetector, type Detector } from '../../core/detect/detect.ts'
import { createNearNameFinder } from '../../core/detect/find-near-name.ts'
import type { BlockFindings } from '../../core/detect/findings.ts'
import { hasCause, REACH } from '../../core/detect/gate.ts'
import type { Lexicon } from '../../core/detect/lexicon.ts'
import lexiconText from '../../data/lexicon.json?raw'
import type { Cause } from '../../page/candidates.ts'
import type { BlockDetector } from '../../page/page-engine.ts'

let made: Detector | undefined

/** The lexicon is read when the first block is: plain names are marked long before. */
function detector(): Detector {
  return (made ??= createDetector(JSON.parse(lexiconText) as Lexicon))
}

const cause: Cause = {
  patterns: { plain: PLAIN, starts: STARTS, others: { scripts: SCRIPTS, pattern: makeWide } },
  reach: REACH,
}

/** The extension's detector, as the page's engine wants it. */
export const blockDetector: BlockDetector<BlockFindings> = {
  cause,
  findName: createNearNameFinder(NEAR_NAMES),
  scanBlock: (text) => detector().scanBlock(text),
  hasCause,
  gateMentions: (findings) => detector().gateMentions(findings),
}
