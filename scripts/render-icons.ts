/** Renders the icon's SVG source to the sizes that browsers ask for: `npm run icons`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { launch } from 'puppeteer-core'
import { findChromium } from './browsers.mjs'

const SIZES = [16, 32, 48, 96, 128]
const SOURCE = 'scripts/icons/icon.svg'
const TARGET = 'public/icon'

const executablePath = findChromium()
if (!executablePath) throw new Error('Rendering the icons needs a Chromium; see the README.')
mkdirSync(TARGET, { recursive: true })
const svg = readFileSync(SOURCE, 'utf8')
const browser = await launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
try {
  const page = await browser.newPage()
  for (const size of SIZES) {
    await page.setViewport({ width: size, height: size })
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${svg}`)
    const png = await page.screenshot({ omitBackground: true })
    writeFileSync(`${TARGET}/${size}.png`, png)
  }
} finally {
  await browser.close()
}
console.log(`wrote ${SIZES.map((size) => `${TARGET}/${size}.png`).join(', ')}`)
