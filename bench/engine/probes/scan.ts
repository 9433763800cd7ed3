import { findNames } from '../../../page/find-names.ts'
import { findHits } from '../../../page/text-hits.ts'
import { readNameFinder } from './name-finder.ts'

declare const started: number

/** From nothing to the ranges of all names: what a page waits for before its first marks. */
export function run() {
  const { patterns, findName } = readNameFinder()
  let found = 0
  for (const hits of findHits(document.documentElement, patterns))
    found += findNames(hits, findName).length
  return { ms: performance.now() - started, found }
}
