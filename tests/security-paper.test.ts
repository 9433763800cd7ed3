import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const ROWS = readFileSync('SECURITY.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (threat|-)/.test(line))

describe('the threat model', () => {
  test.each(ROWS)('names a test that is there: %s', (row) => {
    const named = [...row.matchAll(/`([a-z0-9/-]+\.(?:spec|test)\.tsx?)`/g)].map(
      (it) => it[1] ?? '',
    )
    expect(named).not.toEqual([])
    expect(named.filter((file) => !existsSync(`tests/${file}`))).toEqual([])
  })

  test('has some threats', () => {
    expect(ROWS.length).toBeGreaterThan(8)
  })
})
