import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { CDPSession, Page } from 'puppeteer-core'
import { REST_MS } from '../core/card/hover-state.ts'
import { untilNoCard } from '../tests/e2e/harness/card.ts'
import { startRig, type Rig } from '../tests/e2e/harness/rig.ts'
import { until } from '../tests/e2e/harness/until.ts'
import { quantile } from './engine/statistics.ts'
import { markdownTable } from './markdown-table.ts'

/**
 * How long after the end of the rest the card is painted, in Chromium, on real pages:
 *
 *     node bench/card-speed.ts FILE.html …        default: the demo article and pages of all kinds
 *     node bench/card-speed.ts --write …          also writes bench/results-card.md
 *
 * A paragraph with marks is put at the head of each page. The rest ends `REST_MS` after the last
 * movement of the pointer; painted is the turn after the first frame with the card, both by the
 * page's own clock. Asleep: the background is stopped before the pointer comes.
 */
const LINE = 'The Pentagon ordered shops to stop selling phones by Huawei and by ZTE.'
const WARM_RUNS = 30
const ASLEEP_RUNS = 12
const AIMS = { warm: 50, asleep: 200 }

type Row = { page: string; background: 'warm' | 'asleep'; throttling: number; samples: number[] }

const words = process.argv.slice(2)
const given = words.filter((word) => !word.startsWith('--'))
const KINDS = ['article', 'forum', 'links', 'table'].map((kind) => `bench/pages/${kind}.html`)
const files = given.length > 0 ? given : ['demo/article.html', ...KINDS]

const rig = await startRig('chromium')
const rows: Row[] = []
try {
  for (const file of files) rows.push(...(await measure(rig, file)))
} finally {
  await rig.close()
}
const table = tableOf(rows)
console.log(table)
if (words.includes('--write')) writeFileSync('bench/results-card.md', table)

async function measure(rig: Rig, file: string): Promise<Row[]> {
  const path = `/bench/${basename(file)}`
  rig.site.put(path, readFileSync(file, 'utf8'))
  const page = await rig.open(rig.site.origin + path)
  await page.evaluate(addLine, LINE)
  await until('marks', () =>
    page.evaluate(() => (CSS.highlights.get('source-context-action')?.size ?? 0) > 0),
  )
  const session = await page.createCDPSession()
  await page.evaluate(watch)
  const rows: Row[] = []
  for (const throttling of [1, 4])
    for (const background of ['warm', 'asleep'] as const) {
      await session.send('Emulation.setCPUThrottlingRate', { rate: throttling })
      const samples = await sample(rig, page, background)
      rows.push({ page: file.split('/').slice(-2).join('/'), background, throttling, samples })
      await release(session)
    }
  await page.close()
  return rows
}

async function release(session: CDPSession): Promise<void> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
}

async function sample(rig: Rig, page: Page, background: Row['background']): Promise<number[]> {
  const samples: number[] = []
  const runs = background === 'warm' ? WARM_RUNS : ASLEEP_RUNS
  // The first one brings the card's code, which stays for the page's life.
  for (let run = -1; run < runs; run += 1) {
    if (background === 'asleep') await rig.endBackground()
    const { x, y } = await page.evaluate(placeOfMark, run)
    await page.mouse.move(x, y, { steps: 8 })
    // Nothing else is asked of the page meanwhile: whatever reads the card lays it out.
    const painted = await until('its time', () => page.evaluate(takeTime))
    if (run >= 0) samples.push(painted - REST_MS)
    await page.mouse.move(4, 4, { steps: 3 })
    await untilNoCard(page)
  }
  return samples
}

/** In the page: the paragraph with marks, at its head. */
function addLine(text: string): void {
  const line = document.createElement('p')
  line.style.cssText = 'all: initial; display: block; font: 18px serif; margin: 60px'
  line.textContent = text
  document.body.prepend(line)
  scrollTo(0, 0)
}

/** In the page: notes the last movement of the pointer and when the card has been painted. */
function watch(): void {
  let last = 0
  addEventListener('pointermove', (event) => (last = event.timeStamp), true)
  document.addEventListener(
    'beforetoggle',
    (event) => {
      if (!(event instanceof ToggleEvent) || event.newState !== 'open') return
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.addEventListener('message', () =>
          Object.assign(globalThis, { painted: performance.now() - last }),
        )
        channel.port1.start()
        channel.port2.postMessage(undefined)
      })
    },
    true,
  )
}

function takeTime(): number | undefined {
  const page = globalThis as { painted?: number }
  const { painted } = page
  delete page.painted
  return painted
}

/** In the page: the first mark of each kind in turn. */
function placeOfMark(run: number): { x: number; y: number } {
  const kinds = ['action', 'huawei', 'zte']
  const name = `source-context-${kinds[(run + 3) % 3]}`
  const parts = [...(CSS.highlights.get(name) ?? [])]
  const line = document.body.firstElementChild
  const part = parts.find((one) => line?.contains(one.startContainer))
  const range = document.createRange()
  if (part) {
    range.setStart(part.startContainer, part.startOffset)
    range.setEnd(part.endContainer, part.endOffset)
  }
  const { x, y, width, height } = range.getBoundingClientRect()
  return { x: x + width / 2, y: y + height / 2 }
}

function tableOf(all: Row[]): string {
  const cells = all.map(({ page, background, throttling, samples }) => {
    const [half, most, worst] = [0.5, 0.95, 1].map((share) => Math.round(quantile(samples, share)))
    const isGood = (most ?? Infinity) <= AIMS[background]
    const numbers = [samples.length, half, most, worst].map(String)
    return [page, background, `${throttling}×`, ...numbers, isGood ? 'yes' : 'no']
  })
  const within = `p95 within ${AIMS.warm} warm, ${AIMS.asleep} asleep`
  const heads = ['page', 'background', 'CPU slowed', 'runs', 'p50', 'p95', 'most', within]
  return [
    'Ms from the end of the rest to the painted card.',
    '',
    markdownTable(heads, cells, 2),
    '',
  ].join('\n')
}
