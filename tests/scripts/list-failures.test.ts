import { expect, it } from 'vitest'
import { listFailures } from '../../scripts/list-failures.ts'

const passed = { title: 'opens', ancestorTitles: ['a card'], status: 'passed' as const }

it('names a failed test by file, group and title, with the start of what it said', () => {
  const said = `\u001b[31mexpected 1\u001b[39m\nat /x/node_modules/vitest/run.js:1\n${'at somewhere\n'.repeat(50)}`
  const failed = { ...passed, title: 'closes', status: 'failed' as const, failureMessages: [said] }
  const [only, ...more] = listFailures({
    testResults: [{ name: '/here/card.spec.ts', message: '', assertionResults: [passed, failed] }],
  })
  expect(more).toEqual([])
  expect(only?.split('\n').slice(0, 2)).toEqual([
    'FAILED  card.spec.ts > a card > closes',
    '        expected 1',
  ])
  expect(only?.split('\n').length).toBeLessThan(10)
  expect(only).not.toContain('node_modules')
})

it('names a file that did not load', () => {
  const broken = { name: '/here/card.spec.ts', message: 'no such file', assertionResults: [] }
  expect(listFailures({ testResults: [broken] })).toEqual([
    'FAILED  card.spec.ts\n        no such file',
  ])
})

it('is empty where all passed', () => {
  const fine = { name: '/here/card.spec.ts', message: '', assertionResults: [passed] }
  expect(listFailures({ testResults: [fine] })).toEqual([])
})
