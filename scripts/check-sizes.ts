import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Outcome } from './run-tool.ts'

const BUILD = '.output/chrome-mv3'
const FIREFOX_BUILD = '.output/firefox-mv3'
const KIB = 1024

/**
 * Most that each part may weigh, in KiB as built and uncompressed, code that it shares with other
 * parts included. What stands in every page is held tightest: it is parsed for every frame that a
 * reader opens.
 */
const BUDGETS: Record<string, number> = {
  'every page': 6,
  engine: 330,
  card: 60,
  // Most of it is the public suffix list, which tells what a site is.
  background: 265,
  'sidepanel.html': 245,
  'popup.html': 100,
  'options.html': 260,
  'welcome.html': 420,
  'reader.html': 100,
  // With pdf.js (400 KiB) and what reads Markdown, which come only with such a file.
  'sources.html': 1100,
  capture: 60,
  // A third of it is pdf.js's worker.
  'whole package': 4200,
}

/** Firefox's store refuses a package with a text file of 5 MB or more. */
const LARGEST_TEXT_FILE = 5_000_000

type Row = { part: string; bytes: number; zipped: number; limit: number }

/** Weighs the built extension against the budgets. The output is the table. */
export async function checkSizes(): Promise<Outcome & { note: string }> {
  const rows = [...partsOf(BUILD)].flatMap(([part, files]) => rowFor(part, files))
  const missing = Object.keys(BUDGETS).filter((part) => !rows.some((row) => row.part === part))
  const heavy = rows.filter((row) => row.bytes > row.limit)
  const refused = filesIn(FIREFOX_BUILD).filter((file) => statSync(file).size >= LARGEST_TEXT_FILE)
  const faults = [
    ...heavy.map((row) => `${row.part} is over its budget`),
    ...missing.map((part) => `${part} has a budget but was not built`),
    ...refused.map((file) => `${file} is too large for Firefox's store`),
  ]
  const output = [...rows.map(lineFor), ...faults].join('\n')
  console.log(output)
  const total = rows.find((row) => row.part === 'whole package')?.bytes ?? 0
  return { code: faults.length, output, note: `${(total / KIB).toFixed(0)} KiB in all` }
}

/** Each entry with all files that it loads at once. */
function partsOf(build: string): Map<string, string[]> {
  const all = filesIn(build)
  const named = (path: string) => all.filter((file) => file.startsWith(join(build, path)))
  const pages = all.filter((file) => /^[^/\\]+\.html$/.test(file.slice(build.length + 1)))
  return new Map([
    ['every page', named('gate.js')],
    ['engine', [...named('engine.js'), ...named('assets/marks.css')]],
    ['card', all.filter((file) => /card\.(js|css)$/.test(file))],
    ['background', named('background.js')],
    ['capture', named('capture.js')],
    ...pages.map((page) => [page.slice(build.length + 1), closure(build, page)] as const),
    ['whole package', all],
  ])
}

/** A page with the scripts and styles that it names, and what those import. */
function closure(build: string, entry: string): string[] {
  const found = new Set<string>()
  const visit = (file: string) => {
    if (found.has(file)) return
    found.add(file)
    if (!/\.(html|js)$/.test(file)) return
    const names = readFileSync(file, 'utf8').matchAll(
      /["'`]\.?\/?((?:chunks|assets)\/)?([\w.-]+\.(?:js|css))["'`]/g,
    )
    const all = filesIn(build)
    for (const [, , name] of names) all.filter((it) => it.endsWith(`/${name}`)).forEach(visit)
  }
  visit(entry)
  return [...found]
}

function rowFor(part: string, files: string[]): Row[] {
  const limit = BUDGETS[part]
  if (files.length === 0 || limit === undefined) return []
  const contents = files.map((file) => readFileSync(file))
  const bytes = contents.reduce((sum, it) => sum + it.length, 0)
  const zipped = contents.reduce((sum, it) => sum + gzipSync(it).length, 0)
  return [{ part, bytes, zipped, limit: limit * KIB }]
}

function lineFor({ part, bytes, zipped, limit }: Row): string {
  const kib = (count: number) => `${(count / KIB).toFixed(1)} KiB`.padStart(12)
  return `        ${part.padEnd(16)}${kib(bytes)} of${kib(limit)}, gzip${kib(zipped)}`
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
