import { readdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { clearTallies, printTallies } from './print-tallies.ts'
import { runTool, type Outcome } from './run-tool.ts'

/**
 * Everything that draws lots: the fuzzers and the faults at random moments, with a table of what was
 * tried and what was lost. Says its seed first; the same seed is the same run.
 *
 * `npm run fuzz -- [--seed N] [--long] [--only unit,chromium,firefox] [--files WORD]`
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: `${Date.now() % 2 ** 31}` },
    long: { type: 'boolean', default: false },
    only: { type: 'string', default: 'unit,chromium,firefox' },
    files: { type: 'string', default: '' },
  },
})
const seed = Number(values.seed)
if (!Number.isSafeInteger(seed)) throw new Error(`--seed ${values.seed} is no whole number`)
process.env['FUZZ_SEED'] = `${seed}`
process.env['FUZZ_LONG'] = values.long ? '1' : '0'

/** The specs that ask for a seed or a size. */
const E2E = [
  'fuzz-dom',
  'fuzz-messages',
  'fuzz-commands',
  'background-killed',
  'page-faults',
  'tab-faults',
]
const FILES: Record<string, string[]> = {
  unit: readdirSync('tests/fuzz')
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => `tests/fuzz/${file}`),
  chromium: E2E.map((name) => `tests/e2e/${name}.spec.ts`),
  firefox: E2E.map((name) => `tests/e2e/${name}.spec.ts`),
}

console.log(`seed ${seed}, ${values.long ? 'long' : 'short'} form`)
await clearTallies()
let failed = 0
const projects = values.only.split(',')
if (projects.includes('chromium')) await step('build for Chromium', () => runTool('wxt', ['build']))
if (projects.includes('firefox'))
  await step('build for Firefox', () => runTool('wxt', ['build', '-b', 'firefox']))
for (const project of projects) {
  const files = (FILES[project] ?? []).filter((file) => file.includes(values.files))
  if (files.length > 0)
    await step(project, () => runTool('vitest', ['run', '--project', project, ...files]))
}
console.log(`\n${await printTallies()}\n`)
console.log(failed === 0 ? 'none lost' : `${failed} failed: repeat with --seed ${seed}`)
process.exitCode = failed === 0 ? 0 : 1

async function step(name: string, run: () => Promise<Outcome>): Promise<void> {
  const start = performance.now()
  const { code, output } = await run()
  console.log(
    `${code === 0 ? 'ok    ' : 'FAILED'}  ${name}, ${((performance.now() - start) / 1000).toFixed(0)} s`,
  )
  if (code === 0) return
  failed += 1
  console.log(output)
}
