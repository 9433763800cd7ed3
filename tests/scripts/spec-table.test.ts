import { globSync } from 'node:fs'
import { expect, it } from 'vitest'
import { reasonsIn, specTable, type SpecReport } from '../../scripts/spec-table.ts'

const report = (status: 'passed' | 'failed' | 'skipped'): SpecReport => ({
  testResults: [
    {
      name: 'tests/e2e/card-cost.spec.ts',
      assertionResults: [
        { title: 'a', ancestorTitles: [], status },
        { title: 'b', ancestorTitles: [], status: 'passed' },
      ],
    },
  ],
})

it('puts both browsers side by side, with the reason for a skip', () => {
  const table = specTable(report('passed'), report('skipped'))
  expect(table).toMatch(/card-cost\.spec\.ts\W+2 passed\W+1 passed, 1 skipped/)
  expect(table).toContain('Only Chromium counts layouts')
})

it('shows failures, and a browser that did not run', () => {
  expect(specTable(report('failed'), undefined)).toMatch(/1 passed, 1 failed\W+not run/)
})

it.each(globSync('tests/e2e/*.spec.ts'))('%s says why it skips anything', (file) => {
  for (const reason of reasonsIn(file)) expect(reason).not.toContain('no reason is given')
})
