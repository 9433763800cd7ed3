/**
 * `npm run bench:build`: how the build of the index grows. Documents are made of the sentences of
 * the tests' invented news, recombined by a seeded generator; each size is built in a process of its
 * own, so that its memory is its own. `--write` saves the table as results-build.md.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Inputs } from '../indexer/build-index.ts'
import { createDetector } from '../core/detect/detect.ts'
import { buildIndex } from '../indexer/build-index.ts'
import { pickOne, seededRandom } from './engine/seeded-random.ts'
import { paragraphs } from './growth-documents.ts'
import { markdownTable } from './markdown-table.ts'
import { fixtureInputs, type Fixture } from '../tests/indexer/build-fixture.ts'

const RESULTS = path.join(import.meta.dirname, 'results-build.md')
const SIZES = [10, 100, 1_000, 10_000]
/** Paragraphs of a document; the invented articles have about ten. */
const PARAGRAPHS = 10
const FIRST_YEAR = 2000
const YEARS = 25
const MB = 1024 * 1024

/** What one build took. */
type Result = {
  documents: number
  events: number
  seconds: number
  memory: number
  bytes: number
}

function main(): void {
  const { values } = parseArgs({
    options: {
      one: { type: 'string' },
      sizes: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  })
  if (values.one) return void console.log(JSON.stringify(measure(Number(values.one))))
  const sizes = values.sizes ? values.sizes.split(',').map(Number) : SIZES
  const table = toTable(sizes.map(measureApart))
  console.log(table)
  if (values.write) fs.writeFileSync(RESULTS, `${INTRODUCTION}\n\n${table}\n`)
}

const INTRODUCTION = `# The build of the index, measured

Made by \`npm run bench:build -- --write\`: synthetic documents of ${PARAGRAPHS} paragraphs, recombined from the tests' invented news, each size built in a process of its own. "Peak memory" is what the process held at most, Node itself included; "index" is the written JSON. The same sentences recur with other months and years, so that events gather more passages than in real news.`

/** One size in a process of its own; its peak memory is that of the whole build. */
function measureApart(documents: number): Result {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--max-old-space-size=6144', import.meta.filename, '--one', String(documents)],
    { encoding: 'utf8', maxBuffer: MB },
  )
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Result
}

function measure(documents: number): Result {
  const inputs = synthesise(documents)
  const start = performance.now()
  const { index, faults } = buildIndex(inputs, createDetector)
  const seconds = (performance.now() - start) / 1000
  if (!index) throw new Error(faults.map(({ message }) => message).join('\n'))
  const bytes = Buffer.byteLength(JSON.stringify(index))
  const memory = process.resourceUsage().maxRSS * 1024
  return { documents, events: index.events.length, seconds, memory, bytes }
}

/** Documents that depend on nothing but their number. */
function synthesise(documents: number): Inputs {
  const prose = paragraphs().filter((paragraph) => /[.”"]$/.test(paragraph.trim()))
  const random = seededRandom(1)
  const pick = () => pickOne(prose, random) ?? ''
  const fixtures = Array.from({ length: documents }, (_, i): Fixture => {
    const text = Array.from({ length: PARAGRAPHS }, () => redate(pick(), random)).join('\n\n')
    const month = 1 + Math.floor(random() * 12)
    const value = `${FIRST_YEAR + Math.floor(random() * YEARS)}-${String(month).padStart(2, '0')}-15`
    const published = { value, precision: 'day', basis: 'text' }
    return { file: `${String(i).padStart(6, '0')}.txt`, text, published }
  })
  return fixtureInputs(fixtures)
}

/** Whose names are no other words. */
const MONTHS =
  /\b(?:January|February|April|June|July|August|September|October|November|December)\b/g

const OTHER_MONTHS = 'January February April June July August October November'.split(' ')

/** Other months and years, so that the documents tell ever more events. */
function redate(paragraph: string, random: () => number): string {
  return paragraph
    .replace(MONTHS, () => pickOne(OTHER_MONTHS, random) ?? 'June')
    .replace(/\b20[012]\d\b/g, () => String(FIRST_YEAR + Math.floor(random() * YEARS)))
}

function toTable(results: Result[]): string {
  const heads = ['documents', 'events', 'seconds', 'ms a document', 'peak memory, MB', 'index, MB']
  const rows = results.map((one) => [
    one.documents.toLocaleString('en'),
    one.events.toLocaleString('en'),
    one.seconds.toFixed(2),
    ((one.seconds / one.documents) * 1000).toFixed(2),
    (one.memory / MB).toFixed(0),
    (one.bytes / MB).toFixed(2),
  ])
  return markdownTable(heads, rows)
}

main()
