/**
 * `node bench/lexicon-growth.ts`: what a growing lexicon costs. Aliases of invented agencies are added
 * until there are 5,000 names and more; the same texts are scanned with each. Times are medians of
 * several rounds, in one process, smallest lexicon first and last, so that warming up is seen.
 */
import fs from 'node:fs'
import path from 'node:path'
import { nameRules } from '../core/detect/name-rules.ts'
import { createDetector } from '../core/detect/detect.ts'
import type { Lexicon, LexiconEntity } from '../core/detect/lexicon.ts'
import { createTables } from '../core/detect/scan-block.ts'
import { formatTable } from '../scripts/format-table.ts'
import { readNews } from '../tests/core/detect/news/read-news.ts'
import { median } from './engine/statistics.ts'

const ROOT = path.join(import.meta.dirname, '..')
/** Names added to the lexicon's own; the last round repeats the first. */
const ADDED = [0, 1_000, 3_000, 5_000, 10_000, 0]
const ROUNDS = 15
/** Texts are scanned this often in a round, so that a round is long enough to time. */
const REPEATS = 40
const MB = 1024 * 1024
/** Names begin with words that texts are full of, which is the worst for a table by first word. */
const STARTS = ['National', 'Federal', 'Ministry', 'Office', 'State', 'The', 'Department', 'Bureau']
const NAMES_OF_ONE = 4

const lexicon = JSON.parse(fs.readFileSync(path.join(ROOT, 'data/lexicon.json'), 'utf8')) as Lexicon
const blocks = ['reports.txt', 'columns.txt', 'kinds.txt']
  .flatMap((file) => readNews(file))
  .flatMap(({ text }) => text.split('\n').filter((line) => line !== ''))
const characters = blocks.reduce((sum, block) => sum + block.length, 0) * REPEATS

const own = lexicon.entities.reduce((sum, entity) => sum + nameRules(entity).length, 0)
const rows = ADDED.map((added) => measure(added))
const first = rows[0]
console.log(
  formatTable(
    rows.map(({ names, tables, scan }) => ({
      names: String(names),
      'tables, ms': tables.toFixed(2),
      'scan, ms': scan.toFixed(1),
      'MB/s': (characters / MB / (scan / 1000)).toFixed(1),
      'against the first': first ? `${((100 * scan) / first.scan - 100).toFixed(0)} %` : '',
    })),
  ),
)

function measure(added: number) {
  const grown = grow(added)
  const detector = createDetector(grown)
  const tables = timeOf(() => void createTables(grown))
  const scan = timeOf(() => {
    for (let i = 0; i < REPEATS; i++) for (const block of blocks) detector.scanBlock(block)
  })
  return { names: own + added, tables, scan }
}

function timeOf(work: () => void): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return median(times)
}

function grow(added: number): Lexicon {
  const count = Math.ceil(added / NAMES_OF_ONE)
  const more = Array.from({ length: count }, (_, i): LexiconEntity => ({
    id: `invented-${i}`,
    kind: 'agency',
    name: `Invented ${i}`,
    names: Array.from(
      { length: Math.min(NAMES_OF_ONE, added - i * NAMES_OF_ONE) },
      (_unused, k) => `${STARTS[(i + k) % STARTS.length]} ${word(i * 7 + k)} ${word(i)} Agency`,
    ),
  }))
  return { ...lexicon, entities: [...lexicon.entities, ...more] }
}

/** A word of its own for each number: "Ba", "Be" … */
function word(number: number): string {
  const letters = [...String(number)].map((digit) => 'bacedifogu'[Number(digit)] ?? '').join('')
  return `V${letters}n`
}
