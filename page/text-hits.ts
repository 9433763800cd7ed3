import type { Owner } from './text-blocks.ts'

/**
 * Where a tree's text may concern us. It is walked with the browser's own walker, without a filter,
 * and joined in long stretches without separators, so that a name broken over elements is whole; the
 * patterns run over each stretch.
 */
export type TextHit = { node: Text; offset: number }

/** Global patterns that find too much and never too little. */
export type CausePatterns = {
  /** Names in plain letters, and phrases about the field; or everything. */
  plain: RegExp
  /** Names in other letters, and what may hide one: run only over texts that hold such letters. */
  others?: { pattern: RegExp; scripts: RegExp }
}

/** Characters and nodes of one stretch: enough for the patterns to run well, little enough to stop. */
const STRETCH_CHARACTERS = 131_072
const STRETCH_NODES = 3000
/** Text of scripts and styles is often longer than all that people read; shorter nodes are not asked. */
const SCRIPT_LENGTH = 500
/** What two pieces of a long text share, so that no name is cut: longer than any beginning of one. */
const OVERLAP = 64

type Stretch = { nodes: Text[]; parts: string[]; ended: boolean }

/**
 * The hits under `root`, stretch by stretch, in the order of the text. Does not enter shadow roots.
 */
export function* findHits(root: Owner, patterns: CausePatterns): Generator<TextHit[], void> {
  const walker = document.createTreeWalker(root, SHOW_TEXTS)
  let carried: Text | undefined
  for (let ended = false; !ended;) {
    const stretch = readStretch(walker, carried)
    ended = stretch.ended
    const text = stretch.parts.join('')
    if (text.length <= 2 * STRETCH_CHARACTERS) yield hitsIn(stretch, text, patterns)
    else yield* hitsInPieces(stretch, text, patterns)
    // Begins the next stretch, so that no name is cut.
    const last = stretch.nodes.at(-1)
    carried = last && last.length < OVERLAP ? last : undefined
  }
}

/**
 * Text, and the CDATA sections of XML documents. As numbers, and interfaces told by their names all
 * through the first reading: each of the browser's own constructors costs a new world 50 µs to meet.
 */
export const SHOW_TEXTS = 4 | 8

function readStretch(walker: TreeWalker, carried: Text | undefined): Stretch {
  const nodes = carried ? [carried] : []
  const parts = carried ? [carried.data] : []
  for (let length = 0; length < STRETCH_CHARACTERS && nodes.length < STRETCH_NODES;) {
    const node = walker.nextNode() as Text | null
    if (!node) return { nodes, parts, ended: true }
    const { data } = node
    if (data.length > SCRIPT_LENGTH && isProgram(node)) continue
    nodes.push(node)
    parts.push(data)
    length += data.length
  }
  return { nodes, parts, ended: false }
}

function isProgram({ parentNode }: Text): boolean {
  const name = parentNode?.nodeName
  return name === 'SCRIPT' || name === 'STYLE' || name === 'script' || name === 'style'
}

function hitsIn(stretch: Stretch, text: string, patterns: CausePatterns, from = 0): TextHit[] {
  const places = placesIn(text, patterns)
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

/** Offsets of all finds, in order. */
function placesIn(text: string, { plain, others }: CausePatterns): number[] {
  const places: number[] = []
  plain.lastIndex = 0
  for (let it = plain.exec(text); it; it = plain.exec(text)) places.push(it.index)
  if (!others?.scripts.test(text)) return places
  const { pattern } = others
  pattern.lastIndex = 0
  for (let it = pattern.exec(text); it; it = pattern.exec(text)) places.push(it.index)
  return places.toSorted((a, b) => a - b)
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
