import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runTool } from './run-tool.ts'
import { zipFiles, type PackedFile } from './zip-files.ts'

/**
 * Builds and packs what the stores get: the package for Chrome and Edge, the one for Firefox, and the
 * source that Firefox's reviewers build it from. The same commit gives the same bytes on any machine.
 *
 *     npm run zip
 */
const OUTPUT = '.output'
const BUILDS = { chrome: 'chrome-mv3', firefox: 'firefox-mv3' } as const
/** Becomes README.md in the source package: its readers want to build, and nothing else. */
const SOURCE_README = 'docs/store/source-readme.md'
/** What is made here and not part of the source, where no git can tell. */
const MADE = new Set(['.git', '.output', '.wxt', '.cache', 'node_modules', 'demo-output'])

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()

async function main(): Promise<void> {
  // With another one, JSX is compiled for debugging and takes this folder's path along.
  process.env['NODE_ENV'] = 'production'
  for (const [browser, folder] of Object.entries(BUILDS)) {
    const { code, output } = await runTool('wxt', ['build', '-b', browser])
    if (code !== 0) return fail(`the build for ${browser} failed:\n${output}`)
    pack(browser, readFolder(join(OUTPUT, folder)))
  }
  pack('sources', readSources())
}

function pack(kind: string, files: PackedFile[]): void {
  const zip = zipFiles(files)
  const file = packagePath(kind)
  mkdirSync(OUTPUT, { recursive: true })
  writeFileSync(file, zip)
  const digest = createHash('sha256').update(zip).digest('hex')
  console.log(`${file}  ${(zip.length / 1024).toFixed(0)} KiB  sha256 ${digest}`)
}

/** Where the package of a kind (`chrome`, `firefox`, `sources`) is put. */
export function packagePath(kind: string): string {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    name: string
    version: string
  }
  return join(OUTPUT, `${name}-${version}-${kind}.zip`)
}

function readSources(): PackedFile[] {
  const names = (trackedFiles() ?? walk('.')).filter((name) => name !== 'README.md')
  return [
    ...names.filter((name) => existsSync(name)).map((name) => readFile('.', name)),
    { name: 'README.md', data: readFileSync(SOURCE_README) },
  ]
}

/** What git keeps; `undefined` where this is no git checkout, such as an unpacked source package. */
function trackedFiles(): string[] | undefined {
  if (!existsSync('.git')) return undefined
  const { status, stdout } = spawnSync('git', ['ls-files', '-z'], { encoding: 'utf8' })
  return status === 0 ? stdout.split('\0').filter(Boolean) : undefined
}

function readFolder(folder: string): PackedFile[] {
  return walk(folder).map((name) => readFile(folder, name))
}

/** Paths of all files in a folder, from there, with slashes. */
function walk(folder: string, under = ''): string[] {
  return readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const name = under ? `${under}/${entry.name}` : entry.name
    if (entry.isDirectory()) return MADE.has(entry.name) ? [] : walk(folder, name)
    return entry.isFile() ? [name] : []
  })
}

function readFile(folder: string, name: string): PackedFile {
  return { name, data: readFileSync(join(folder, name)) }
}

function fail(message: string): void {
  console.error(`zip: ${message}`)
  process.exitCode = 1
}
