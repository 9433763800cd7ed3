import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { runTool } from '../scripts/run-tool.ts'
import { makeHugePages, readPages } from './engine/bench-pages.ts'
import { bundleProbe } from './engine/bundle.ts'
import { openLab } from './engine/lab.ts'
import { measureQuiet } from './engine/quiet-pages.ts'
import {
  compare,
  everyPageBytes,
  frameTime,
  hitTime,
  insertTime,
  lexiconGrowth,
  withAliases,
} from './engine/rows.ts'
import { servePages } from './engine/serve-pages.ts'
import { feedShare, proveLayoutIsSeen, watchTasks } from './engine/traced.ts'

/**
 * What the extension costs a page, beside the floor and the peers, in real Chromium.
 *
 *   npm run bench -- [--pages DIR] [--json] [--short] [--only ROW,ROW] [--extension DIR]
 *
 * `--short` takes few pages and samples: it shows that the bench works and measures nothing. Only a
 * whole run is saved.
 */
type Row = {
  name: string
  value: number
  limit: number | null
  aim: number | null
  unit: string
  pages: number
}
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

const OWN_PAGES = 'bench/pages'

const { values: options } = parseArgs({
  options: {
    pages: { type: 'string', default: OWN_PAGES },
    only: { type: 'string' },
    extension: { type: 'string' },
    json: { type: 'boolean', default: false },
    short: { type: 'boolean', default: false },
  },
})
const only = options.only?.split(',')
const isWanted = (...names: string[]) => !only || names.some((name) => only.includes(name))
const extension = options.extension ?? (await buildExtension())
const samples = options.short ? 1 : 5
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
const all = readPages(options.pages)
const pages = all.filter((page) => !page.huge).slice(0, options.short ? 1 : undefined)
const huge = [...all.filter((page) => page.huge), ...makeHugePages()].slice(
  0,
  options.short ? 1 : undefined,
)
await measureScans()
await measurePeers()
await measureLivePages()
if (isWanted('every-page-bytes')) add('every-page-bytes', everyPageBytes(extension).bytes, 1)
if (isWanted('quiet-page', 'quiet-heap')) {
  const quiet = await measureQuiet(server, pages, options.short ? 1 : 2, extension)
  add('quiet-page', quiet.page, quiet.pages)
  add('quiet-heap', quiet.heap, quiet.pages)
}
await lab.close()
await server.close()

rows.sort((a, b) => placeOf(a) - placeOf(b))
if (options.json) console.log(JSON.stringify({ rows }))
else if (worst !== '') console.log(`\nlongest task on ${worst}`)
if (!options.short && !only) save()

async function measureScans(): Promise<void> {
  const floor = { bundle: await bundleProbe('floor'), call: 'run()' }
  const scan = { bundle: await bundleProbe('scan'), call: 'run()' }
  if (isWanted('scan')) add('scan', await compare(bench, pages, scan, floor), pages.length)
  if (isWanted('scan-actions')) {
    const full = { bundle: await bundleProbe('full'), call: 'read()' }
    add('scan-actions', await compare(bench, pages, full, floor), pages.length)
  }
  if (isWanted('scan-huge')) add('scan-huge', await compare(bench, huge, scan, floor), huge.length)
  if (isWanted('lexicon-growth')) {
    const few = pages.slice(0, 8)
    add('lexicon-growth', await lexiconGrowth(bench, few), few.length)
  }
}

async function measurePeers(): Promise<void> {
  const lexicon = withAliases(TERMS)
  const marks = { bundle: await bundleProbe('marks', lexicon), call: 'run()' }
  const peers = await bundleProbe('peers', lexicon)
  const calls: [string, string][] = [
    ['vs-findandreplacedomtext', 'findAndReplace()'],
    ['vs-wrapper', 'wrapper()'],
    ['vs-markjs-one-pattern', 'markOnePattern()'],
    ['vs-markjs-terms', 'markTerms()'],
  ]
  const fewer = { ...bench, samples: Math.min(3, samples) }
  for (const [name, call] of calls)
    if (isWanted(name))
      add(name, await compare(fewer, pages, marks, { bundle: peers, call }), pages.length)
}

async function measureLivePages(): Promise<void> {
  const full = await bundleProbe('full')
  if (isWanted('layout', 'longest-task')) {
    await proveLayoutIsSeen(bench, await bundleProbe('forced-layout'))
    const tasks = await watchTasks(bench, [...pages, ...huge], full)
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
  if (isWanted('feed')) add('feed', await feedShare(bench, full), 1)
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

function save(): void {
  const lines = rows.map((row) => {
    const { name, value, limit, aim, unit, pages: count } = row
    return `| ${name} | ${value} | ${limit ?? ''} | ${aim ?? ''} | ${metBy(row)} | ${unit} | ${count} |`
  })
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, load ${loadavg()[0]?.toFixed(1)}, Chromium, headless`
  const head =
    '| row | value | limit | aim | met | unit | pages |\n| --- | --- | --- | --- | --- | --- | --- |'
  const where =
    options.pages === OWN_PAGES ? 'the pages of `bench/pages`' : 'a folder of real pages'
  mkdirSync('bench', { recursive: true })
  writeFileSync(
    'bench/results.md',
    `# What the extension costs a page\n\nMade by \`npm run bench\` on ${where}; ratios of one run, the middle of all pages. ${machine}.\n\n${head}\n${lines.join('\n')}\n`,
  )
}

function metBy({ value, limit, aim }: Row): string {
  if (limit === null || aim === null) return ''
  if (value > limit) return '**no**'
  return value > aim ? 'limit' : 'aim'
}
