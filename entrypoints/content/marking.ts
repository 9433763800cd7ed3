import { createDetector } from '../../core/detect.ts'
import type { BlockFindings } from '../../core/findings.ts'
import type { Lexicon } from '../../core/lexicon.ts'
import compiledLexicon from '../../data/lexicon.json'
import { companiesOf, queryFor } from '../../core/context-query.ts'
import { createCardHost } from '../../page/card-host.ts'
import { watchHover } from '../../page/hover.ts'
import { listMention } from '../../page/list-mentions.ts'
import { startPageEngine, type PageEngine } from '../../page/page-engine.ts'
import type { PageMention } from '../../page/placement.ts'
import { callBackground } from '../../extension/messages.ts'
import { createCardDriver } from './card-driver.ts'

/** Marks, hover and card on one page, from switching on to switching off. */
export type Marking = { engine: PageEngine; stop(): void }

type Options = { site: string | undefined; changed: () => void }

// TypeScript reads a JSON file's words as any string; the indexer checked them when it wrote it.
const detector = createDetector(compiledLexicon as unknown as Lexicon)

const blockDetector = {
  scanBlock: (text: string) => {
    const findings = detector.scanBlock(text)
    return isEmpty(findings) ? undefined : findings
  },
  gateMentions: detector.gateMentions,
}

function isEmpty(findings: BlockFindings): boolean {
  return Object.values(findings).every((found) => found.length === 0)
}

export function startMarking({ site, changed }: Options, ended: AbortSignal): Marking {
  const control = new AbortController()
  const signal = AbortSignal.any([ended, control.signal])
  const engine = startPageEngine(blockDetector, signal, changed)
  const ask = (mention: PageMention) => {
    const companies = companiesOf(engine.list().map((one) => one.mention))
    return callBackground('findContext', queryFor(listMention(mention), companies))
  }
  watchHover(engine, createCardDriver(createCardHost(), ask, site), signal)
  return { engine, stop: () => control.abort() }
}
