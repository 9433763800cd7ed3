import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { startRig, type BrowserName, type Rig } from '../tests/e2e/harness/rig.ts'
import { startVariant } from '../tests/e2e/harness/variant.ts'
import { pageView, pngPath } from '../tests/e2e/harness/view.ts'
import { DIGEST_SCENES, OTHER_SCENES, type Scene } from './digest-scenes.ts'

/**
 * Pictures of every state of the digest and of the reader at three widths, light and dark, and a
 * sheet of each state. The extension has to be built before.
 *
 *     node scripts/screenshots-digest.ts [--firefox]
 */
const OUTPUT = 'demo-output/digest'
/** As the browsers' panels open, a little wider, as wide as half a window. */
const WIDTHS = [320, 400, 600]
const HEIGHT = 820
const name: BrowserName = process.argv.includes('--firefox') ? 'firefox' : 'chromium'
process.env['E2E_BROWSER'] = name

const folder = join(OUTPUT, name)
await rm(folder, { recursive: true, force: true })
await mkdir(folder, { recursive: true })
await takeScenes(() => startRig(name), DIGEST_SCENES)
for (const { file, change, scenes } of OTHER_SCENES)
  await takeScenes(() => startVariant(file, change), scenes)

async function takeScenes(start: () => Promise<Rig>, scenes: Scene[]): Promise<void> {
  const rig = await start()
  try {
    for (const scene of scenes) await takeScene(rig, scene)
  } finally {
    await rig.close()
  }
}

async function takeScene(rig: Rig, { title, path, show }: Scene): Promise<void> {
  const page = await rig.open(path.startsWith('http') ? path : rig.site.origin + path)
  const panel = await rig.openDigestTab(page)
  const shown = (await show(pageView(panel), rig, page)) ?? panel
  const pictures: string[] = []
  for (const scheme of ['light', 'dark'] as const) {
    await rig.setScheme(shown, scheme)
    for (const width of WIDTHS) pictures.push(await takePicture(shown, title, scheme, width))
  }
  await rig.setScheme(shown, 'light')
  if (shown !== panel) await shown.close()
  await panel.close()
  await page.close()
  console.log(await joinSheet(rig, title, pictures))
}

async function takePicture(
  page: Page,
  title: string,
  scheme: string,
  width: number,
): Promise<string> {
  const file = join(folder, `${title}-${scheme}-${width}.png`)
  await page.setViewport({ width, height: HEIGHT })
  // The list measures itself anew with the next frame.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 120)))
  await page.screenshot({ path: pngPath(file) })
  return file
}

async function joinSheet(rig: Rig, title: string, pictures: string[]): Promise<string> {
  const images = await Promise.all(
    pictures.map(
      async (one) => `<img src="data:image/png;base64,${await readFile(one, 'base64')}">`,
    ),
  )
  const file = join(folder, `sheet-${title}.png`)
  const sheet = await rig.browser.newPage()
  await sheet.setViewport({ width: 1400, height: 2 * HEIGHT + 60 })
  await sheet.setContent(
    `<body style="margin:10px;background:#888;display:flex;flex-wrap:wrap;gap:10px">${images.join('')}`,
  )
  await sheet.screenshot({ path: pngPath(file) })
  await sheet.close()
  return file
}
