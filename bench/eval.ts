/**
 * `npm run eval`: how well mentions and contexts are, beside simpler ways, on labelled real texts.
 *   npm run eval [-- --dir DIR ...]     a table for each folder, then every miss of ours
 * DIR holds texts/ and retrieval.json; the scorer, score.mjs, stands beside it, or is that of the folder
 * that is read when none is given. The texts are other people's pages and no part of the project;
 * without them there is nothing to measure.
 * `--as N` is what the scorer calls: the N-th way of doing it, NDJSON in and out.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { formatTable } from '../scripts/format-table.ts'
import type { System } from './eval/systems.ts'
import { createSystems } from './eval/systems.ts'

const ROOT = path.join(import.meta.dirname, '..')
const USUAL = path.join(ROOT, '../shared/eval/dev')
const { values } = parseArgs({
  options: {
    dir: { type: 'string', multiple: true, default: [USUAL] },
    as: { type: 'string' },
  },
})

const readJson = (name: string) => JSON.parse(fs.readFileSync(path.join(ROOT, name), 'utf8'))
const systems = createSystems(readJson('data/lexicon.json'), readJson('data/index.json'))

if (values.as === undefined) for (const dir of values.dir) compare(dir)
else answer(systems[Number(values.as)])

/** What the scorer prints. */
type Figures = {
  company: Record<'precision' | 'recall' | 'exactSpan', number>
  agencyAction: Record<
    'precision' | 'recall' | 'agencyRight' | 'actionRight' | 'targetRight',
    number
  >
  untouchedPages: { of: number; marked: number }
  context: Record<'ndcg3' | 'firstRight' | 'verbatim' | 'honestWhenNothing', number>
}

function compare(dir: string): void {
  const scorer = [dir, USUAL].map((one) => path.join(one, '..', 'score.mjs')).find(fs.existsSync)
  if (!fs.existsSync(path.join(dir, 'texts')) || scorer === undefined) {
    console.log(
      `${dir}: there are no labelled texts here, so there is nothing to measure; give their folder with --dir`,
    )
    return
  }
  const runs = systems.map((system, at) => ({ system, ...runScorer(scorer, dir, at) }))
  console.log(`${dir}\n${formatTable(runs.map(({ system, figures }) => toRow(system, figures)))}`)
  console.log(`\nWhat ours gets wrong:\n${runs[0]?.misses.trim() || 'nothing'}\n`)
}

function runScorer(scorer: string, dir: string, at: number): { figures: Figures; misses: string } {
  const command = [process.execPath, import.meta.filename, '--as', String(at)]
  const run = spawnSync(process.execPath, [scorer, dir, '--json', '--misses', '--', ...command], {
    encoding: 'utf8',
    env: { ...process.env, SEEDS: path.join(ROOT, 'seeds') },
  })
  if (run.status !== 0) throw new Error(`the scorer failed: ${run.stderr}`)
  return { figures: JSON.parse(run.stdout), misses: run.stderr }
}

function toRow({ name }: System, { company, agencyAction, untouchedPages, context }: Figures) {
  return {
    way: name,
    'company P/R/exact': `${company.precision} / ${company.recall} / ${company.exactSpan}`,
    'action P/R': `${agencyAction.precision} / ${agencyAction.recall}`,
    'agency/action/target': `${agencyAction.agencyRight} / ${agencyAction.actionRight} / ${agencyAction.targetRight}`,
    untouched: `${untouchedPages.marked} of ${untouchedPages.of} marked`,
    'nDCG@3': String(context.ndcg3),
    'first right': String(context.firstRight),
    'verbatim/honest': `${context.verbatim} / ${context.honestWhenNothing}`,
  }
}

function answer(system: System | undefined): void {
  if (!system) throw new Error(`--as takes 0 to ${systems.length - 1}`)
  for (const line of fs.readFileSync(0, 'utf8').split('\n')) {
    if (line.trim() === '') continue
    const { id, text } = JSON.parse(line) as { id: unknown; text: string }
    process.stdout.write(`${JSON.stringify({ id, mentions: system.analyze(text) })}\n`)
  }
}
