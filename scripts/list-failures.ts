import { basename } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { SpecReport } from './spec-table.ts'

/** Most lines of what a test said that go into the list. */
const LINES = 6

/**
 * Each test of a run that failed, as `FAILED  file > group > test` with the first lines of what it
 * said under it, and each file that did not load. Empty where none failed.
 */
export function listFailures({ testResults }: SpecReport): string[] {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed')
    // A file that breaks before its first test has no test that failed.
    if (failed.length === 0 && message) return [entry([basename(name)], [message])]
    return failed.map(({ ancestorTitles, title, failureMessages = [] }) =>
      entry([basename(name), ...ancestorTitles, title], failureMessages),
    )
  })
}

function entry(names: string[], messages: string[]): string {
  const said = stripVTControlCharacters(messages.join('\n')).trim().split('\n')
  const own = said.filter((line) => !line.includes('node_modules')).slice(0, LINES)
  return [`FAILED  ${names.join(' > ')}`, ...own.map((line) => `        ${line}`)].join('\n')
}
