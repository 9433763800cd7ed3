/**
 * Faster than this, in px per ms, and the pointer is on its way elsewhere. A hand that reads along a
 * line moves at about 0.2; one that has come to rest, tremor included, below half of that.
 */
export const HURRY_SPEED = 0.15
/** Speed is the way made in this many ms: long enough for a trembling hand to cancel itself out. */
export const SPEED_WINDOW_MS = 80

export type PointerSample = { x: number; y: number; time: number }

/** Tells whether a pointer hurries, from its places in order of time (px, ms). */
export function createSpeedGate(): { isHurrying(sample: PointerSample): boolean } {
  let recent: PointerSample[] = []
  return {
    isHurrying: (sample) => {
      const before = recent.findLast((one) => one.time <= sample.time - SPEED_WINDOW_MS)
      recent = [...recent.filter((one) => one.time >= (before?.time ?? 0)), sample]
      const [first = sample] = recent
      return speedBetween(first, sample) > HURRY_SPEED
    },
  }
}

/** Net way over time; samples closer than a frame to one another say little and count as a frame. */
function speedBetween(from: PointerSample, to: PointerSample): number {
  return Math.hypot(to.x - from.x, to.y - from.y) / Math.max(16, to.time - from.time)
}
