import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import english from '../docs/store/listing/en.json' with { type: 'json' }
import { untilCard } from '../tests/e2e/harness/card.ts'
import { untilSaid } from '../tests/e2e/harness/digest-said.ts'
import { readMarks } from '../tests/e2e/harness/marks.ts'
import { callBackground } from '../tests/e2e/harness/own-api.ts'
import { boxOfText, hover, leave } from '../tests/e2e/harness/pointer.ts'
import type { Rig } from '../tests/e2e/harness/rig.ts'
import { openSourcesPage } from '../tests/e2e/harness/sources-page.ts'
import { until } from '../tests/e2e/harness/until.ts'
import { pageView, pngPath } from '../tests/e2e/harness/view.ts'
import { STORE_SIZES } from './store-sizes.ts'

const ARTICLE = 'http://www.ellery-lantern.test/demo/article.html'
const SHOT = STORE_SIZES.screenshot
/** Px that the panel takes of the window's width. */
const PANEL = 420

/**
 * The pictures that the stores show, into `folder`: the extension at work on the demo article, and its own
 * pages. Answers with the files.
 */
export async function takeStorePictures(rig: Rig, folder: string): Promise<string[]> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const at = (name: string) => join(folder, `${name}.png`)
  const page = await rig.open(ARTICLE)
  const card = at('2-card')
  await takeArticle(page, at('1-article'))
  await takeCard(page, card)
  await takeDigest(rig, page, at('3-digest'))
  await takeSettings(rig, page, at('4-settings'))
  await takeSources(rig, at('5-own-sources'))
  const cut = await cutCard(page)
  await drawTile(rig, 'tile', cut, at('promo-tile'))
  await drawTile(rig, 'marquee', cut, at('promo-marquee'))
  const names = ['1-article', '2-card', '3-digest', '4-settings', '5-own-sources']
  return [...names, 'promo-tile', 'promo-marquee'].map(at)
}

async function takeArticle(page: Page, file: string): Promise<void> {
  await page.setViewport(SHOT)
  await untilMarked(page)
  await leave(page)
  await page.screenshot({ path: pngPath(file) })
}

async function takeCard(page: Page, file: string): Promise<void> {
  await openCard(page)
  await page.screenshot({ path: pngPath(file) })
  await leave(page)
}

/** The card of an order by the Pentagon, with room for it below. */
async function openCard(page: Page): Promise<void> {
  const { y } = await boxOfText(page, 'the Pentagon ordered')
  await page.evaluate((by) => scrollBy({ top: by, behavior: 'instant' }), y - 150)
  await untilMarked(page)
  await hover(page, 'Pentagon ordered')
  await untilCard(page, 'Pentagon')
}

/** Page and panel as a window shows them: the panel's own page, as wide as the panel is. */
async function takeDigest(rig: Rig, page: Page, file: string): Promise<void> {
  await page.setViewport({ ...SHOT, width: SHOT.width - PANEL - 1 })
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
  await untilMarked(page)
  await leave(page)
  const left = await page.screenshot({ encoding: 'base64' })
  const panel = await rig.openDigestTab(page)
  await panel.setViewport({ ...SHOT, width: PANEL })
  await untilSaid(pageView(panel), 'Timeline')
  await untilStill(panel)
  const right = await panel.screenshot({ encoding: 'base64' })
  await panel.close()
  await draw(
    rig,
    SHOT,
    `<body style="display:flex;gap:1px;background:#c9c5bd">${image(left)}${image(right)}`,
    file,
  )
}

async function takeSettings(rig: Rig, page: Page, file: string): Promise<void> {
  const sites = ['*.daily.example', 'blog.weekly.example']
  await callBackground(rig, page, 'editSettings', {
    sites: sites.map((site) => ({ site, state: 'off' })),
  })
  const settings = await rig.openOwn('/options.html')
  await settings.setViewport(SHOT)
  await untilSaid(pageView(settings), 'weekly.example')
  await untilStill(settings)
  await settings.screenshot({ path: pngPath(file) })
  await settings.close()
}

/** What a reader might keep: invented files of an invented town. */
const FILES = [
  {
    name: 'council-minutes-2018-05.md',
    content:
      '# Minutes of the harbour committee\n\n3 May 2018\n\nThe Pentagon ordered stores on military bases to stop selling Huawei phones, the engineer told the committee.\n\nZTE said in a letter that its equipment meets every standard that the town has set.\n',
  },
  {
    name: 'engineer-letter.txt',
    content:
      'Port Ellery, 21 August 2018\n\nAustralia blocked Huawei from its 5G networks this week. Huawei said the decision was disappointing.\n',
  },
]

async function takeSources(rig: Rig, file: string): Promise<void> {
  const view = await openSourcesPage(rig)
  const page = await rig.findOwnPage('/sources.html')
  await page.setViewport(SHOT)
  await view.chooseFiles(FILES)
  await until('both files are indexed', async () => {
    const said = await view.text()
    // At first the page knows neither what waits nor what is new.
    return said.includes('New since you last looked') && !/waiting|indexed|Joining/.test(said)
  })
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
  await untilStill(page)
  await view.screenshot(file)
  await page.close()
}

/** The card alone, at twice its size for the tiles. */
async function cutCard(page: Page): Promise<string> {
  await page.bringToFront()
  await page.setViewport({ ...SHOT, deviceScaleFactor: 2 })
  await openCard(page)
  const { box } = await untilCard(page)
  const top = await page.evaluate(() => scrollY)
  const around = {
    x: box.x - 60,
    y: top + box.y - 76,
    width: box.width + 84,
    height: box.height + 92,
  }
  return page.screenshot({ encoding: 'base64', clip: around })
}

async function drawTile(
  rig: Rig,
  name: 'tile' | 'marquee',
  card: string,
  file: string,
): Promise<void> {
  const [icon, style] = await Promise.all(
    ['scripts/icons/icon.svg', 'scripts/icons/promo.css'].map((it) => readFile(it, 'utf8')),
  )
  await draw(
    rig,
    STORE_SIZES[name],
    `<style>${style}</style><body class="${name}">
      <div>${icon}<h1>${english.name}</h1><p>Cited quotes,<br>on any page.</p><p class="soft">Wholly offline.</p></div>
      ${image(card)}`,
    file,
  )
}

type Size = { width: number; height: number }

async function draw(rig: Rig, size: Size, content: string, file: string): Promise<void> {
  const canvas = await rig.browser.newPage()
  await canvas.setViewport(size)
  await canvas.setContent(
    `<!doctype html><style>body { margin: 0; overflow: hidden }</style>${content}`,
  )
  await canvas.screenshot({ path: pngPath(file) })
  await canvas.close()
}

function image(data: string): string {
  return `<img alt="" src="data:image/png;base64,${data}">`
}

async function untilMarked(page: Page): Promise<void> {
  await until('marks of all kinds', async () => {
    const kinds = new Set((await readMarks(page)).map(({ kind }) => kind))
    return kinds.size === 3
  })
}

/** Waits until nothing moves and two looks at the page find the same words. */
async function untilStill(page: Page): Promise<void> {
  let before = ''
  await until('the page rests', async () => {
    const now = await page.evaluate(async () => {
      await Promise.all(document.getAnimations().map((it) => it.finished))
      return document.body.innerText
    })
    const rests = now === before
    before = now
    return rests
  })
}
