import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { clickInCard, untilCard } from '../tests/e2e/harness/card.ts'
import { untilMarks } from '../tests/e2e/harness/marks.ts'
import { callBackground } from '../tests/e2e/harness/own-api.ts'
import { hover } from '../tests/e2e/harness/pointer.ts'
import { startRig, type BrowserName, type Rig } from '../tests/e2e/harness/rig.ts'
import { tabOf } from '../tests/e2e/harness/own-pages.ts'
import { until } from '../tests/e2e/harness/until.ts'
import { pngPath } from '../tests/e2e/harness/view.ts'

/**
 * Pictures of the popup, the settings and the welcome page, light and dark, narrow and wide. The
 * extension has to be built before.
 *
 *     node scripts/screenshots-settings.ts [--firefox]
 */
const OUTPUT = 'demo-output/settings'
/** In CSS px: a narrow window, and a usual one. */
const WIDTHS = { narrow: 360, wide: 1000 }
const SITES = [
  '*.daily.example',
  'blog.weekly.example',
  '*.xn--mnchen-3ya.example',
  'file://',
  '127.0.0.1',
]
const POPUPS = [
  { name: 'on', pause: 'none', off: false, words: 'Mentions are marked' },
  { name: 'off', pause: 'none', off: true, words: 'Nothing is marked on this site' },
  { name: 'paused', pause: 'restart', off: true, words: 'Paused until' },
]
const name: BrowserName = process.argv.includes('--firefox') ? 'firefox' : 'chromium'

const folder = join(OUTPUT, name)
await rm(folder, { recursive: true, force: true })
await mkdir(folder, { recursive: true })
const rig = await startRig(name)
try {
  const page = await rig.open('http://www.morning.test/report.html')
  await callBackground(rig, page, 'editSettings', {
    sites: SITES.map((site) => ({ site, state: 'off' })),
    hidden: [{ site: '*.daily.example', kind: 'company', name: 'Honor', state: 'hidden' }],
    choices: { colourZte: '#ffd400' },
  })
  await takePages('/options.html', 'daily.example')
  await takePages('/welcome.html', 'Alt+Shift')
  await takePopups(page)
  await takeNote(page)
} finally {
  await rig.close()
}

async function takePages(path: string, words: string): Promise<void> {
  const shown = await openOwn(rig, path, words)
  for (const scheme of ['light', 'dark'] as const) {
    await rig.setScheme(shown, scheme)
    for (const [size, width] of Object.entries(WIDTHS))
      await take(shown, `${path.slice(1, -5)}-${size}-${scheme}`, width)
  }
  await rig.setScheme(shown, 'light')
  await shown.close()
}

async function takePopups(page: Page): Promise<void> {
  const helper = await rig.findOwnPage('/manifest.json')
  const address = `/popup.html?tab=${await tabOf(helper, page)}`
  const popup = await openOwn(rig, address, 'morning.test')
  for (const { name, pause, off, words } of POPUPS) {
    await callBackground(rig, page, 'switchSite', { site: '*.morning.test', off })
    await callBackground(rig, page, 'setPause', { choice: pause })
    await popup.bringToFront()
    await until('the popup', () =>
      popup.evaluate((text) => document.body.innerText.includes(text), words),
    )
    for (const scheme of ['light', 'dark'] as const) {
      await rig.setScheme(popup, scheme)
      await take(popup, `popup-${name}-${scheme}`, 300)
    }
  }
}

/** The card with its foot, and what it says after it was told to leave the site alone. */
async function takeNote(page: Page): Promise<void> {
  await callBackground(rig, page, 'setPause', { choice: 'none' })
  await callBackground(rig, page, 'switchSite', { site: '*.morning.test', off: false })
  // A card closes when the window changes its size.
  await page.setViewport({ width: 700, height: 520 })
  await page.bringToFront()
  await untilMarks(page, 'action', ['Pentagon ordered'])
  await hover(page, 'Pentagon ordered')
  await untilCard(page)
  await shoot(page, 'card')
  await clickInCard(page, 'Off on this site')
  await untilCard(page, 'Nothing is marked')
  await shoot(page, 'note')
}

async function openOwn(rig: Rig, path: string, words: string): Promise<Page> {
  const shown = await rig.openOwn(path)
  await until(`“${words}” on ${path}`, () =>
    shown.evaluate((text) => document.body.innerText.includes(text), words),
  )
  return shown
}

async function take(shown: Page, name: string, width: number): Promise<void> {
  await shown.setViewport({ width, height: 480 })
  await shown.evaluate(() => Promise.all(document.getAnimations().map((it) => it.finished)))
  const height = await shown.evaluate(() => document.body.scrollHeight)
  await shown.setViewport({ width, height: Math.max(height, 200) })
  await shoot(shown, name)
}

async function shoot(shown: Page, name: string): Promise<void> {
  const file = join(folder, `${name}.png`)
  await shown.screenshot({ path: pngPath(file) })
  console.log(file)
}
