import { PNG } from 'pngjs'
import type { Box } from './card.ts'

/** How far a mark's line may be drawn beyond its box, in px. */
const AROUND = 4

/** Of 255: browsers round a pattern of dots now up, now down, by the tile that it is drawn in. */
const ROUNDING = 1

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
    if (isSame(a.data, b.data, at)) continue
    const [x, y] = [(at / 4) % a.width, Math.floor(at / 4 / a.width)]
    counts[boxes.some((box) => isIn(box, x, y)) ? 'inside' : 'outside'] += 1
  }
  return counts
}

function isSame(a: Uint8Array, b: Uint8Array, at: number): boolean {
  for (let channel = at; channel < at + 4; channel += 1)
    if (Math.abs((a[channel] ?? 0) - (b[channel] ?? 0)) > ROUNDING) return false
  return true
}

function isIn(box: Box, x: number, y: number): boolean {
  return (
    x >= box.x - AROUND &&
    x <= box.x + box.width + AROUND &&
    y >= box.y - AROUND &&
    y <= box.y + box.height + AROUND
  )
}
