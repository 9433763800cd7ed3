import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const rows = readFileSync('docs/faults.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| (?!fault |-)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))

describe('the paper on faults', () => {
  it('names for each fault what is seen, and specs that are there', () => {
    expect(rows.length).toBeGreaterThan(20)
    for (const [, fault = '', seen = '', specs = ''] of rows) {
      expect(seen, fault).toMatch(/\w/)
      const names = [...specs.matchAll(/`([\w-]+)`/g)].map(([, name]) => name)
      expect(names.length, fault).toBeGreaterThan(0)
      for (const name of names) expect(existsSync(`tests/e2e/${name}.spec.ts`), name).toBe(true)
    }
  })
})
