import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { clearTallies, printTallies } from './print-tallies.ts'
import { runTool } from './run-tool.ts'

/**
 * Whether every page of a folder is the same with the extension and without, in real browsers with
 * the built extension. Says at the end how many were compared.
 *
 *   node scripts/check-pages.ts [--pages DIR] [--browsers chromium,firefox]
 */
const { values: options } = parseArgs({
  options: {
    pages: { type: 'string', default: 'bench/pages' },
    browsers: { type: 'string', default: 'chromium,firefox' },
  },
})
process.env['E2E_PAGES'] = resolve(options.pages)
await clearTallies()
for (const browser of options.browsers.split(',')) {
  const spec = 'tests/e2e/same-page.spec.ts'
  const { code, output } = await runTool('vitest', ['run', '--project', browser, spec])
  process.stdout.write(output)
  process.exitCode = Math.max(Number(process.exitCode ?? 0), code)
}
console.log(await printTallies())
