import type { Page } from 'puppeteer-core'
import { callBackground } from './own-api.ts'
import type { Rig } from './rig.ts'

/**
 * Keeps the background's thread busy for so long, in ms, from now on: what it is asked meanwhile it
 * answers afterwards. In Firefox all pages of the extension share that thread. `front` stands in front.
 */
export async function holdBackground(rig: Rig, front: Page, span: number): Promise<void> {
  // No timer: those of a tab that nobody sees are late.
  const beBusy = `{
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => { for (const end = Date.now() + ${span}; Date.now() < end; ); port1.close() }
    port2.postMessage('now')
  }`
  // The helper page is there from its first use on; a call wakes the background.
  await callBackground(rig, front, 'readSettings')
  if (rig.name === 'firefox')
    return void (await (await rig.findOwnPage('/manifest.json')).evaluate(beBusy))
  const target = await rig.browser.waitForTarget(
    (it) => it.type() === 'service_worker' && it.url().startsWith(rig.origin),
  )
  await (await target.worker())?.evaluate(beBusy)
}
