import { makeWide, NEAR_NAMES, PLAIN, SCRIPTS, STARTS } from 'virtual:cause-patterns'
import type { CausePatterns } from '../../../core/detect/find-cause.ts'
import { createNearNameFinder } from '../../../core/detect/find-near-name.ts'
import { askStarts } from '../../../core/detect/name-starts.ts'

/** What a scan needs of the lexicon, as the extension has it; the row's own lexicon is in the bundle. */
export function readNameFinder() {
  const patterns: CausePatterns = {
    plain: PLAIN,
    startsIn: askStarts(STARTS),
    wide: makeWide,
    scripts: SCRIPTS,
  }
  return { patterns, findName: createNearNameFinder(NEAR_NAMES) }
}
