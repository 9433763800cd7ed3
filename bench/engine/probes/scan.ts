import { findNearName, type NameStep } from '../../../core/detect/near-names.ts'
import { findNames } from '../../../page/find-names.ts'
import { findHits } from '../../../page/text-hits.ts'
import { PLAIN, readNearNames, SCRIPTS, WIDE } from 'virtual:cause-patterns'

declare const started: number

/** From nothing to the ranges of all names: what a page waits for before its first marks. */
export function run() {
  if (!PLAIN || !WIDE || !SCRIPTS) throw new Error('the patterns are not ready-made')
  let names: NameStep | undefined
  const find = (text: string, at: number) => {
    names ??= readNearNames?.()
    return names && findNearName(names, text, at)
  }
  const patterns = { plain: PLAIN, others: { pattern: WIDE, scripts: SCRIPTS } }
  let found = 0
  for (const hits of findHits(document.documentElement, patterns))
    found += findNames(hits, find).length
  return { ms: performance.now() - started, found }
}
