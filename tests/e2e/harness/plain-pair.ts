import { resolve } from 'node:path'
import type { Browser } from 'puppeteer-core'
import { launchChromium } from './chromium.ts'
import { launchFirefox } from './firefox.ts'
import { READER, startRig, VIEWPORT, type Rig } from './rig.ts'
import { recordTraffic, type Traffic } from './traffic.ts'

/** A browser and what it asks for. */
export type Plain = { browser: Browser; traffic: Traffic }

/** Two browsers on one test server: `rig` with the extension, `plain` without it, else alike. */
export type Pair = { rig: Rig; plain: Plain; close(): Promise<void> }

/** Starts both. Close them in `afterAll`. */
export async function startPair(...how: Parameters<typeof startRig>): Promise<Pair> {
  const rig = await startRig(...how)
  const traffic = await recordTraffic(rig.site.port)
  const launch = {
    extensions: [resolve(READER)],
    headless: true,
    proxyPort: traffic.port,
    viewport: VIEWPORT,
  }
  const browser =
    rig.name === 'chromium' ? await launchChromium(launch) : await launchFirefox(launch, '')
  return {
    rig,
    plain: { browser, traffic },
    close: async () => {
      await browser.close()
      await traffic.close()
      await rig.close()
    },
  }
}
