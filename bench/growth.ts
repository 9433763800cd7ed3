import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { Page } from 'puppeteer-core'
import type { NewDocument } from '../core/packs/pack.ts'
import { addPack, inLibrary, untilIndexed } from '../tests/e2e/harness/library.ts'
import { startRig, type Rig } from '../tests/e2e/harness/rig.ts'
import type { Json } from '../tests/e2e/harness/view.ts'
import { seededRandom } from './engine/seeded-random.ts'

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
const FIXTURES = 'tests/indexer/fixtures'
const PARAGRAPHS = 8
const CHUNK = 500
const CARDS = 60
/** Documents that are added one after the other. */
const ONES = 5
/** Aims in ms at 10,000 documents. */
const LIMITS = { card: 100, search: 150 }
const SECTION = '## Growth'

type Row = {
  documents: number
  filled: number
  one: Timed
  heap: number
  card: Timed
  search: number
}

/** In ms: by the clock, and of the processor for each. */
type Timed = { clock: number; cpu: number }

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10,100,1000,10000' },
    write: { type: 'boolean', default: false },
  },
})
const rows: Row[] = []
for (const size of values.sizes.split(',').map(Number)) rows.push(await measure(size))
const report = `${SECTION}\n\n${describe()}\n\n${tableOf(rows)}\n`
console.log(report)
if (values.write) writeSection(report)

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
    const one = await timed(rig, middle, async () => {
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
    const sentence = sentences[Math.floor(random() * sentences.length)] ?? ''
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

function middle(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}

function percentile(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN
}

function paragraphs(): string[] {
  return readdirSync(FIXTURES)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => readFileSync(`${FIXTURES}/${file}`, 'utf8').split(/\n\s*\n/))
    .filter((paragraph) => paragraph.length > 60)
}

/** A document that depends on nothing but its number. */
function synthesise(number: number): NewDocument {
  const random = seededRandom(number)
  const pick = <Item>(items: Item[]) => items[Math.floor(random() * items.length)] as Item
  const pool = paragraphs()
  const year = 2000 + Math.floor(random() * 25)
  const month = String(1 + Math.floor(random() * 12)).padStart(2, '0')
  const text = Array.from({ length: PARAGRAPHS }, () => pick(pool)).join('\n\n')
  return {
    kind: 'text',
    text: `${text.replaceAll(/\b(?:19|20)\d\d\b/g, String(year))}\n\nFile number ${number}.`,
    title: `Report ${number}`,
    publisher: `Outlet ${number % 40}`,
    published: { value: `${year}-${month}`, precision: 'month', basis: 'text' },
    address: null,
    file: `${number}.txt`,
    captured: 1_700_000_000_000,
  }
}

function describe(): string {
  const bytes = statSync('.output/chrome-mv3/gate.js').size
  return `Made by \`node bench/growth.ts --write\`: documents of a reader's own, recombined from invented news, in Chromium. "Fill" is until all are indexed, "add one" until one more is; "card" is the answer of the background to a question, "search" that of the digest's search, both p95 (aims at 10,000 documents: ${LIMITS.card} and ${LIMITS.search} ms); "CPU" is the processor's time for one, of all the browser's processes; "heap" is the background's. The load of the machine (${availableParallelism()} cores) in the last quarter of an hour was ${loadavg()[2]?.toFixed(1)}. A page loads ${bytes} bytes, whatever the number of documents.`
}

function tableOf(all: Row[]): string {
  const round = (value: number) => value.toFixed(value < 10 ? 1 : 0)
  const lines = [
    [
      'documents',
      'fill, s',
      'add one, ms',
      'CPU, ms',
      'heap, MB',
      'card p95, ms',
      'CPU, ms',
      'search p95, ms',
    ],
    Array.from({ length: 8 }, () => '---'),
    ...all.map(({ documents, filled, one, heap, card, search }) => [
      String(documents),
      ...[filled, one.clock, one.cpu, heap, card.clock, card.cpu, search].map(round),
    ]),
  ]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function writeSection(section: string): void {
  const file = 'bench/results.md'
  const [kept = ''] = readFileSync(file, 'utf8').split(SECTION)
  writeFileSync(file, `${kept.trimEnd()}\n\n${section}`)
}
