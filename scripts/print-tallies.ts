import { readFile, rm } from 'node:fs/promises'
import { TALLIES, type Tally } from '../tests/tally.ts'
import { formatTable } from './format-table.ts'

/** Forgets what tests before have counted. */
export async function clearTallies(): Promise<void> {
  await rm(TALLIES, { force: true })
}

/** What the tests since then have tried, added up; '' where they tried nothing that is counted. */
export async function printTallies(): Promise<string> {
  const text = await readFile(TALLIES, 'utf8').catch(() => '')
  const all = text.split('\n').flatMap((line) => (line ? [JSON.parse(line) as Tally] : []))
  if (all.length === 0) return ''
  const groups = Map.groupBy(all, ({ where, what }) => `${where}\n${what}`)
  const rows = [...groups.values()].map((group) => {
    const sum = (of: (one: Tally) => number) => group.reduce((total, one) => total + of(one), 0)
    const [{ where, what } = { where: '', what: '' }] = group
    return { where, what, tried: `${sum((one) => one.tried)}`, lost: `${sum((one) => one.lost)}` }
  })
  return formatTable(rows)
}
