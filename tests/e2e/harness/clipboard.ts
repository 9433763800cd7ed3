import type { Page } from 'puppeteer-core'
import type { Rig } from './rig.ts'

/** The text in the clipboard, as `page` may read it: its origin has to be a secure one (127.0.0.1). */
export async function readClipboard(rig: Rig, page: Page): Promise<string> {
  if (rig.name === 'chromium') {
    const context = rig.browser.defaultBrowserContext()
    await context.overridePermissions(new URL(page.url()).origin, ['clipboard-read'])
  }
  await page.bringToFront()
  return page.evaluate(() => navigator.clipboard.readText())
}
