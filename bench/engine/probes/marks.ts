import { findNearName, type NameStep } from '../../../core/detect/near-names.ts'
import { markOf } from '../../../core/page-report.ts'
import { findNames } from '../../../page/find-names.ts'
import { createHighlighter } from '../../../page/highlighter.ts'
import { findHits } from '../../../page/text-hits.ts'
import { PLAIN, readNearNames, SCRIPTS, WIDE } from 'virtual:cause-patterns'

declare const started: number

/** Scan and highlight: what the peers' whole work is compared with. */
export function run() {
  if (!PLAIN || !WIDE || !SCRIPTS) throw new Error('the patterns are not ready-made')
  const highlighter = createHighlighter(new AbortController().signal)
  let names: NameStep | undefined
  const find = (text: string, at: number) => {
    names ??= readNearNames?.()
    return names && findNearName(names, text, at)
  }
  const patterns = { plain: PLAIN, others: { pattern: WIDE, scripts: SCRIPTS } }
  let found = 0
  for (const hits of findHits(document.documentElement, patterns)) {
    const early = findNames(hits, find)
    found += early.length
    highlighter.add(
      early.map(({ range, company, element }) => ({
        kind: markOf({ kind: 'company', company }),
        range,
        owner: element,
      })),
    )
  }
  return { ms: performance.now() - started, found }
}
