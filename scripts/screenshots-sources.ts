import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { untilCard } from '../tests/e2e/harness/card.ts'
import { addPack, inLibrary, untilIndexed } from '../tests/e2e/harness/library.ts'
import { untilMarks } from '../tests/e2e/harness/marks.ts'
import { ownArticle } from '../tests/e2e/harness/own-article.ts'
import { ownDocument } from '../tests/own-document.ts'
import { hover } from '../tests/e2e/harness/pointer.ts'
import { startRig, type BrowserName } from '../tests/e2e/harness/rig.ts'
import { sourcesView, type SourcesView } from '../tests/e2e/harness/sources-page.ts'
import { tabOf } from '../tests/e2e/harness/own-pages.ts'
import { pageView, pngPath } from '../tests/e2e/harness/view.ts'
import { until } from '../tests/e2e/harness/until.ts'

/**
 * Pictures of the reader's own sources, and of the popup, the card and the reader page with them, light
 * and dark, narrow and wide. The extension has to be built before.
 *
 *     node scripts/screenshots-sources.ts [--firefox]
 */
const OUTPUT = 'demo-output/sources'
/** In CSS px: a narrow window, and a usual one. */
const WIDTHS = { narrow: 360, wide: 1000 }
const FILINGS = [
  'The Pentagon ordered stores on military bases in May 2018 to stop selling Huawei phones.',
  'The ministry warned carriers about ZTE in June 2018.',
  'Hikvision denied that its cameras had been sold to the museum.',
]
const BAD_FILES = [
  {
    name: 'letter-to-the-editor-of-the-trade-journal-with-a-long-name-2018-05.docx',
    content: 'PK',
  },
  { name: 'broken.pdf', content: '%PDF-1.4 and no more' },
  { name: 'empty.txt', content: '' },
]
const name: BrowserName = process.argv.includes('--firefox') ? 'firefox' : 'chromium'

const folder = join(OUTPUT, name)
await rm(folder, { recursive: true, force: true })
await mkdir(folder, { recursive: true })
const rig = await startRig(name)
try {
  rig.site.put('/courier.html', ownArticle(), { 'content-type': 'text/html; charset=utf-8' })
  const page = await rig.open('http://www.morning.test/report.html')
  const tab = await rig.openOwn('/sources.html')
  const sources = sourcesView(pageView(tab))
  await sources.untilSays('Packs')
  await shootAll(tab, 'empty')
  await takeForm(page)
  await takeFiles(page, tab, sources)
  await takePacks(page, tab, sources)
  await takeElsewhere(page)
} finally {
  await rig.close()
}

async function takeForm(page: Page): Promise<void> {
  const article = await rig.open('http://www.courier.test/courier.html')
  const helper = await rig.findOwnPage('/manifest.json').catch(() => rig.openOwn('/manifest.json'))
  const form = await rig.openOwn(`/sources.html?add=${await tabOf(helper, article)}`)
  const view = sourcesView(pageView(form))
  await view.untilSays('Text as captured')
  await shootAll(form, 'form')
  await view.type('capture-published', '2099-01-01')
  await view.click('button', 'Add to my sources')
  await view.untilSays('Not in the future.')
  await shootAll(form, 'form-fault')
  await view.type('capture-published', '2018-05-09')
  await view.click('button', 'Add to my sources')
  await untilIndexed(rig, article)
  await view.untilSays('can be quoted')
  await shootAll(form, 'form-saved')
  await form.close()
  await article.close()
  await page.bringToFront()
}

async function takeFiles(page: Page, tab: Page, sources: SourcesView): Promise<void> {
  await tab.bringToFront()
  const many = Array.from({ length: 120 }, (_, at) => ({
    name: `filing-${at}.txt`,
    content: `Filing ${at}\n\n${FILINGS[at % FILINGS.length]}`,
  }))
  await tab.setViewport({ width: WIDTHS.wide, height: 1100 })
  await sources.chooseFiles([...BAD_FILES, ...many])
  await until('a bar', () => tab.evaluate(() => document.querySelector('progress') !== null))
  await shoot(tab, 'files-running')
  await sources.untilSays('documents added.')
  await shootAll(tab, 'files-done')
  await untilIndexed(rig, page)
}

async function takePacks(page: Page, tab: Page, sources: SourcesView): Promise<void> {
  await addPack(rig, page, 'Cameras', [ownDocument(FILINGS[2] ?? '', { title: 'A denial' })])
  await inLibrary(rig, page, async (library) => {
    const { packs } = await library.read()
    const cameras = packs.find((one) => one.name === 'Cameras')
    const entities = [{ kind: 'company' as const, name: 'Hikvision', aliases: ['海康威视'] }]
    await library.setNames(cameras?.id ?? '', { entities, choices: [] })
  })
  await untilIndexed(rig, page)
  await tab.bringToFront()
  await sources.untilSays('New since you last looked')
  await sources.click('button', 'Open')
  await sources.untilSays('Names of your own')
  await sources.click('button', 'Details')
  await sources.type('name-name', 'Clarity Devices')
  await sources.type('name-aliases', 'Huawei')
  await sources.click('button', 'Add the name')
  await sources.untilSays('mean something else already')
  await sources.type('name-test', 'Hikvision and Huawei: the Pentagon ordered Huawei phones gone.')
  await sources.untilSays('Would mark:')
  await shootAll(tab, 'names')
  await sources.click('button', 'Discard changes')
  await sources.choosePack('{"format":"source-context-pack"}')
  await sources.untilSays('no pack that can be used')
  await shootAll(tab, 'pack-faulty')
  await sources.click('button', 'Close')
  await sources.click('button', 'Forget everything')
  await shootAll(tab, 'forget')
  await sources.click('button', 'Cancel')
  await sources.click('button', 'Rename')
  await shootAll(tab, 'rename')
}

/** The popup, a card and the reader page, where own sources show. */
async function takeElsewhere(page: Page): Promise<void> {
  const helper = await rig.findOwnPage('/manifest.json')
  const popup = await rig.openOwn(`/popup.html?tab=${await tabOf(helper, page)}`)
  await sourcesView(pageView(popup)).untilSays('Add this page')
  for (const scheme of ['light', 'dark'] as const) {
    await rig.setScheme(popup, scheme)
    await fit(popup, 300)
    await shoot(popup, `popup-${scheme}`)
  }
  await popup.close()
  for (const scheme of ['light', 'dark'] as const) {
    await rig.setScheme(page, scheme)
    await page.setViewport({ width: 700, height: 620 })
    await page.bringToFront()
    await untilMarks(page, 'action', ['Pentagon ordered'])
    await hover(page, 'Pentagon ordered')
    await untilCard(page, 'From My pack')
    await shoot(page, `card-${scheme}`)
    await page.keyboard.press('Escape')
    await page.mouse.move(1, 1)
  }
  const passage = await inLibrary(rig, page, async (library) => {
    const { packs } = await library.read()
    const pack = packs.find((one) => one.name === 'My pack')
    const documents = await library.list(pack?.id ?? '', 0, 200)
    return documents.find((one) => one.kind === 'page')?.document.id ?? ''
  })
  const reader = await rig.openOwn(`/reader.html#${passage}`)
  await sourcesView(pageView(reader)).untilSays('unchanged')
  await shootAll(reader, 'reader')
}

/** A page as it is now, in both looks and widths. */
async function shootAll(shown: Page, name: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await rig.setScheme(shown, scheme)
    for (const [size, width] of Object.entries(WIDTHS)) {
      await fit(shown, width)
      await shoot(shown, `${name}-${size}-${scheme}`)
    }
  }
  await rig.setScheme(shown, 'light')
}

async function fit(shown: Page, width: number): Promise<void> {
  await shown.setViewport({ width, height: 480 })
  await shown.evaluate(() => scrollTo(0, 0))
  const height = await shown.evaluate(() => document.body.scrollHeight)
  await shown.setViewport({ width, height: Math.min(Math.max(height, 200), 2400) })
}

async function shoot(shown: Page, name: string): Promise<void> {
  const file = join(folder, `${name}.png`)
  await shown.screenshot({ path: pngPath(file) })
  console.log(file)
}
