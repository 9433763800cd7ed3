import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { bundleCardPage } from '../tests/e2e/harness/card-states/bundle.ts'
import { listCardStates, type CardState } from '../tests/e2e/harness/card-states/states.ts'
import { startRig, type BrowserName, type Rig } from '../tests/e2e/harness/rig.ts'
import { pngPath } from '../tests/e2e/harness/view.ts'
import { readCommittedIndex } from '../tests/committed-index.ts'
import { takeCardScenes } from './card-scenes.ts'
import { takeStorePictures } from './store-pictures.ts'
import '../tests/speak-english.ts'

/**
 * The pictures that the stores show, in docs/store/images (Chromium alone), and pictures of every state of
 * the card, light and dark, on one sheet each, and of the card on pages. The extension has to be built
 * before.
 *
 *     npm run screenshots
 *     npm run screenshots -- --store     the stores' pictures alone
 *     npm run screenshots -- --firefox
 */
const OUTPUT = 'demo-output/cards'
const name: BrowserName = process.argv.includes('--firefox') ? 'firefox' : 'chromium'

type Feature = { name: string; value: string }

/** What a reader may have asked the system for; nothing first. */
const WISHES: { title: string; features: Feature[] }[] = [
  { title: '', features: [] },
  { title: '-more-contrast', features: [{ name: 'prefers-contrast', value: 'more' }] },
  { title: '-forced-colours', features: [{ name: 'forced-colors', value: 'active' }] },
]

const folder = join(OUTPUT, name)
if (name === 'chromium') await take((rig) => takeStorePictures(rig, 'docs/store/images'))
if (!process.argv.includes('--store')) {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await take(takeSheets)
  await take((rig) => takeCardScenes(rig, folder))
}

/** In a fresh browser each, so that nothing that one of them keeps is seen in another. */
async function take(pictures: (rig: Rig) => Promise<string[]>): Promise<void> {
  const rig = await startRig(name)
  try {
    console.log((await pictures(rig)).join('\n'))
  } finally {
    await rig.close()
  }
}

async function takeSheets(rig: Rig): Promise<string[]> {
  const states = listCardStates(readCommittedIndex())
  rig.site.put('/states', '<!doctype html><html lang="en"><title>Card</title><body></body></html>')
  const page = await rig.open(`${rig.site.origin}/states`)
  await page.setViewport({ width: 1620, height: 1000 })
  await page.evaluate(await bundleCardPage())
  const files: string[] = []
  for (const { title, features } of name === 'chromium' ? WISHES : WISHES.slice(0, 1))
    for (const scheme of ['light', 'dark'] as const) {
      await wish(page, [...features, { name: 'prefers-color-scheme', value: scheme }])
      await page.evaluate(draw, states, scheme)
      // The focus and the presses come with the next frame, what they change with the one after.
      await page.evaluate(() => new Promise((done) => setTimeout(done, 300)))
      const file = join(folder, `states-${scheme}${title}.png`)
      await page.screenshot({ path: pngPath(file), fullPage: true })
      files.push(file)
    }
  await page.close()
  return files
}

/** Only Chromium's driver changes what a page is told of the reader's system. */
async function wish(page: Page, features: Feature[]): Promise<void> {
  if (name !== 'chromium') return
  const session = await page.createCDPSession()
  await session.send('Emulation.setEmulatedMedia', { features })
}

function draw(states: CardState[], scheme: 'light' | 'dark'): void {
  const { drawCards } = globalThis as unknown as {
    drawCards(states: CardState[], scheme: string): void
  }
  drawCards(states, scheme)
}
