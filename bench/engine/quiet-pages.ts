import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { BenchPage } from './bench-pages.ts'
import { openLab, type Lab, type Visit } from './lab.ts'
import type { PageServer } from './serve-pages.ts'
import { median } from './statistics.ts'
import { record, scriptTime } from './trace.ts'

const FLOOR = `const w=document.createTreeWalker(document.body??document,4);let l=0;while(w.nextNode())l+=w.currentNode.data.length`

/** Everything of ours has happened on a quiet page after so long, in ms: the gate's last look too. */
const SETTLED_MS = 1400
/** The floor is one script, which has run when the page has loaded or little later. */
const FLOOR_MS = 300
/** What names nobody is quiet, whatever the gate thinks of it. */
const NAMES = /huawei|\bZTE\b|华为|華為|中兴通讯|中興通訊/i

/** Scripts that stand in pages; the extension has others, whose time is no page's. */
const IN_PAGES = /^chrome-extension:.*\/(?:content|gate|engine|card)\.js$/

export type Quiet = { server: PageServer; extension: string; samples: number }

/** The pages that name nobody. */
export function quietOf(pages: BenchPage[]): BenchPage[] {
  return pages.filter(({ html }) => !NAMES.test(html))
}

/**
 * The time of the extension's scripts where nothing concerns it against that of a content script that
 * walks the text, each visit in a new process: the middle of all pages.
 */
export async function measureQuietTime(quiet: Quiet, pages: BenchPage[]): Promise<number> {
  const ours = await openLab(quiet.server.port, [resolve(quiet.extension)])
  const floor = await openLab(quiet.server.port, [writeExtension('floor', FLOOR)])
  const ratios: number[] = []
  for (const page of pages) {
    const path = quiet.server.put(page.name, page.html)
    const times = { ours: [] as number[], floor: [] as number[] }
    for (let i = 0; i < quiet.samples; i++) {
      times.floor.push(await timeOf(floor, path, FLOOR_MS))
      times.ours.push(await timeOf(ours, path, SETTLED_MS))
    }
    ratios.push(median(times.ours) / median(times.floor))
  }
  await Promise.all([ours.close(), floor.close()])
  return median(ratios)
}

/** The heap of a quiet page over that with a content script of nothing, in KB; the middle of all pages. */
export async function measureQuietHeap(quiet: Quiet, pages: BenchPage[]): Promise<number> {
  const ours = await openLab(quiet.server.port, [resolve(quiet.extension)])
  const empty = await openLab(quiet.server.port, [writeExtension('empty', '0')])
  const heaps: number[] = []
  for (const page of pages) {
    const path = quiet.server.put(page.name, page.html)
    heaps.push((await heapOf(ours, path)) - (await heapOf(empty, path)))
  }
  await Promise.all([ours.close(), empty.close()])
  return median(heaps) / 1024
}

let newestHost = 0
const newHost = () => `new${(newestHost += 1)}.localhost`

async function timeOf(lab: Lab, path: string, ms: number): Promise<number> {
  const page = await lab.browser.newPage()
  const events = await record(page, async () => {
    await page.goto(lab.address(path, newHost()), { waitUntil: 'load' })
    await settle(page, ms)
  })
  await page.close()
  return scriptTime(events, IN_PAGES).total
}

async function heapOf(lab: Lab, path: string): Promise<number> {
  const visit: Visit = await lab.open(path, newHost())
  await settle(visit.page, SETTLED_MS)
  await visit.session.send('HeapProfiler.collectGarbage')
  await visit.session.send('Performance.enable')
  const { metrics } = await visit.session.send('Performance.getMetrics')
  await visit.close()
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? NaN
}

async function settle(page: Visit['page'], ms: number): Promise<void> {
  await page.evaluate((wait) => new Promise((done) => setTimeout(done, wait)), ms)
}

/** An unpacked extension with one content script. */
function writeExtension(name: string, script: string): string {
  const folder = resolve('.cache/bench', name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    `${folder}/manifest.json`,
    JSON.stringify({
      manifest_version: 3,
      name,
      version: '1',
      content_scripts: [{ matches: ['<all_urls>'], js: ['content.js'], all_frames: true }],
    }),
  )
  writeFileSync(`${folder}/content.js`, script)
  return folder
}
