import { makeWide, NEAR_NAMES, PLAIN, SCRIPTS, STARTS } from 'virtual:cause-patterns'
import { causeSources } from '../../core/detect/cause-pattern.ts'
import { createDetector, type Detector } from '../../core/detect/detect.ts'
import { createNearNameFinder } from '../../core/detect/find-near-name.ts'
import { askStarts } from '../../core/detect/name-starts.ts'
import type { BlockFindings } from '../../core/detect/findings.ts'
import { hasCause, REACH } from '../../core/detect/gate.ts'
import type { Lexicon } from '../../core/detect/lexicon.ts'
import { joinLexicon } from '../../core/packs/join-lexicon.ts'
import type { OwnNames } from '../../core/packs/own-names.ts'
import lexiconText from '../../data/lexicon.json?raw'
import type { Cause } from '../../page/candidates.ts'
import type { BlockDetector } from '../../page/page-engine.ts'

let made: Detector | undefined

let own: OwnNames[] = []

/** The lexicon is read when the first block is: plain names are marked long before. */
function detector(): Detector {
  return (made ??= createDetector(readLexicon()))
}

function readLexicon(): Lexicon {
  return joinLexicon(JSON.parse(lexiconText) as Lexicon, own).lexicon
}

/**
 * Names of the reader's own packs, from now on; without any nothing is read or made for them. Marking that
 * runs goes on with those before: it is to be started again.
 */
export function setOwnNames(names: OwnNames[]): void {
  own = names
  made = undefined
  cause = names.length === 0 ? BUNDLED : causeWithOwn()
}

/** Patterns of the bundled lexicon come with the build; those of others are made here. */
function causeWithOwn(): Cause {
  const { plain, starts, scripts, wide } = causeSources(readLexicon())
  return {
    patterns: {
      plain: new RegExp(plain, 'g'),
      startsIn: askStarts(starts),
      wide: () => new RegExp(wide, 'g'),
      scripts: new RegExp(scripts),
    },
    reach: REACH,
  }
}

const BUNDLED: Cause = {
  patterns: {
    plain: PLAIN,
    startsIn: askStarts(STARTS),
    wide: makeWide,
    scripts: SCRIPTS,
  },
  reach: REACH,
}

let cause = BUNDLED

/** The extension's detector, as the page's engine wants it. */
export const blockDetector: BlockDetector<BlockFindings> = {
  get cause() {
    return cause
  },
  findName: createNearNameFinder(NEAR_NAMES),
  prepare: () => void detector(),
  scanBlock: (text) => detector().scanBlock(text),
  hasCause,
  gateMentions: (findings) => detector().gateMentions(findings),
}
