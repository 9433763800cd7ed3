import { findCause, type CausePatterns } from '../core/detect/find-cause.ts'
import { textOf } from './form-safe.ts'
import type { Owner } from './text-blocks.ts'
import { withoutHead } from './without-head.ts'

/**
 * Where a tree's text may concern us. The browser joins it, without separators, so that a name broken
 * over elements is whole; the patterns run over long stretches of it, and the browser's own walker
 * finds the nodes of what they find. So a tree without any is never walked, and no node is asked for
 * its text.
 */
export type TextHit = {
  node: Text
  offset: number
  /** The stretch, in which the texts of neighbours touch, and where in it the hit stands. */
  text: string
  at: number
}

/** Characters of one stretch: enough for the patterns to run well, little enough to stop. */
const STRETCH = 131_072
/** What two stretches share, so that no name is cut: longer than any name with its next word. */
const OVERLAP = 200
/** Nodes passed at one go. */
const STRIDE = 3000
/** What stands at a hit must be what was read, as far as so many characters. */
const CHECKED = 8
/** A page that changes so often while it is read is read at one go. */
const MOST_READINGS = 5

/**
 * Text, and the CDATA sections of XML documents. As numbers, and interfaces told by their names all
 * through the first reading: each of the browser's own constructors costs a new world 50 µs to meet.
 */
export const SHOW_TEXTS = 4 | 8

/**
 * The hits under a place in the order of the text, stretch by stretch. Does not enter shadow roots.
 * Where the page has changed between two stretches, so that nodes no longer hold what was read, it is
 * read again from the beginning, and hits may come twice.
 */
export function* findHits(
  place: Owner,
  patterns: CausePatterns,
  readings = 1,
): Generator<TextHit[], void> {
  'use eager'
  const root = (place === document.documentElement && withoutHead(document)) || place
  const all = textOf(root) ?? ''
  const walker = document.createTreeWalker(root, SHOW_TEXTS)
  let hits: TextHit[] = []
  let node = null as Text | null
  let start = 0
  let next = 0
  let left = STRIDE
  let mayDiffer = false
  for (let from = 0; from < all.length; from += STRETCH) {
    const text = all.length > STRETCH ? all.slice(from, from + STRETCH + OVERLAP) : all
    for (const at of findCause(text, patterns)) {
      if (at >= STRETCH) break
      while (next <= from + at) {
        node = walker.nextNode() as Text | null
        start = next
        next += node ? node.length : Infinity
        if (--left === 0) {
          left = STRIDE
          mayDiffer = true
          if (readings < MOST_READINGS) yield []
        }
      }
      const offset = from + at - start
      if (!node || (mayDiffer && !isThere(node, offset, text, at)))
        return yield* findHits(place, patterns, readings + 1)
      hits.push({ node, offset, text, at })
    }
    mayDiffer = true
    if (readings === MOST_READINGS) continue
    yield hits
    hits = []
  }
  yield hits
}

/** Whether a node still holds what was read. */
function isThere({ data }: Text, offset: number, text: string, at: number): boolean {
  return offset < data.length && text.startsWith(data.slice(offset, offset + CHECKED), at)
}
