import { mkdir, readFile, rm } from 'node:fs/promises'
import { runNode, runTool, type Outcome } from './run-tool.ts'
import { checkBench } from './check-bench.ts'
import { checkPackages } from './check-packages.ts'
import { checkSizes } from './check-sizes.ts'
import { checkWords } from './check-words.ts'
import { clearTallies, printTallies } from './print-tallies.ts'
import { lintPackages } from './lint-packages.ts'
import { listFailures } from './list-failures.ts'
import { specTable, type SpecReport } from './spec-table.ts'

/**
 * Everything that decides whether a change is good, one line a check as it ends, the whole output
 * of those that failed, a table of all, the tests that failed with what they said, and
 * `N passed, N failed` as the very last line: the sum of the tests, where a failed check without
 * tests of its own counts as one failed.
 *
 * `npm test -- unit types` runs only the checks whose names begin so, `npm test -- unit tests/core`
 * only those tests of it that stand in files whose paths hold such a word.
 */
type Result = Outcome & { passed?: number; failed?: number; note?: string; failures?: string[] }
type Check = { name: string; run: () => Promise<Result> }
type Done = Result & { name: string; seconds: number }

const REPORTS = '.cache/test-reports'

const CHECKS: Check[] = [
  { name: 'format', run: () => runTool('prettier', ['--check', '--log-level=warn', '.']) },
  { name: 'lint', run: () => runTool('oxlint', ['--deny-warnings']) },
  { name: 'words', run: checkWords },
  { name: 'types', run: () => runTool('tsc', ['--noEmit', '-p', '.']) },
  { name: 'index is up to date', run: () => runNode(['indexer/main.ts', '--check']) },
  { name: 'unit tests', run: () => runTests('unit') },
  { name: 'build for Chromium', run: () => runTool('wxt', ['build']) },
  { name: 'build for Firefox', run: () => runTool('wxt', ['build', '-b', 'firefox']) },
  { name: 'packages', run: () => runTests('packages') },
  { name: 'package lint', run: lintPackages },
  { name: 'size budgets', run: checkSizes },
  { name: 'what is bundled', run: checkPackages },
  { name: 'documentation', run: () => runTool('vitepress', ['build', 'docs']) },
  { name: 'documentation site', run: () => runTests('site') },
  { name: 'bench runs', run: checkBench },
  { name: 'end to end in Chromium', run: () => runTests('chromium') },
  { name: 'end to end in Firefox', run: () => runTests('firefox') },
  { name: 'soak, short', run: () => runNode(['bench/soak.ts', '--short']) },
]

const words = process.argv.slice(2)
const files = words.filter((word) => word.includes('/'))
const wanted = words.filter((word) => !files.includes(word))
const chosen = CHECKS.filter(
  ({ name }) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)),
)
const done: Done[] = []
await clearTallies()
for (const check of chosen) {
  const result = await runCheck(check)
  done.push(result)
  console.log(lineFor(result))
  if (result.code !== 0) console.log(indent(result.output))
}
console.log(`\n${await printTallies()}`)
if (chosen.some(({ name }) => name.startsWith('end to end'))) await printSpecs()
summarise(done)

async function runCheck({ name, run }: Check): Promise<Done> {
  const start = performance.now()
  const result = await run().catch((error: unknown) => ({ code: 1, output: String(error) }))
  return { ...result, name, seconds: (performance.now() - start) / 1000 }
}

/** Runs one of Vitest's projects; the counts come from its JSON report. */
async function runTests(project: string): Promise<Result> {
  const report = `${REPORTS}/${project}.json`
  await mkdir(REPORTS, { recursive: true })
  await rm(report, { force: true })
  const traffic = `${REPORTS}/traffic/${project}.jsonl`
  await rm(traffic, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const outcome = await runTool('vitest', ['run', '--project', project, ...reporters, ...files])
  const counts = await readReport(report)
  if (!counts || counts.passed + counts.failed === 0) {
    return { code: 1, output: `${outcome.output}\nno test ran`, failed: 1 }
  }
  return { ...outcome, ...counts, ...(await readTraffic(traffic)) }
}

/** What the browsers of the run asked for, and how much of it came from an extension's processes. */
async function readTraffic(file: string): Promise<{ note?: string }> {
  const lines = (await readFile(file, 'utf8').catch(() => '')).trim().split('\n').filter(Boolean)
  const all = lines.map((it) => JSON.parse(it) as { requests: number; byExtension: number })
  const sum = (key: 'requests' | 'byExtension') => all.reduce((total, it) => total + it[key], 0)
  if (all.length === 0) return {}
  const from = `of ${sum('requests')} requests of ${all.length} browsers`
  return { note: `${sum('byExtension')} ${from} by the extension` }
}

type Counts = { passed: number; failed: number; failures: string[] }

async function readReport(file: string): Promise<Counts | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const report = JSON.parse(text) as SpecReport & {
    numPassedTests: number
    numFailedTests: number
  }
  const { numPassedTests: passed, numFailedTests: failed } = report
  return { passed, failed, failures: listFailures(report) }
}

/** Of this run only: an older report says nothing about it. */
async function printSpecs(): Promise<void> {
  const [chromium, firefox] = await Promise.all(
    (['Chromium', 'Firefox'] as const).map(async (browser) => {
      if (!done.some(({ name }) => name === `end to end in ${browser}`)) return undefined
      const file = `${REPORTS}/${browser.toLowerCase()}.json`
      const text = await readFile(file, 'utf8').catch(() => undefined)
      return text === undefined ? undefined : (JSON.parse(text) as SpecReport)
    }),
  )
  console.log(`\n${specTable(chromium, firefox)}`)
}

function lineFor({ name, code, seconds, passed, failed, note }: Done): string {
  const tests = passed === undefined ? [] : [`${passed} passed, ${failed} failed`]
  const counts = [...tests, ...(note === undefined ? [] : [note])].join('; ')
  const mark = code === 0 ? 'ok    ' : 'FAILED'
  return `${mark}  ${name.padEnd(24)} ${seconds.toFixed(1).padStart(6)} s  ${counts}`.trimEnd()
}

function indent(text: string): string {
  return text.trimEnd().replaceAll(/^/gm, '        ')
}

/** A failed check counts even when all tests that it ran passed (a crash, an error outside tests). */
function summarise(results: Done[]): void {
  const passed = results.reduce((sum, it) => sum + (it.passed ?? 0), 0)
  const failed = results.reduce(
    (sum, it) => sum + Math.max(it.failed ?? 0, it.code === 0 ? 0 : 1),
    0,
  )
  const seconds = results.reduce((sum, it) => sum + it.seconds, 0)
  console.log(`\n${results.map(lineFor).join('\n')}\n\nin ${seconds.toFixed(0)} s`)
  for (const failure of results.flatMap(({ failures = [] }) => failures)) console.log(failure)
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}
