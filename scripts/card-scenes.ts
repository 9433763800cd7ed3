import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { clickInCard, untilCard } from '../tests/e2e/harness/card.ts'
import { untilMarks } from '../tests/e2e/harness/marks.ts'
import { hover, leave } from '../tests/e2e/harness/pointer.ts'
import { pressShortcut } from '../tests/e2e/harness/press-shortcut.ts'
import type { Rig } from '../tests/e2e/harness/rig.ts'
import { until } from '../tests/e2e/harness/until.ts'
import { pngPath } from '../tests/e2e/harness/view.ts'

/** Pictures of the real card on pages of several kinds, into `folder`; answers with the files. */
export async function takeCardScenes(rig: Rig, folder: string): Promise<string[]> {
  const files: string[] = []
  for (const [name, { style = '', width = 1000, height = 720, scale = 1, act }] of SCENES) {
    rig.site.put(`/${name}`, pageWith(style))
    const page = await rig.open(`${rig.site.origin}/${name}`)
    await page.setViewport({ width, height, deviceScaleFactor: scale })
    await untilMarks(page, 'action', ['Pentagon ordered'])
    await (act ?? openCard)(page, rig)
    const file = join(folder, `page-${name}.png`)
    await page.screenshot({ path: pngPath(file) })
    files.push(file)
    await page.close()
  }
  return files
}

type Scene = {
  style?: string
  /** Px of the viewport, and how many of the screen's make one of them. */
  width?: number
  height?: number
  scale?: number
  /** What a person does there; otherwise rests on the agency action. */
  act?: (page: Page, rig: Rig) => Promise<void>
}

const DARK = 'body { background: #101214; color: #d8dadd }'

const SCENES = Object.entries<Scene>({
  light: { style: 'body { background: #fff }' },
  dark: { style: DARK },
  sepia: {
    style: 'html { font-size: 40px } body { background: #f4ecd8; font: 18px Georgia, serif }',
  },
  'right-to-left': { style: 'body { background: #fff; direction: rtl }' },
  'zoom-200': { width: 500, height: 360, scale: 2 },
  phone: { width: 320, height: 560, scale: 2 },
  'current-mention': { act: stepTwice },
  'current-mention-dark': { style: DARK, act: stepTwice },
  pinned: { act: pinOne },
})

async function openCard(page: Page): Promise<void> {
  await hover(page, 'Pentagon ordered')
  await untilCard(page)
}

async function stepTwice(page: Page, rig: Rig): Promise<void> {
  for (const words of ['Pentagon ordered', 'Huawei']) {
    await pressShortcut(rig, page, 'next-mention')
    await until(words, () => page.evaluate(isCurrent, words))
  }
}

function isCurrent(words: string): boolean {
  const [part] = CSS.highlights.get('source-context-current') ?? []
  const text = part?.startContainer.textContent ?? ''
  return text.slice(part?.startOffset, part?.endOffset).replaceAll(/\s+/g, ' ') === words
}

async function pinOne(page: Page): Promise<void> {
  await openCard(page)
  await clickInCard(page, 'Pin this card')
  await untilCard(page, 'pinned')
  await leave(page)
  await hover(page, 'Huawei')
  await until('two cards', () =>
    page.evaluate(() => document.querySelectorAll('source-context-card').length === 2),
  )
}

function pageWith(style: string): string {
  return `<!doctype html><meta charset="utf-8"><title>Shops on bases</title>
    <style>body { margin: 40px auto; max-width: 700px; font: 18px/1.6 sans-serif } ${style}</style>
    <h1>Shops on bases</h1>
    <p>Two years on, few remember that the Pentagon ordered shops on military bases to stop selling
    phones by Huawei and by ZTE, or why it did so.</p>
    <p>The shelves were filled again within a week.</p>`
}
