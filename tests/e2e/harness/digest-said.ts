import { until } from './until.ts'
import type { View } from './view.ts'

/** Waits until the digest, or another of our pages, says something. */
export async function untilSaid(panel: View, words: string): Promise<void> {
  await until(`it says “${words}”`, async () => (await panel.text()).includes(words))
}
