/** Renders the icons' SVG sources to the sizes that browsers ask for: `npm run icons`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { launch, type Page } from 'puppeteer-core'
import { findChromium } from './browsers.mjs'

const SIZES = [16, 32, 48, 96, 128]
/** The file names' beginnings, and what they are drawn from. */
const SOURCES = { '': 'scripts/icons/icon.svg', 'off-': 'scripts/icons/icon-off.svg' }
const TARGET = 'public/icon'

const executablePath = findChromium()
if (!executablePath) throw new Error('Rendering the icons needs a Chromium; see the README.')
mkdirSync(TARGET, { recursive: true })
const browser = await launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
try {
  const page = await browser.newPage()
  for (const [start, source] of Object.entries(SOURCES))
    for (const size of SIZES) await render(page, source, size, `${TARGET}/${start}${size}.png`)
} finally {
  await browser.close()
}

async function render(page: Page, source: string, size: number, target: string): Promise<void> {
  const svg = readFileSync(source, 'utf8')
  await page.setViewport({ width: size, height: size })
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${svg}`)
  writeFileSync(target, await page.screenshot({ omitBackground: true }))
  console.log(`wrote ${target}`)
}
