import { callFrame } from './messages.ts'
import { framesWithMentions } from './tab-counts.ts'

/**
 * Goes on stepping in the next (1) or previous (-1) frame of a tab that has mentions, round at the
 * ends: alone, a frame comes after itself.
 */
export async function enterNextFrame(tabId: number, left: number, by: 1 | -1): Promise<void> {
  for (const frameId of framesAfter(await framesWithMentions(tabId), left, by)) {
    // A frame may have gone since it reported.
    const entered = await callFrame({ tabId, frameId }, 'enterFrame', by).catch(() => false)
    if (entered) return
  }
}

/** All frames in the order in which they are tried; the one that was left comes last. */
function framesAfter(frames: number[], left: number, by: 1 | -1): number[] {
  const later = frames.filter((one) => one > left)
  const earlier = frames.filter((one) => one < left)
  const others = by === 1 ? [...later, ...earlier] : [...later, ...earlier].toReversed()
  return frames.includes(left) ? [...others, left] : others
}
