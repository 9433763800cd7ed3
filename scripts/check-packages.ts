import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve, sep } from 'node:path'
import { bundledFile, NOTICES, readPackage, type Bundled } from './bundled-packages.ts'
import { runNode, type Outcome } from './run-tool.ts'

const PAPER = 'docs/dependencies.md'
const BUILDS = { chrome: '.output/chrome-mv3', firefox: '.output/firefox-mv3' }
/** Licences under which code may be part of the extension. */
const ALLOWED = new Set([
  'MIT',
  'Apache-2.0',
  'MPL-2.0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
])
/** Our own folders that a build reads, and nothing else of the working tree. */
const LEFT_OUT = new Set(['node_modules', '.git', '.output', '.wxt', '.cache', 'demo-output'])

/**
 * What is in the built extension besides our own code: each package is in the paper with its version,
 * licence, size and reason, its licence is one that is allowed, and the packages hold its notice. And
 * a build in another folder gives the same bytes.
 */
export async function checkPackages(): Promise<Outcome & { note: string }> {
  const faults: string[] = []
  for (const [browser, folder] of Object.entries(BUILDS)) {
    const bundled = JSON.parse(readFileSync(bundledFile(browser), 'utf8')) as Bundled
    faults.push(...compareWithPaper(bundled), ...findMissingNotices(bundled, folder))
  }
  const count = Object.keys(
    JSON.parse(readFileSync(bundledFile('chrome'), 'utf8')) as Bundled,
  ).length
  faults.push(...(await compareBuildElsewhere()))
  return {
    code: faults.length > 0 ? 1 : 0,
    output: [...new Set(faults)].join('\n'),
    note: `${count} packages, same bytes elsewhere`,
  }
}

/** Rows `| name | version | licence | KiB | reason |`. */
function readPaper(): Map<string, string[]> {
  const rows = readFileSync(PAPER, 'utf8')
    .split('\n')
    .filter((line) => /^\| [a-z@]/.test(line) && /\d/.test(line))
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim().replaceAll('`', ''))
        .slice(1, -1),
    )
  return new Map(rows.map(([name = '', ...rest]) => [name, rest]))
}

function compareWithPaper(bundled: Bundled): string[] {
  const paper = readPaper()
  const gone = [...paper.keys()].filter((name) => !(name in bundled))
  const faults = gone.map((name) => `${PAPER}: ${name} is not in the extension`)
  for (const [name, characters] of Object.entries(bundled)) {
    const { version, license } = readPackage(name)
    const kib = characters / 1024
    const [said, licence, size, reason] = paper.get(name) ?? []
    if (!ALLOWED.has(license)) faults.push(`${name}: licence ${license} is not one that is allowed`)
    if (said !== version || licence !== license)
      faults.push(`${PAPER}: ${name} is ${version}, ${license}, ${kib.toFixed(0)} KiB`)
    else if (Math.abs(Number(size) - kib) > Math.max(1, kib / 5))
      faults.push(`${PAPER}: ${name} is ${kib.toFixed(0)} KiB, not ${size}`)
    if (!reason) faults.push(`${PAPER}: ${name} has no reason`)
  }
  return faults
}

function findMissingNotices(bundled: Bundled, folder: string): string[] {
  const notices = readFileSync(join(folder, NOTICES), 'utf8')
  return Object.keys(bundled).flatMap((name) => {
    const { version, text } = readPackage(name)
    if (!text) return [`${name} has no licence text`]
    const isThere = notices.includes(`${name} ${version}\n`) && notices.includes(text)
    return isThere ? [] : [`${folder}/${NOTICES} lacks ${name}`]
  })
}

/** Builds a copy of the sources under another path, and compares every file. */
async function compareBuildElsewhere(): Promise<string[]> {
  const elsewhere = mkdtempSync(join(tmpdir(), 'source-context-elsewhere-'))
  try {
    const isSource = (path: string) => !LEFT_OUT.has(relative('.', path).split(sep)[0] ?? '')
    cpSync('.', elsewhere, { recursive: true, filter: isSource })
    symlinkSync(resolve('node_modules'), join(elsewhere, 'node_modules'), 'dir')
    const wxt = resolve('node_modules/wxt/bin/wxt.mjs')
    const { code, output } = await runNode([wxt, 'build', elsewhere], elsewhere)
    if (code !== 0) return [`the build elsewhere failed:\n${output}`]
    const [here, there] = [hashFiles(BUILDS.chrome), hashFiles(join(elsewhere, BUILDS.chrome))]
    const names = [...new Set([...here.keys(), ...there.keys()])]
    return names
      .filter((name) => here.get(name) !== there.get(name))
      .map((name) => `${name} is another when it is built elsewhere`)
  } finally {
    rmSync(elsewhere, { recursive: true, force: true })
  }
}

function hashFiles(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  return new Map(
    files
      .filter((it) => it.isFile())
      .map((it) => {
        const path = join(it.parentPath, it.name)
        return [
          relative(folder, path),
          createHash('sha256').update(readFileSync(path)).digest('hex'),
        ]
      }),
  )
}
