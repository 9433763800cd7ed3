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
afterEach(() => fs.rmSync(folder, { recursive: true }))

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

  it('explains a wrong call', () => {
    expect(run('--nonsense')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('usage:'),
    })
    fs.rmSync(path.join(folder, 'sources.json'))
    expect(run()).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('sources.json:1: there is no such'),
    })
  })
})
