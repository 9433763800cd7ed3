import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { formatTable } from './format-table.ts'

type Status = 'passed' | 'failed' | 'skipped' | 'pending' | 'todo' | 'disabled'
/** What is read of Vitest's JSON report. */
export type SpecReport = {
  testResults: {
    name: string
    /** Why the file did not load; '' where it did. */
    message?: string
    assertionResults: {
      title: string
      ancestorTitles: string[]
      status: Status
      failureMessages?: string[]
    }[]
  }[]
}
type Counts = { passed: number; failed: number; skipped: number }

/**
 * One table of all specs by browser, and under it why a spec is skipped in one of them: the comment
 * that stands above the skip. `undefined` stands for a browser whose report is missing.
 */
export function specTable(
  chromium: SpecReport | undefined,
  firefox: SpecReport | undefined,
): string {
  const reports = [chromium, firefox]
  const files = reports.flatMap((it) => it?.testResults.map(({ name }) => name) ?? [])
  const names = [...new Set(files)].toSorted()
  const rows = names.map((name) => ({
    spec: basename(name),
    Chromium: cellOf(chromium, name),
    Firefox: cellOf(firefox, name),
  }))
  const reasons = names.flatMap((name) =>
    reports.some((it) => (countsOf(it, name)?.skipped ?? 0) > 0) ? reasonsIn(name) : [],
  )
  return [formatTable(rows), ...reasons].join('\n')
}

function cellOf(report: SpecReport | undefined, name: string): string {
  const counts = countsOf(report, name)
  if (!counts) return 'not run'
  const parts = (['passed', 'failed', 'skipped'] as const).filter((it) => counts[it] > 0)
  return parts.map((it) => `${counts[it]} ${it}`).join(', ')
}

function countsOf(report: SpecReport | undefined, name: string): Counts | undefined {
  const tests = report?.testResults.find((it) => it.name === name)?.assertionResults
  if (!tests) return undefined
  const count = (wanted: Status[]) => tests.filter(({ status }) => wanted.includes(status)).length
  return {
    passed: count(['passed']),
    failed: count(['failed']),
    skipped: count(['skipped', 'pending', 'todo', 'disabled']),
  }
}

/** `file:line  why`, for each skip in a spec; a skip without a comment says so. */
export function reasonsIn(file: string): string[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.flatMap((line, at) =>
    /\.(?:skipIf|runIf|skip)\(/.test(line)
      ? [`  ${basename(file)}:${at + 1}  ${reasonAbove(lines, at)}`]
      : [],
  )
}

function reasonAbove(lines: string[], at: number): string {
  const words: string[] = []
  for (let above = at - 1; /^\s*(?:\/\/|\/?\*)/.test(lines[above] ?? ''); above -= 1)
    words.unshift((lines[above] ?? '').replace(/^\s*(?:\/\/|\/?\*+)\s?|\s*\*\/\s*$/g, '').trim())
  return words.join(' ').trim() || 'no reason is given'
}
