import { createDetector } from '../../../core/detect/detect.ts'
import type { Lexicon } from '../../../core/detect/lexicon.ts'
import type { Mention } from '../../../core/mention.ts'
import compiledLexicon from '../../../data/lexicon.json' with { type: 'json' }
import { createNameReader } from './find-names.ts'
import type { ShownBlock } from './shown-text.ts'

const lexicon = compiledLexicon as unknown as Lexicon
const detector = createDetector(lexicon)
const readNames = createNameReader(lexicon)

/** One mention in words: what it is, and the text on either side of it. */
export type Spoken = string

/**
 * What is to be marked in these blocks, in reading order. Names are read by the reference alone;
 * actions, which have no simple rules, by the detector, over every block of the page at once.
 */
export function expectMentions(blocks: ShownBlock[]): Spoken[] {
  const gated = detector.gateMentions(blocks.map(({ text }) => detector.scanBlock(text)))
  return blocks.flatMap((block, at) => {
    const actions = (gated[at] ?? []).filter((one) => one.kind === 'action')
    const names = readNames(block.text).map((name) => ({ ...name, kind: 'company' as const }))
    return [...actions, ...names]
      .toSorted((a, b) => a.start - b.start || b.end - a.end)
      .filter((one) => isShown(block, one.start))
      .map((one) => speak(whatIs(one), block.text, one))
  })
}

function isShown({ pieces }: ShownBlock, start: number): boolean {
  return pieces.findLast((piece) => piece.start <= start)?.shown ?? false
}

type What = { kind: 'company'; company: string } | Extract<Mention, { kind: 'action' }>

function whatIs(one: What): string {
  return one.kind === 'company' ? one.company : `${one.agency} ${one.action}`
}

/** Characters of the text on either side that are looked at, and those of them that are compared. */
const REACH = 240
const BESIDE = 12

function speak(what: string, text: string, { start, end }: { start: number; end: number }): Spoken {
  const before = text.slice(Math.max(0, start - REACH), start)
  return spoken(what, before, text.slice(start, end), text.slice(end, end + REACH))
}

/** The same for a mention and for what is expected: marks that part words are as good as blanks. */
export function spoken(what: string, before: string, surface: string, after: string): Spoken {
  const squeeze = (text: string) => text.replaceAll(/[\s\uFFFC]+/g, ' ')
  const left = squeeze(before).trimStart().slice(-BESIDE)
  const right = squeeze(after).trimEnd().slice(0, BESIDE)
  return `${left}[${what}: ${squeeze(surface)}]${right}`
}
