import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { format } from 'prettier'

/** A row as it is printed; `pages`: of how many pages the value is the middle. */
export type Row = {
  name: string
  value: number
  limit: number | null
  aim: number | null
  unit: string
  pages: number
}

const FILE = 'bench/results.md'
const GROWTH = '\n## Growth'
const COLUMNS = ['row', 'value', 'limit', 'aim', 'met', 'unit', 'pages', 'measured']

/**
 * Writes rows into the table of results, each with the day on which it was measured. Rows that are not
 * given stay as they were if `keep` says so. `order` is that of all names.
 */
export async function saveRows(
  rows: Row[],
  order: string[],
  where: string,
  keep: boolean,
): Promise<void> {
  const before = readFileSync(FILE, 'utf8')
  const growthAt = before.indexOf(GROWTH)
  const lines = new Map([...(keep ? linesOf(before) : []), ...rows.map(lineOf)])
  const text = [
    '# What the extension costs a page',
    `Made by \`npm run bench\` on ${where}; each value is a ratio of one run, the middle of all pages. ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Chromium, headless.`,
    [
      `| ${COLUMNS.join(' | ')} |`,
      `|${COLUMNS.map(() => ' --- |').join('')}`,
      ...order.flatMap((name) => lines.get(name) ?? []),
    ].join('\n'),
    growthAt < 0 ? '' : before.slice(growthAt),
  ].join('\n\n')
  writeFileSync(FILE, await format(text, { parser: 'markdown' }))
}

/** The table's lines by the names of their rows. */
function linesOf(text: string): [string, string][] {
  const table = text.slice(0, text.includes(GROWTH) ? text.indexOf(GROWTH) : undefined)
  return [...table.matchAll(/^\| ([\w-]+) .*$/gm)].flatMap(([line, name = '']) =>
    line.split('|').length === COLUMNS.length + 2 ? [[name, line]] : [],
  )
}

function lineOf(row: Row): [string, string] {
  const { name, value, limit, aim, unit, pages } = row
  const day = new Date().toISOString().slice(0, 10)
  const cells = [name, value, limit ?? '', aim ?? '', metBy(row), unit, pages, day]
  return [name, `| ${cells.join(' | ')} |`]
}

function metBy({ value, limit, aim }: Row): string {
  if (limit === null || aim === null) return ''
  if (value > limit) return '**no**'
  return value > aim ? 'limit' : 'aim'
}
