import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WRAPPED } from './documents.ts'
import { toEntry } from './build-fixture.ts'

const ROOT = path.join(import.meta.dirname, '../..')
let folder: string

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'indexer-'))
  fs.writeFileSync(path.join(folder, 'a.txt'), WRAPPED)
  fs.writeFileSync(
    path.join(folder, 'sources.json'),
    JSON.stringify({ documents: [toEntry({ file: 'a.txt', text: WRAPPED })] }),
  )
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

function run(...more: string[]) {
  const options = ['--seeds', folder, '--out', path.join(folder, 'out/index.json'), ...more]
  const { status, stdout, stderr } = spawnSync(process.execPath, ['indexer/main.ts', ...options], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

describe('the command', () => {
  it('writes the index and the lexicon, and says what it made', () => {
    const { status, stdout } = run()
    expect(status).toBe(0)
    expect(stdout).toMatch(/^1 document, 4 passages, \d+ events?\n/)
    expect(fs.readdirSync(path.join(folder, 'out')).sort()).toEqual(['index.json', 'lexicon.json'])
  })

  it('checks for drift without writing', () => {
    expect(run('--check').status).toBe(1)
    expect(fs.existsSync(path.join(folder, 'out'))).toBe(false)
    run()
    expect(run('--check')).toMatchObject({ status: 0, stderr: '' })
    fs.appendFileSync(path.join(folder, 'out/index.json'), ' ')
    const drifted = run('--check')
    expect(drifted.status).toBe(1)
    expect(drifted.stderr).toContain('index.json:1: is not what the seeds and the lexicon give')
  })

  it('lists faults with their paths and writes nothing', () => {
    fs.writeFileSync(path.join(folder, 'b.txt'), '')
    const { status, stderr } = run()
    expect(status).toBe(1)
    expect(stderr).toContain(`${path.join(folder, 'b.txt')}:1: empty`)
    expect(stderr).toContain(`${path.join(folder, 'b.txt')}:1: has no entry in sources.json`)
    expect(fs.existsSync(path.join(folder, 'out'))).toBe(false)
  })

  it('writes one page for review, and no index', () => {
    const file = path.join(folder, 'pages/review.html')
    const { status, stdout } = run('--report', file)
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: expect.stringContaining(`${file}: 1 event to review`),
    })
    expect(fs.readFileSync(file, 'utf8')).toContain('warned rural carriers last month')
    expect(fs.existsSync(path.join(folder, 'out'))).toBe(false)
  })

  it('indexes five megabytes, and one document beside it', () => {
    const long = `${WRAPPED}\n`.repeat(Math.ceil(5_000_000 / WRAPPED.length))
    fs.writeFileSync(path.join(folder, 'long.txt'), long)
    const entries = ['a.txt', 'long.txt'].map((file) => toEntry({ file, text: '' }))
    fs.writeFileSync(path.join(folder, 'sources.json'), JSON.stringify({ documents: entries }))
    expect(run()).toMatchObject({ status: 0, stdout: expect.stringMatching(/^2 documents, /) })
  }, 300_000)

  it.each([
    ['is not there', (seeds: string) => fs.rmSync(seeds, { recursive: true }), ': no such folder'],
    [
      'is a file',
      (seeds: string) => {
        fs.rmSync(seeds, { recursive: true })
        fs.writeFileSync(seeds, '')
      },
      ': no such folder',
    ],
    [
      'is empty',
      (seeds: string) => {
        for (const file of fs.readdirSync(seeds)) fs.rmSync(path.join(seeds, file))
      },
      ': holds no .txt file',
    ],
  ])('says so when the folder %s', (_, change, message) => {
    change(folder)
    const { status, stderr } = run()
    expect(status).toBe(1)
    expect(stderr).toContain(`${folder}${message}`)
  })

  it('explains a wrong call', () => {
    expect(run('--nonsense')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('usage:'),
    })
    expect(run('a-file')).toMatchObject({ status: 2, stderr: expect.stringContaining('a-file') })
    fs.rmSync(path.join(folder, 'sources.json'))
    expect(run()).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('sources.json:1: there is no such'),
    })
  })
})
