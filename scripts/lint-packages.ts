import { packagePath } from './package.ts'
import { runTool, type Outcome } from './run-tool.ts'

type Found = { code: string; message: string; file?: string }
type Report = { errors: Found[]; warnings: Found[]; notices: Found[] }

/**
 * Firefox's own linter over both packages as the stores get them, where not even a notice may remain.
 * In Chrome's it leaves aside what is so because it is not Firefox's.
 */
export async function lintPackages(): Promise<Outcome> {
  const found = [...(await lint('firefox')), ...(await lint('chrome')).filter(isNotOfFirefox)]
  return { code: found.length, output: found.map(lineFor).join('\n') }
}

/** What Firefox alone asks of a manifest, and what only Chrome has. */
const OF_FIREFOX = new Set([
  'ADDON_ID_REQUIRED',
  'BACKGROUND_SERVICE_WORKER_NOFALLBACK',
  'MISSING_DATA_COLLECTION_PERMISSIONS',
])

/** Permissions and calls that Chrome alone has; any other that Firefox lacks is a fault in both. */
const OF_CHROME = [
  /^\/permissions: Invalid permissions "(?:sidePanel|offscreen)" /,
  /^(?:dom\.openOrClosedShadowRoot|offscreen\.\w+|sidePanel\.\w+) is not supported$/,
]

function isNotOfFirefox({ code, message }: Found): boolean {
  return !OF_FIREFOX.has(code) && !OF_CHROME.some((known) => known.test(message))
}

async function lint(kind: string): Promise<Found[]> {
  const file = packagePath(kind)
  const options = ['--no-config-discovery', '--self-hosted=false', '--output=json']
  const { output } = await runTool('web-ext', ['lint', `--source-dir=${file}`, ...options])
  const start = output.indexOf('{')
  if (start < 0) return [{ code: 'NO_REPORT', message: output, file }]
  const { errors, warnings, notices } = JSON.parse(output.slice(start)) as Report
  return [...errors, ...warnings, ...notices]
}

function lineFor({ code, message, file = '' }: Found): string {
  return `${code} ${file} ${message}`
}
