import { appendFileSync, mkdirSync } from 'node:fs'

/** Where counts wait for the table that `npm test` and `npm run fuzz` print at their end. */
export const TALLIES = '.cache/tallies.jsonl'

/** One line of that table: how many of something were tried, and how many came to grief. */
export type Tally = { where: string; what: string; tried: number; lost: number }

/** Notes what a test has tried. `lost` beyond 0 fails the test too: that is the test's own affair. */
export function tally(what: string, tried: number, lost = 0): void {
  const where = process.env['E2E_BROWSER'] ?? 'unit'
  mkdirSync('.cache', { recursive: true })
  appendFileSync(TALLIES, `${JSON.stringify({ where, what, tried, lost } satisfies Tally)}\n`)
}
