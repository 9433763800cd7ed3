import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '..', '..')

function analyze(input: string, ...options: string[]) {
  const run = spawnSync(process.execPath, ['scripts/analyze.ts', ...options], {
    cwd: root,
    input,
    encoding: 'utf8',
  })
  const lines = run.stdout.split('\n').filter((line) => line.startsWith('{'))
  return {
    status: run.status,
    errors: run.stderr,
    text: run.stdout,
    results: lines.map((line) => JSON.parse(line)),
  }
}

const LINE = JSON.stringify({ id: 'a', text: 'The Pentagon banned Huawei phones.' })

describe('analyze', () => {
  it('writes the mentions of each line with quotes that stand in the seeds', () => {
    const { status, results } = analyze(`${LINE}\n`)
    expect(status).toBe(0)
    expect(results[0].mentions).toMatchObject([
      {
        surface: 'Pentagon banned',
        type: 'agency-action',
        agency: 'US Department of Defense',
        action: 'ban',
        target: 'huawei',
      },
      { surface: 'Huawei', type: 'company:huawei' },
    ])
    const quotes = results[0].mentions.flatMap(
      (one: { context: { passages: unknown[] } }) => one.context.passages,
    )
    expect(quotes.length).toBeGreaterThan(0)
    for (const { file, start, end, text } of quotes) {
      expect(fs.readFileSync(path.join(root, 'seeds', file), 'utf8').slice(start, end)).toBe(text)
    }
  })
  it('names the lines that it cannot read, does the rest and fails', () => {
    const { status, errors, results } = analyze(`oops\n${LINE}\n{"text":"x"}\n{"id":1}\n`)
    expect(status).toBe(1)
    expect(results).toHaveLength(1)
    expect(errors).toMatch(/line 1: not valid JSON/)
    expect(errors).toContain('line 3: "id" is missing')
    expect(errors).toContain('line 4: "text" is not a string')
  })
  it('explains what it left out', () => {
    const { results } = analyze(JSON.stringify({ id: 1, text: 'The FTC fined a dairy.' }), '--why')
    expect(results[0].decisions).toEqual([
      { at: '4', marked: 'no', surface: 'FTC fined', reason: 'the page names no company' },
    ])
  })
  it('shows one text as a table', () => {
    const { text, status } = analyze('', '--text', 'seeds/000_2f5e173c19dbfebe.txt')
    expect(status).toBe(0)
    expect(text).toMatch(/^at +surface/)
    expect(text).toContain('PENTAGON has ordered')
  })
  it('says which file it cannot read', () => {
    const { errors, status } = analyze('', '--text', 'no-such-file.txt')
    expect(status).toBe(1)
    expect(errors).toBe('no-such-file.txt: there is no such file\n')
  })
})
