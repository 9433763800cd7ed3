import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { BenchPage } from './bench-pages.ts'
import { openLab, type Lab, type Visit } from './lab.ts'
import type { PageServer } from './serve-pages.ts'
import { median } from './statistics.ts'
import { record, scriptTime } from './trace.ts'

export type QuietFigures = { page: number; heap: number; pages: number }

const FLOOR = `const w=document.createTreeWalker(document.body??document,4);let l=0;while(w.nextNode())l+=w.currentNode.data.length`

/** Everything of ours has happened on a quiet page after so long, in ms: the gate's last look too. */
const SETTLED_MS = 1500

/** Scripts that stand in pages; the extension has others, whose time is no page's. */
const IN_PAGES = /^chrome-extension:.*\/(?:content|gate|engine|card)\.js$/

/**
 * What the extension costs where nothing concerns it, each visit in a new process: the time of its
 * scripts against that of a content script that walks the text (ratio, the middle of all pages), and
 * the heap over that with a content script of nothing (KB).
 */
export async function measureQuiet(
  server: PageServer,
  pages: BenchPage[],
  samples: number,
  extension: string,
): Promise<QuietFigures> {
  const ours = await openLab(server.port, [resolve(extension)])
  const floor = await openLab(server.port, [writeExtension('floor', FLOOR)])
  const empty = await openLab(server.port, [writeExtension('empty', '0')])
  const ratios: number[] = []
  const heaps: number[] = []
  for (const page of pages) {
    const path = server.put(page.name, page.html)
    const times = { ours: [] as number[], floor: [] as number[] }
    for (let i = 0; i < samples; i++) {
      times.floor.push(await timeOf(floor, path))
      times.ours.push(await timeOf(ours, path))
    }
    if (times.ours.length > 0) ratios.push(median(times.ours) / median(times.floor))
    heaps.push((await heapOf(ours, path)) - (await heapOf(empty, path)))
  }
  await Promise.all([ours.close(), floor.close(), empty.close()])
  return { page: median(ratios), heap: median(heaps) / 1024, pages: pages.length }
}

let newestHost = 0
const newHost = () => `new${(newestHost += 1)}.localhost`

async function timeOf(lab: Lab, path: string): Promise<number> {
  const page = await lab.browser.newPage()
  const events = await record(page, async () => {
    await page.goto(lab.address(path, newHost()), { waitUntil: 'load' })
    await settle(page)
  })
  await page.close()
  return scriptTime(events, IN_PAGES).total
}

async function heapOf(lab: Lab, path: string): Promise<number> {
  const visit: Visit = await lab.open(path, newHost())
  await settle(visit.page)
  await visit.session.send('HeapProfiler.collectGarbage')
  await visit.session.send('Performance.enable')
  const { metrics } = await visit.session.send('Performance.getMetrics')
  await visit.close()
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? NaN
}

async function settle(page: Visit['page']): Promise<void> {
  await page.evaluate((ms) => new Promise((done) => setTimeout(done, ms)), SETTLED_MS)
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
