import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
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
} from './engine/rows.ts'
import { servePages } from './engine/serve-pages.ts'
import { feedShare, watchTasks } from './engine/traced.ts'

/**
 * What the extension costs a page, beside the floor and the peers, in real Chromium.
 *
 *   npm run bench -- [--pages DIR] [--json] [--short] [--extension DIR]
 *
 * `--short` takes few pages and samples: it shows that the bench works and measures nothing.
 */
type Row = {
  name: string
  value: number
  limit: number | null
  aim: number | null
  unit: string
  pages: number
}

const { values: options } = parseArgs({
  options: {
    pages: { type: 'string', default: 'bench/pages' },
    extension: { type: 'string' },
    json: { type: 'boolean', default: false },
    short: { type: 'boolean', default: false },
  },
})
const extension = options.extension ?? (await buildExtension())
const samples = options.short ? 1 : 5
const rows: Row[] = []
const add = (
  name: string,
  value: number,
  limit: number | null,
  aim: number | null,
  unit: string,
  pages: number,
) => {
  rows.push({ name, value: Number(value.toPrecision(3)), limit, aim, unit, pages })
  if (!options.json) console.log(lineFor(rows.at(-1)))
}

const server = await servePages()
const lab = await openLab(server.port)
const bench = { lab, server, samples }
const all = readPages(options.pages)
const pages = all.filter((page) => !page.huge).slice(0, options.short ? 2 : undefined)
const huge = [...all.filter((page) => page.huge), ...makeHugePages()].slice(
  0,
  options.short ? 1 : undefined,
)
const [floor, scan, marks, peers, full] = await Promise.all(
  ['floor', 'scan', 'marks', 'peers', 'full'].map((name) => bundleProbe(name)),
)
if (!floor || !scan || !marks || !peers || !full) throw new Error('a probe is missing')
const run = (bundle: typeof scan, call = 'run()') => ({ bundle, call })

const quiet = await measureQuiet(server, pages, options.short ? 1 : 2, extension)
add('quiet-page', quiet.page, 1.5, 1, '× floor', quiet.pages)
add('scan', await compare(bench, pages, run(scan), run(floor)), 2.5, 2, '× floor', pages.length)
add(
  'scan-actions',
  await compare(bench, pages, run(full, 'read()'), run(floor)),
  null,
  null,
  '× floor',
  pages.length,
)
add(
  'scan-huge',
  await compare(bench, huge, run(scan), run(floor)),
  1.8,
  1.4,
  '× floor',
  huge.length,
)
const PEERS: [string, string, number, number][] = [
  ['vs-findandreplacedomtext', 'findAndReplace()', 0.5, 0.35],
  ['vs-wrapper', 'wrapper()', 0.75, 0.5],
  ['vs-markjs-one-pattern', 'markOnePattern()', 0.3, 0.2],
  ['vs-markjs-terms', 'markTerms()', 0.005, 0.002],
]
for (const [name, call, limit, aim] of PEERS)
  add(
    name,
    await compare({ ...bench, samples: Math.min(3, samples) }, pages, run(marks), run(peers, call)),
    limit,
    aim,
    '× peer',
    pages.length,
  )
const tasks = await watchTasks(bench, [...pages, ...huge], full)
add('layout', tasks.layouts, 0, 0, 'layouts and style recalculations', pages.length + huge.length)
add(
  'frame-1000',
  (await frameTime(bench, 1000, full)) / (await frameTime(bench, 0, full)),
  1.5,
  1.1,
  '× none',
  1,
)
add(
  'insert-10000',
  (await insertTime(bench, 10_000, full)) / (await insertTime(bench, 0, full)),
  1.2,
  1.05,
  '× none',
  1,
)
add('feed', await feedShare(bench, full), 0.08, 0.04, 'share', 1)
add(
  'hit-test',
  (await hitTime(bench, 10_000, full)) / (await hitTime(bench, 10, full)),
  2,
  1.3,
  '× of 10',
  1,
)
add('longest-task', tasks.longest, 16, 8, 'ms', pages.length + huge.length)
add('every-page-bytes', everyPageBytes(extension).bytes, 12_000, 6000, 'bytes', 1)
add('quiet-heap', quiet.heap, 150, 60, 'KB', quiet.pages)
add(
  'lexicon-growth',
  await lexiconGrowth(bench, pages.slice(0, 8)),
  1.33,
  1.1,
  '× of 300',
  Math.min(8, pages.length),
)
await lab.close()
await server.close()

if (options.json) console.log(JSON.stringify({ rows }))
else console.log(`\nlongest task on ${tasks.worst}`)
if (!options.short) save()

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
  const lines = rows.map(
    (row) =>
      `| ${row.name} | ${row.value} | ${row.limit ?? ''} | ${row.aim ?? ''} | ${row.unit} | ${row.pages} |`,
  )
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Chromium, headless`
  const head = '| row | value | limit | aim | unit | pages |\n| --- | --- | --- | --- | --- | --- |'
  mkdirSync('bench', { recursive: true })
  writeFileSync(
    'bench/results.md',
    `# What the extension costs a page\n\nMade by \`npm run bench\`; ratios of one run, the middle of all pages. ${machine}.\n\n${head}\n${lines.join('\n')}\n`,
  )
}
