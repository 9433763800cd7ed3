import { execFileSync, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { packagePath } from '../../scripts/package.ts'

/**
 * The packages of this checkout, against those that the source package's own README leads to: in
 * another folder, without git, under another umask, time zone and language.
 */
const KINDS = ['chrome', 'firefox', 'sources']
const elsewhere = mkdtempSync(join(tmpdir(), 'source-context-elsewhere-'))

beforeAll(() => {
  execFileSync(process.execPath, ['scripts/package.ts'])
  unpack(packagePath('sources'), elsewhere)
  // What `npm ci` would bring, for the network is not part of this test. Never a link to the folder:
  // set-up may empty what it finds there.
  linkTree('node_modules', join(elsewhere, 'node_modules'))
  const { status, stdout, stderr } = followReadme(elsewhere)
  expect(status, stdout + stderr).toBe(0)
})
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }))

it.each(KINDS)('the %s package is the same to the byte', (kind) => {
  const ours = readFileSync(packagePath(kind))
  const theirs = readFileSync(join(elsewhere, packagePath(kind)))
  expect(describe(theirs)).toEqual(describe(ours))
  expect(theirs.equals(ours)).toBe(true)
})

it('the packages hold what the stores need, and nothing of this machine', () => {
  const firefox = unzipSync(readFileSync(packagePath('firefox')))
  expect(Object.keys(firefox)).toContain('manifest.json')
  const sources = unzipSync(readFileSync(packagePath('sources')))
  expect(Object.keys(sources)).toContain('package-lock.json')
  for (const [name, data] of Object.entries(firefox))
    expect(new TextDecoder().decode(data).includes(process.cwd()), name).toBe(false)
})

/** Runs what the README's code block says. */
function followReadme(folder: string) {
  const [, command = ''] =
    /```sh\n(.*?)\n```/s.exec(readFileSync(join(folder, 'README.md'), 'utf8')) ?? []
  expect(command).toMatch(/^npm run /)
  const env = { ...process.env, TZ: 'Pacific/Chatham', LANG: 'de_DE.UTF-8', LC_ALL: 'tr_TR.UTF-8' }
  const mask = process.umask(0o077)
  const done = spawnSync(command, { cwd: folder, env, shell: true, encoding: 'utf8' })
  process.umask(mask)
  return done
}

function linkTree(from: string, to: string): void {
  mkdirSync(to)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [old, fresh] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) linkTree(old, fresh)
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(old), fresh)
    else linkFile(old, fresh)
  }
}

/** Another file system gets a copy. */
function linkFile(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
  }
}

function unpack(zip: string, folder: string): void {
  for (const [name, data] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), data)
  }
}

/** Names and lengths, for a difference that a person can read. */
function describe(zip: Uint8Array): [string, number][] {
  return Object.entries(unzipSync(zip)).map(([name, { length }]) => [name, length])
}
