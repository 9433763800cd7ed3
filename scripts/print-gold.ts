/**
 * `npm run gold`: how the index stands beside what a careful reader finds, for the seeds and for the
 * invented documents of the tests. Lists every miss; exits with 1 where a figure is below 95%.
 */
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { SourceIndex } from '../core/source-index.ts'
import type { Gold, Score } from '../tests/indexer/compare-gold.ts'
import seedGold from '../tests/indexer/gold.json' with { type: 'json' }
import fixtureGold from '../tests/indexer/fixtures/gold.json' with { type: 'json' }
import outletsGold from '../tests/indexer/fixtures/outlets/gold.json' with { type: 'json' }
import { build, folderInputs, seedInputs } from '../tests/indexer/build-fixture.ts'
import {
  scoreAttributions,
  scoreConflicts,
  scoreDates,
  scoreEvents,
  scoreFields,
  scoreTies,
} from '../tests/indexer/compare-gold.ts'
import { formatTable } from './format-table.ts'

/** Below this a figure is a fault. */
const LEAST = 0.95

const SCORES: [string, (index: SourceIndex, gold: Gold) => Score][] = [
  ['events', scoreEvents],
  ['agencies, targets, dates, states', scoreFields],
  ['evidence', (index, gold) => scoreTies(index, gold, 'passages')],
  ['replies', (index, gold) => scoreTies(index, gold, 'replies')],
  ['conflicts', scoreConflicts],
  ['attributions', scoreAttributions],
  ['dates', scoreDates],
]

type Row = { documents: string; figure: string; score: Score }

function main(): number {
  const { values } = parseArgs({
    options: { index: { type: 'string' }, gold: { type: 'string' } },
  })
  const rows =
    values.index && values.gold
      ? scoreAll(path.basename(values.index), read(values.index), read(values.gold))
      : [
          ...scoreAll('seeds', build(seedInputs()), seedGold as Gold),
          ...scoreAll(
            'invented',
            build(folderInputs('tests/indexer/fixtures')),
            fixtureGold as Gold,
          ),
          ...scoreAll(
            'outlets',
            build(folderInputs('tests/indexer/fixtures/outlets')),
            outletsGold as Gold,
          ),
        ]
  print(rows)
  return rows.every(({ score }) => recall(score) >= LEAST && precision(score) >= LEAST) ? 0 : 1
}

function read<T>(file: string): T {
  return JSON.parse(fs.readFileSync(file, 'utf8')) as T
}

function scoreAll(documents: string, index: SourceIndex, gold: Gold): Row[] {
  return SCORES.map(([figure, score]) => ({ documents, figure, score: score(index, gold) }))
}

function print(rows: Row[]): void {
  const cells = rows.map(({ documents, figure, score }) => ({
    documents,
    figure,
    recall: percent(recall(score)),
    precision: percent(precision(score)),
    found: String(score.found),
    missed: String(score.missed.length),
    extra: String(score.extra.length),
  }))
  console.log(formatTable(cells))
  for (const { documents, figure, score } of rows) {
    for (const one of score.missed) console.log(`missed, ${documents}, ${figure}: ${one}`)
    for (const one of score.extra) console.log(`extra,  ${documents}, ${figure}: ${one}`)
  }
}

function recall({ found, missed }: Score): number {
  return ratio(found, missed.length)
}

function precision({ found, extra }: Score): number {
  return ratio(found, extra.length)
}

function ratio(good: number, bad: number): number {
  return good + bad === 0 ? 1 : good / (good + bad)
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)}%`
}

process.exitCode = main()
