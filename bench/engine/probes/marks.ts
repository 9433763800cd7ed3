import { markOf } from '../../../core/page-report.ts'
import { findNames } from '../../../page/find-names.ts'
import { createHighlighter } from '../../../page/highlighter.ts'
import { findHits } from '../../../page/text-hits.ts'
import { readNameFinder } from './name-finder.ts'

declare const started: number

/** Scan and highlight: what the peers' whole work is compared with. */
export function run() {
  const { patterns, findName } = readNameFinder()
  const highlighter = createHighlighter(new AbortController().signal, () => {})
  let found = 0
  for (const hits of findHits(document.documentElement, patterns)) {
    const early = findNames(hits, findName)
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
