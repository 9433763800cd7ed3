import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { markdownTable } from './markdown-table.ts'

/** Aims in ms at 10,000 documents. */
const LIMITS = { card: 100, search: 150 }
const SECTION = '## Growth'

export type Row = {
  documents: number
  filled: number
  one: Timed
  heap: number
  card: Timed
  search: number
}

/** In ms: by the clock, and of the processor for each. */
export type Timed = { clock: number; cpu: number }

export function reportOf(rows: Row[]): string {
  return `${SECTION}\n\n${describe()}\n\n${tableOf(rows)}\n`
}

function describe(): string {
  const bytes = statSync('.output/chrome-mv3/gate.js').size
  return `Made by \`node bench/growth.ts --write\`: documents of a reader's own, recombined from invented news, in Chromium. "Fill" is until all are indexed, "add one" until one more is; "card" is the answer of the background to a question, "search" that of the digest's search, both p95 (aims at 10,000 documents: ${LIMITS.card} and ${LIMITS.search} ms); "CPU" is the processor's time for one, of all the browser's processes; "heap" is the background's. The load of the machine (${availableParallelism()} cores) in the last quarter of an hour was ${loadavg()[2]?.toFixed(1)}. A page loads ${bytes} bytes, whatever the number of documents.`
}

function tableOf(all: Row[]): string {
  const round = (value: number) => value.toFixed(value < 10 ? 1 : 0)
  const heads = [
    'documents',
    'fill, s',
    'add one, ms',
    'CPU, ms',
    'heap, MB',
    'card p95, ms',
    'CPU, ms',
    'search p95, ms',
  ]
  const cells = all.map(({ documents, filled, one, heap, card, search }) => [
    String(documents),
    ...[filled, one.clock, one.cpu, heap, card.clock, card.cpu, search].map(round),
  ])
  return markdownTable(heads, cells)
}

/** In place of the section of before. */
export function writeSection(rows: Row[]): void {
  const file = 'bench/results.md'
  const [kept = ''] = readFileSync(file, 'utf8').split(SECTION)
  writeFileSync(file, `${kept.trimEnd()}\n\n${reportOf(rows)}`)
}
