import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { launchExtended, type BrowserName, type Extended } from '../tests/e2e/harness/rig.ts'
import { reportPage, tableOf, untilPageRests } from './demo-report.ts'
import { takePictures } from './demo-pictures.ts'
import { DemoError, openTargets, type Target } from './demo-targets.ts'
import { hasDisplay } from './has-display.ts'
import { runTool } from './run-tool.ts'

/**
 * Shows the extension at work: in a window where there is a display, otherwise in print and
 * pictures.
 *
 *     npm run demo                      the bundled article
 *     npm run demo -- URL-or-FILE …     other pages
 *     npm run demo -- --firefox         in Firefox
 *     npm run demo -- --headless        print and pictures even where there is a display
 */
const OUTPUT = 'demo-output'
const WINDOW = { width: 1440, height: 920 }

const words = process.argv.slice(2)
const options = new Set(words.filter((word) => word.startsWith('--')))
const name: BrowserName = options.has('--firefox') ? 'firefox' : 'chromium'
const headless = options.has('--headless') || !hasDisplay()

try {
  checkOptions()
  const { targets, close } = await openTargets(words.filter((word) => !word.startsWith('--')))
  try {
    await build()
    await (headless ? print(targets) : show(targets))
  } finally {
    await close()
  }
} catch (error) {
  if (!(error instanceof DemoError)) throw error
  console.error(`demo: ${error.message}`)
  process.exitCode = 1
}

function checkOptions(): void {
  const unknown = [...options].filter((it) => !['--firefox', '--headless'].includes(it))
  if (unknown.length === 0) return
  throw new DemoError(`unknown option ${unknown.join(', ')}. Known: --firefox, --headless.`)
}

async function build(): Promise<void> {
  console.log(`building the extension for ${name} …`)
  const { code, output } = await runTool('wxt', [
    'build',
    '-b',
    name === 'firefox' ? name : 'chrome',
  ])
  if (code !== 0) throw new DemoError(`the build failed:\n${output}`)
}

/** A window for a person; it ends when they close it. */
async function show(targets: Target[]): Promise<void> {
  const { browser, open } = await launchExtended(name, { headless: false })
  const ended = new Promise<void>((resolve) => browser.once('disconnected', () => resolve()))
  const [blank] = await browser.pages()
  for (const target of targets) await openOne(open, target)
  await blank?.close()
  console.log(
    'Rest the pointer on a marked name. The toolbar button (in Chromium behind the puzzle',
  )
  console.log('piece) has the switch and the way to the digest. Close the browser to end the demo.')
  await ended
}

async function print(targets: Target[]): Promise<void> {
  console.log(`no display: ${name} runs unseen`)
  await rm(OUTPUT, { recursive: true, force: true })
  const browser = await launchExtended(name, { headless: true, window: WINDOW })
  try {
    for (const target of targets) {
      const folder = targets.length === 1 ? OUTPUT : join(OUTPUT, target.name)
      await printOne(browser, target, folder)
    }
  } finally {
    await browser.close()
  }
}

async function printOne(browser: Extended, target: Target, folder: string): Promise<void> {
  const page = await openOne(browser.open, target)
  await untilPageRests(page)
  console.log(`\n${await page.title()}\n${target.address}\n`)
  const rows = await reportPage(page)
  console.log(tableOf(rows))
  const files = await takePictures(browser, page, folder)
  console.log(`\npictures: ${files.join('  ')}`)
  await page.close()
}

async function openOne(open: Extended['open'], { address }: Target) {
  try {
    return await open(address)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new DemoError(`${address} could not be opened: ${reason}`)
  }
}
