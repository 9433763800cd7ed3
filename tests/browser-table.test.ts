import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, it } from 'vitest'
import { reasonsIn } from '../scripts/spec-table.ts'

const SPECS = readdirSync('tests/e2e').filter((file) => file.endsWith('.spec.ts'))

/** `spec | where it is skipped | why`, as the README has it. */
const skips = [...new Set(SPECS.flatMap((file) => rowsOf(`tests/e2e/${file}`)))].toSorted()

it('the README names every spec that is skipped in one browser, with its reason, and no other', () => {
  const [, after = ''] = readFileSync('README.md', 'utf8').split('Skipped in one of them:')
  const rows = after
    .split('\n## ', 1)
    .join('')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .replaceAll('`', '')
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
  expect(rows.map((row) => row.join(' | ')).toSorted()).toEqual(skips)
})

it('no part asks `highlightsFromPoint`, which older browsers lack', () => {
  for (const folder of ['page', 'entrypoints', 'extension', 'core'])
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (/\.tsx?$/.test(file))
        expect(readFileSync(`${folder}/${file}`, 'utf8')).not.toMatch(/\.highlightsFromPoint\(/)
})

function rowsOf(path: string): string[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  return reasonsIn(path).map((reason) => {
    const [, at = '', why = ''] = /:(\d+) {2}(.*)$/.exec(reason) ?? []
    return `${basename(path, '.spec.ts')} | ${whereOf(lines[Number(at) - 1] ?? '')} | ${why}`
  })
}

function whereOf(line: string): string {
  if (/=== 'firefox'/.test(line)) return 'Firefox'
  if (/!== 'firefox'|=== 'chromium'/.test(line)) return 'Chromium'
  return 'where it cannot be set up'
}
