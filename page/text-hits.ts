import { findCause, type CausePatterns } from '../core/detect/find-cause.ts'
import type { Owner } from './text-blocks.ts'

/**
 * Where a tree's text may concern us. It is walked with the browser's own walker, without a filter,
 * and joined in long stretches without separators, so that a name broken over elements is whole; the
 * patterns run over each stretch.
 */
export type TextHit = {
  node: Text
  offset: number
  /** The stretch, in which the texts of neighbours touch, and where in it the hit stands. */
  text: string
  at: number
}

/** Nodes and characters of one stretch: enough for the patterns to run well, little enough to stop. */
const STRETCH_NODES = 3000
const STRETCH_CHARACTERS = 131_072
/** Text of scripts and styles is often longer than all that people read; shorter nodes are not asked. */
const LONG = 4000
/** What two stretches share, so that no name is cut: longer than any name's beginning. */
const OVERLAP = 64

/** The text of some nodes, that of the first one without what is `cut` from its beginning. */
type Stretch = { nodes: Text[]; parts: string[]; cut: number }

/**
 * Text, and the CDATA sections of XML documents. As numbers, and interfaces told by their names all
 * through the first reading: each of the browser's own constructors costs a new world 50 µs to meet.
 */
export const SHOW_TEXTS = 4 | 8

/**
 * The hits under `root`, stretch by stretch, in the order of the text. Does not enter shadow roots.
 */
export function* findHits(root: Owner, patterns: CausePatterns): Generator<TextHit[], void> {
  const walker = document.createTreeWalker(root, SHOW_TEXTS)
  let stretch: Stretch = { nodes: [], parts: [], cut: 0 }
  for (let more = true; more;) {
    more = readOn(stretch, walker)
    const text = stretch.parts.join('')
    const end = text.length - (more ? OVERLAP : 0)
    if (end > 2 * STRETCH_CHARACTERS) yield* hitsInPieces(stretch, text, end, patterns)
    else yield hitsIn(stretch, findCause(text, patterns), text, end)
    if (more) stretch = endOf(stretch)
  }
}

/** Fills a stretch; `false` at the end of the tree. */
function readOn({ nodes, parts }: Stretch, walker: TreeWalker): boolean {
  let left = STRETCH_CHARACTERS
  for (let count = 0; left > 0 && count < STRETCH_NODES; count++) {
    const node = walker.nextNode() as Text | null
    if (!node) return false
    const { data } = node
    if (data.length > LONG && isProgram(node)) continue
    nodes.push(node)
    parts.push(data)
    left -= data.length
  }
  return true
}

function isProgram({ parentNode }: Text): boolean {
  const name = parentNode?.nodeName
  return name === 'SCRIPT' || name === 'STYLE' || name === 'script' || name === 'style'
}

/** The hits before `end` at some places of `text`, which is what the stretch holds from `from` on. */
function hitsIn(
  { nodes, parts, cut }: Stretch,
  places: number[],
  text: string,
  end: number,
  from = 0,
): TextHit[] {
  const hits: TextHit[] = []
  let index = 0
  let start = -cut
  let next = parts[0]?.length ?? 0
  for (const at of places) {
    if (at >= end) break
    while (next <= from + at) {
      start = next
      next += parts[++index]?.length ?? Infinity
    }
    const node = nodes[index]
    if (node) hits.push({ node, offset: from + at - start, text, at })
  }
  return hits
}

/** The same of one node that is longer than a stretch. */
function* hitsInPieces(
  stretch: Stretch,
  text: string,
  end: number,
  patterns: CausePatterns,
): Generator<TextHit[], void> {
  for (let from = 0; from < end; from += STRETCH_CHARACTERS) {
    const piece = text.slice(from, from + STRETCH_CHARACTERS + OVERLAP)
    const places = findCause(piece, patterns)
    yield hitsIn(stretch, places, piece, Math.min(STRETCH_CHARACTERS, end - from), from)
  }
}

/** What the next stretch begins with: the last characters of this one. */
function endOf({ nodes, parts, cut }: Stretch): Stretch {
  let left = OVERLAP
  let first = nodes.length
  while (first > 0 && left > 0) left -= parts[--first]?.length ?? 0
  const more = Math.max(0, -left)
  const ends = parts.slice(first)
  ends[0] = ends[0]?.slice(more) ?? ''
  return { nodes: nodes.slice(first), parts: ends, cut: more + (first === 0 ? cut : 0) }
}
