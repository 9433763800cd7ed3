import { findCause, type CausePatterns } from '../core/detect/find-cause.ts'
import type { Owner } from './text-blocks.ts'

/**
 * Where a tree's text may concern us. It is walked with the browser's own walker, without a filter,
 * and joined in long stretches without separators, so that a name broken over elements is whole; the
 * patterns run over each stretch.
 */
export type TextHit = { node: Text; offset: number }

/** Nodes and characters of one stretch: enough for the patterns to run well, little enough to stop. */
const STRETCH_NODES = 3000
const STRETCH_CHARACTERS = 131_072
/** Text of scripts and styles is often longer than all that people read; shorter nodes are not asked. */
const LONG = 4000
/** What two pieces of a long text share, so that no name is cut: longer than any beginning of one. */
const OVERLAP = 64

type Stretch = { nodes: Text[]; parts: string[]; ended: boolean }

/**
 * The hits under `root`, stretch by stretch, in the order of the text. Does not enter shadow roots.
 */
export function* findHits(root: Owner, patterns: CausePatterns): Generator<TextHit[], void> {
  const walker = document.createTreeWalker(root, SHOW_TEXTS)
  let carried: Text[] = []
  for (let ended = false; !ended;) {
    const stretch = readStretch(walker, carried)
    ended = stretch.ended
    const text = stretch.parts.join('')
    if (text.length <= 2 * STRETCH_CHARACTERS) yield hitsIn(stretch, text, patterns)
    else yield* hitsInPieces(stretch, text, patterns)
    carried = endOf(stretch)
  }
}

/** Short nodes at the end of a stretch begin the next one too, so that no name is cut. */
function endOf({ nodes, parts }: Stretch): Text[] {
  let from = nodes.length
  for (let length = 0; from > 0; from--) {
    length += parts[from - 1]?.length ?? 0
    if (length >= OVERLAP) break
  }
  return nodes.slice(Math.max(from, 1))
}

/**
 * Text, and the CDATA sections of XML documents. As numbers, and interfaces told by their names all
 * through the first reading: each of the browser's own constructors costs a new world 50 µs to meet.
 */
export const SHOW_TEXTS = 4 | 8

function readStretch(walker: TreeWalker, carried: Text[]): Stretch {
  const nodes = carried
  const parts = carried.map(({ data }) => data)
  let left = STRETCH_CHARACTERS
  while (left > 0 && nodes.length < STRETCH_NODES) {
    const node = walker.nextNode() as Text | null
    if (!node) return { nodes, parts, ended: true }
    const { data } = node
    if (data.length > LONG && isProgram(node)) continue
    nodes.push(node)
    parts.push(data)
    left -= data.length
  }
  return { nodes, parts, ended: false }
}

function isProgram({ parentNode }: Text): boolean {
  const name = parentNode?.nodeName
  return name === 'SCRIPT' || name === 'STYLE' || name === 'script' || name === 'style'
}

function hitsIn(stretch: Stretch, text: string, patterns: CausePatterns, from = 0): TextHit[] {
  const places = findCause(text, patterns)
  const { nodes, parts } = stretch
  const hits: TextHit[] = []
  let at = 0
  let start = 0
  for (const place of places) {
    const index = from + place
    for (
      let length = parts[at]?.length ?? 0;
      start + length <= index;
      length = parts[at]?.length ?? 0
    ) {
      start += length
      at += 1
    }
    const node = nodes[at]
    if (node) hits.push({ node, offset: index - start })
  }
  return hits
}

function* hitsInPieces(
  stretch: Stretch,
  text: string,
  patterns: CausePatterns,
): Generator<TextHit[], void> {
  for (let from = 0; from < text.length; from += STRETCH_CHARACTERS) {
    const piece = text.slice(from, from + STRETCH_CHARACTERS + OVERLAP)
    yield hitsIn(stretch, piece, patterns, from)
  }
}
