import { parseArgs } from 'node:util'
import type { Page } from 'puppeteer-core'
import { addPack, inLibrary, untilIndexed } from '../tests/e2e/harness/library.ts'
import { startRig, type Rig } from '../tests/e2e/harness/rig.ts'
import type { Json } from '../tests/e2e/harness/view.ts'
import { pickOne, seededRandom } from './engine/seeded-random.ts'
import { median, quantile } from './engine/statistics.ts'
import { paragraphs, synthesise } from './growth-documents.ts'
import { reportOf, writeSection, type Row, type Timed } from './growth-report.ts'

/**
 * What documents of a reader's own cost, in Chromium, in a fresh profile for each number of them:
 *
 *     node bench/growth.ts [--sizes 10,100,1000,10000] [--write]
 *
 * Documents are recombined from the tests' invented news. A card is timed by a message to the background
 * and its answer; a search, and the time from adding a document until it is indexed, in one of our pages.
 * Beside the clock stands the processor's time of all the browser's processes, which other work on the
 * machine hardly changes.
 */
const CHUNK = 500
const CARDS = 60
/** Documents that are added one after the other. */
const ONES = 5

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10,100,1000,10000' },
    write: { type: 'boolean', default: false },
  },
})
const rows: Row[] = []
for (const size of values.sizes.split(',').map(Number)) rows.push(await measure(size))
console.log(reportOf(rows))
if (values.write) writeSection(rows)

async function measure(documents: number): Promise<Row> {
  const rig = await startRig('chromium')
  try {
    const page = await rig.open(`${rig.site.origin}/report.html`)
    const started = performance.now()
    const pack = await addPack(rig, page, 'Growth', [])
    for (let from = 0; from < documents; from += CHUNK)
      await add(rig, page, pack, from, Math.min(CHUNK, documents - from))
    await untilIndexedAtLast(rig, page)
    const filled = (performance.now() - started) / 1000
    const one = await timed(rig, median, async () => {
      const times: number[] = []
      for (let at = 0; at < ONES; at++) times.push(await timeOne(rig, page, pack, documents + at))
      return times
    })
    const card = await timed(rig, percentile, () => timeCards(rig, page))
    const search = percentile(await timeSearches(rig, page))
    return { documents, filled, one, heap: await heapOf(rig), card, search }
  } finally {
    await rig.close()
  }
}

function add(rig: Rig, page: Page, pack: string, from: number, count: number): Promise<unknown> {
  const made = Array.from({ length: count }, (_, at) => synthesise(from + at))
  return inLibrary(
    rig,
    page,
    async (library, to, all) => (await library.add(to, all as never)).length,
    pack,
    made as unknown as Json,
  )
}

/** Ten thousand documents take longer than any test waits. */
async function untilIndexedAtLast(rig: Rig, page: Page): Promise<void> {
  for (;;) {
    const isDone = await untilIndexed(rig, page).then(
      () => true,
      () => false,
    )
    if (isDone) return
  }
}

async function timeOne(rig: Rig, page: Page, pack: string, seed: number): Promise<number> {
  const document = synthesise(seed + 1_000_000) as unknown as Json
  return inLibrary(
    rig,
    page,
    async (library, to, one) => {
      const started = performance.now()
      const [added] = await library.add(to, [one as never])
      if (added?.name !== 'added') throw new Error('it was not added')
      const { id } = added.document.document
      while ((await library.find(id))?.state.name !== 'ready')
        await new Promise((resolve) => setTimeout(resolve, 5))
      return performance.now() - started
    },
    pack,
    document,
  )
}

/** The same questions for every size: sentences of the synthetic news and of the seeds. */
function timeCards(rig: Rig, page: Page): Promise<number[]> {
  const random = seededRandom(7)
  const sentences = paragraphs().flatMap((one) => one.match(/[^.]{30,200}\./g) ?? [])
  const queries = Array.from({ length: CARDS }, (_, at) => {
    const sentence = pickOne(sentences, random) ?? ''
    const company = at % 2 === 0 ? 'huawei' : 'zte'
    return at % 3 === 0
      ? { company, sentence, pageCompanies: ['huawei', 'zte'] }
      : { agency: 'us-dod', action: 'ban', target: company, sentence, pageCompanies: ['huawei'] }
  })
  return inLibrary(
    rig,
    page,
    async (_library, all) => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: object): Promise<unknown> } }
      }
      const times: number[] = []
      for (const argument of all as object[]) {
        const started = performance.now()
        await chrome.runtime.sendMessage({ to: 'background', method: 'findContext', argument })
        times.push(performance.now() - started)
      }
      return times
    },
    queries as unknown as Json,
  )
}

function timeSearches(rig: Rig, page: Page): Promise<number[]> {
  const words = [
    'Huawei',
    'Huwaei',
    'pentagon bases',
    'fine',
    'commis',
    'security warned',
    'ZTE export',
  ]
  return inLibrary(
    rig,
    page,
    async (library, all) => {
      const source = await library.source()
      const times: number[] = []
      for (const words of [...all, ...all, ...all]) {
        const started = performance.now()
        await source.search(words)
        times.push(performance.now() - started)
      }
      return times
    },
    words,
  )
}

/** Heap of the background after all that, collected, in MB. */
async function heapOf(rig: Rig): Promise<number> {
  const target = rig.browser.targets().find((one) => one.type() === 'service_worker')
  if (!target) return Number.NaN
  const session = await target.createCDPSession()
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize / 1024 / 1024
}

async function timed(
  rig: Rig,
  clock: (times: number[]) => number,
  run: () => Promise<number[]>,
): Promise<Timed> {
  const before = await cpuOf(rig)
  const times = await run()
  return { clock: clock(times), cpu: ((await cpuOf(rig)) - before) / times.length }
}

/** The processor's time that all processes of the browser have taken, in ms. */
async function cpuOf(rig: Rig): Promise<number> {
  const session = await rig.browser.target().createCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0)
}

function percentile(times: number[]): number {
  return quantile(times, 0.95)
}
