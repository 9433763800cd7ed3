import { PNG } from 'pngjs'
import type { Box } from './card.ts'

/** How far a mark's line may be drawn beyond its box, in px. */
const AROUND = 4

/**
 * How many pixels differ between two pictures of a page outside some boxes, and inside them. Throws
 * where the pictures differ in size.
 */
export function countDifferences(
  one: Uint8Array,
  other: Uint8Array,
  boxes: Box[],
): { outside: number; inside: number } {
  const [a, b] = [PNG.sync.read(Buffer.from(one)), PNG.sync.read(Buffer.from(other))]
  if (a.width !== b.width || a.height !== b.height)
    throw new Error(`${a.width}×${a.height} and ${b.width}×${b.height}`)
  const counts = { outside: 0, inside: 0 }
  for (let at = 0; at < a.data.length; at += 4) {
    if (a.data.readUInt32BE(at) === b.data.readUInt32BE(at)) continue
    const [x, y] = [(at / 4) % a.width, Math.floor(at / 4 / a.width)]
    counts[boxes.some((box) => isIn(box, x, y)) ? 'inside' : 'outside'] += 1
  }
  return counts
}

function isIn(box: Box, x: number, y: number): boolean {
  return (
    x >= box.x - AROUND &&
    x <= box.x + box.width + AROUND &&
    y >= box.y - AROUND &&
    y <= box.y + box.height + AROUND
  )
}
