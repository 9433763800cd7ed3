import type { Rig } from './rig.ts'

/**
 * Ends the background at once, whatever it is doing: through the debugger in Chromium, as for idleness
 * in Firefox, which has no other way. One that is not there is left alone.
 */
export async function killBackground(rig: Rig): Promise<void> {
  if (rig.name === 'firefox') return rig.endBackground()
  const ours = rig.browser
    .targets()
    .filter((it) => it.type() === 'service_worker' && it.url().startsWith(rig.origin))
  await Promise.all(
    ours.map(async (it) => {
      // It may have gone by itself in between.
      const worker = await it.worker().catch(() => null)
      await worker?.close().catch(() => undefined)
    }),
  )
}
