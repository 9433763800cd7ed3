import { parseArgs } from 'node:util'
import { runNode, runTool } from '../scripts/run-tool.ts'
import { makeHugePages, readPages } from './engine/bench-pages.ts'
import { bundleProbe } from './engine/bundle.ts'
import { openLab } from './engine/lab.ts'
import { measureQuietHeap, measureQuietTime, quietOf } from './engine/quiet-pages.ts'
import { saveRows, type Row } from './engine/results-file.ts'
import {
  compare,
  everyPageBytes,
  frameTime,
  hitTime,
  insertTime,
  lexiconGrowth,
  ratioOf,
  timeProbes,
  withAliases,
} from './engine/rows.ts'
import { servePages } from './engine/serve-pages.ts'
import { feedShare, proveLayoutIsSeen, watchTasks } from './engine/traced.ts'

/**
 * What the extension costs a page, beside the floor and the peers, in real Chromium.
 *
 *   npm run bench -- [--pages DIR] [--json] [--short] [--only ROW,ROW] [--save] [--extension DIR]
 *
 * `--short` takes few pages and samples: it shows that the bench works and measures nothing. A whole run
 * is saved, and goes on to what a reader's own documents cost; of some rows, with `--save`, those are
 * put into the table that is there. `--json` prints one object and nothing else.
 */
type Target = Pick<Row, 'limit' | 'aim' | 'unit'>

const TARGETS: Record<string, Target> = {
  'quiet-page': { limit: 1.5, aim: 1, unit: '× floor' },
  scan: { limit: 2.5, aim: 2, unit: '× floor' },
  'scan-actions': { limit: null, aim: null, unit: '× floor' },
  'scan-huge': { limit: 1.8, aim: 1.4, unit: '× floor' },
  'vs-findandreplacedomtext': { limit: 0.5, aim: 0.35, unit: '× peer' },
  'vs-wrapper': { limit: 0.75, aim: 0.5, unit: '× peer' },
  'vs-markjs-one-pattern': { limit: 0.3, aim: 0.2, unit: '× peer' },
  'vs-markjs-terms': { limit: 0.005, aim: 0.002, unit: '× peer' },
  layout: { limit: 0, aim: 0, unit: 'layouts and style recalculations' },
  'frame-1000': { limit: 1.5, aim: 1.1, unit: '× none' },
  'insert-10000': { limit: 1.2, aim: 1.05, unit: '× none' },
  feed: { limit: 0.08, aim: 0.04, unit: 'share' },
  'hit-test': { limit: 2, aim: 1.3, unit: '× of 10' },
  'longest-task': { limit: 16, aim: 8, unit: 'ms' },
  'every-page-bytes': { limit: 12_000, aim: 6000, unit: 'bytes' },
  'quiet-heap': { limit: 150, aim: 60, unit: 'KB' },
  'lexicon-growth': { limit: 1.33, aim: 1.1, unit: '× of 300' },
}
/** Terms of the peers and of ours when they are compared, as many as a list of names of some use has. */
const TERMS = 300

const PEERS = {
  'vs-findandreplacedomtext': 'findAndReplace()',
  'vs-wrapper': 'wrapper()',
  'vs-markjs-one-pattern': 'markOnePattern()',
  'vs-markjs-terms': 'markTerms()',
}

const OWN_PAGES = 'bench/pages'

const { values: options } = parseArgs({
  options: {
    pages: { type: 'string', default: OWN_PAGES },
    only: { type: 'string' },
    extension: { type: 'string' },
    json: { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
    short: { type: 'boolean', default: false },
  },
})
const only = options.only?.split(',')
const isWanted = (...names: string[]) => !only || names.some((name) => only.includes(name))
const extension = options.extension ?? (await buildExtension())
const all = readPages(options.pages)
/** Of many pages, fewer samples each: the middle of all pages is what counts. */
const isMany = all.length > 20
const samples = options.short ? 1 : isMany ? 3 : 5
/** Of rows that are one visit's, the middle of so many: one is stopped by something else that runs. */
const visits = options.short ? 1 : 3
const rows: Row[] = []
let worst = ''
const add = (name: string, value: number, count: number) => {
  const target = TARGETS[name]
  if (!target || !isWanted(name)) return
  rows.push({ name, value: Number(value.toPrecision(3)), ...target, pages: count })
  if (!options.json) console.log(lineFor(rows.at(-1)))
}

const server = await servePages()
const lab = await openLab(server.port)
const bench = { lab, server, samples }
const pages = all.filter((page) => !page.huge).slice(0, options.short ? 1 : undefined)
const huge = [...all.filter((page) => page.huge), ...makeHugePages()].slice(
  0,
  options.short ? 1 : undefined,
)
await measureScans()
await measurePeers()
await measureLivePages()
if (isWanted('every-page-bytes')) add('every-page-bytes', everyPageBytes(extension).bytes, 1)
const quiet = { server, extension, samples: visits }
const still = quietOf(pages)
if (isWanted('quiet-page')) add('quiet-page', await measureQuietTime(quiet, still), still.length)
if (isWanted('quiet-heap')) add('quiet-heap', await measureQuietHeap(quiet, still), still.length)
await lab.close()
await server.close()

rows.sort((a, b) => placeOf(a) - placeOf(b))
if (options.json) console.log(JSON.stringify({ rows }))
else if (worst !== '') console.log(`\nlongest task on ${worst}`)
if (!options.short && (!only || options.save)) await save()
if (!options.short && !options.json && !only) await measureGrowth()

async function measureScans(): Promise<void> {
  const scan = { bundle: await bundleProbe('scan'), call: 'run()' }
  const floor = { bundle: await bundleProbe('floor'), call: 'run()' }
  const full = { bundle: await bundleProbe('full'), call: 'read()' }
  if (isWanted('scan', 'scan-actions')) {
    const probes = isWanted('scan-actions') ? [scan, floor, full] : [scan, floor]
    const times = await timeProbes(bench, pages, probes)
    add('scan', ratioOf(times, 0, 1), pages.length)
    add('scan-actions', ratioOf(times, 2, 1), pages.length)
  }
  if (isWanted('scan-huge')) add('scan-huge', await compare(bench, huge, scan, floor), huge.length)
  if (isWanted('lexicon-growth'))
    add('lexicon-growth', await lexiconGrowth(bench, pages), pages.length)
}

async function measurePeers(): Promise<void> {
  const wanted = Object.entries(PEERS).filter(([name]) => isWanted(name))
  if (wanted.length === 0) return
  const lexicon = withAliases(TERMS)
  const marks = { bundle: await bundleProbe('marks', lexicon), call: 'run()' }
  const bundle = await bundleProbe('peers', lexicon)
  const probes = [marks, ...wanted.map(([, call]) => ({ bundle, call }))]
  const times = await timeProbes(
    { ...bench, samples: isMany ? 1 : Math.min(3, samples) },
    pages,
    probes,
  )
  for (const [at, [name]] of wanted.entries()) add(name, ratioOf(times, 0, at + 1), pages.length)
}

async function measureLivePages(): Promise<void> {
  const full = await bundleProbe('full')
  if (isWanted('layout', 'longest-task')) {
    await proveLayoutIsSeen(bench, await bundleProbe('forced-layout'))
    const tasks = await watchTasks(bench, [...pages, ...huge], full, visits)
    add('layout', tasks.layouts, pages.length + huge.length)
    add('longest-task', tasks.longest, pages.length + huge.length)
    worst = tasks.worst
  }
  const pair = async (name: string, time: typeof frameTime, many: number, few: number) => {
    if (isWanted(name))
      add(name, (await time(bench, many, full)) / (await time(bench, few, full)), 1)
  }
  await pair('frame-1000', frameTime, 1000, 0)
  await pair('insert-10000', insertTime, 10_000, 0)
  await pair('hit-test', hitTime, 10_000, 10)
  if (isWanted('feed')) add('feed', await feedShare(bench, full, visits), 1)
}

function placeOf({ name }: Row): number {
  return Object.keys(TARGETS).indexOf(name)
}

async function buildExtension(): Promise<string> {
  const { code, output } = await runTool('wxt', ['build'])
  if (code !== 0) throw new Error(output)
  return '.output/chrome-mv3'
}

function lineFor(row: Row | undefined): string {
  if (!row) return ''
  const cell = (value: number | null) => String(value ?? '').padStart(8)
  return `${row.name.padEnd(26)}${cell(row.value)}${cell(row.limit)}${cell(row.aim)}  ${row.unit}`
}

async function save(): Promise<void> {
  const where =
    options.pages === OWN_PAGES ? 'the pages of `bench/pages`' : 'a folder of real pages'
  await saveRows(rows, Object.keys(TARGETS), where, only !== undefined)
}

async function measureGrowth(): Promise<void> {
  const { code, output } = await runNode(['bench/growth.ts', '--write'])
  console.log(output)
  process.exitCode = code
}
