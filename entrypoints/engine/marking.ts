import { createDetector } from '../../core/detect.ts'
import type { BlockFindings } from '../../core/findings.ts'
import { hasCause, REACH } from '../../core/gate.ts'
import type { Lexicon } from '../../core/lexicon.ts'
import compiledLexicon from '../../data/lexicon.json'
import { companiesOf, queryFor } from '../../core/context-query.ts'
import { createCardHost } from '../../page/card-host.ts'
import { watchHover } from '../../page/hover.ts'
import { listMention } from '../../page/list-mentions.ts'
import { startPageEngine, type BlockDetector, type PageEngine } from '../../page/page-engine.ts'
import type { PageMention } from '../../page/placement.ts'
import { callBackground } from '../../extension/messages.ts'
import { CAUSE } from 'virtual:cause-patterns'
import { createCardDriver } from './card-driver.ts'

/** Marks, hover and card on one page, from switching on to switching off. */
export type Marking = { engine: PageEngine; stop(): void }

type Options = {
  site: string | undefined
  changed: () => void
  /** Called after each question to the background: it may be gone for good. */
  ended: () => void
}

// TypeScript reads a JSON file's words as any string; the indexer checked them when it wrote it.
const detector = createDetector(compiledLexicon as unknown as Lexicon)

const blockDetector: BlockDetector<BlockFindings> = {
  cause: { pattern: CAUSE, reach: REACH },
  scanBlock: detector.scanBlock,
  hasCause,
  gateMentions: detector.gateMentions,
}

export function startMarking({ site, changed, ended }: Options, life: AbortSignal): Marking {
  const control = new AbortController()
  const signal = AbortSignal.any([life, control.signal])
  const engine = startPageEngine(blockDetector, signal, changed)
  const ask = async (mention: PageMention) => {
    const companies = companiesOf(engine.list().map((one) => one.mention))
    const query = queryFor(listMention(mention), companies)
    return await callBackground('findContext', query).finally(ended)
  }
  watchHover(engine, createCardDriver(createCardHost(), ask, site), signal)
  return { engine, stop: () => control.abort() }
}
