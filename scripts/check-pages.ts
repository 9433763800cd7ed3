import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runTool } from './run-tool.ts'

/**
 * Whether every page of a folder is the same with the extension and without, in real browsers with
 * the built extension.
 *
 *   node scripts/check-pages.ts [--pages DIR] [--browser chromium|firefox]
 */
const { values: options } = parseArgs({
  options: {
    pages: { type: 'string', default: 'bench/pages' },
    browser: { type: 'string', default: 'chromium' },
  },
})
process.env['E2E_PAGES'] = resolve(options.pages)
const spec = 'tests/e2e/same-page.spec.ts'
const { code, output } = await runTool('vitest', ['run', '--project', options.browser, spec])
process.stdout.write(output)
process.exitCode = code
