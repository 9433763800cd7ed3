/** Widest column in characters; longer cells are cut so that a row stays a line. */
const MAX_WIDTH = 60

/** Rows of the same keys as aligned text, the keys as the heading. */
export function formatTable(rows: Record<string, string>[]): string {
  const keys = Object.keys(rows[0] ?? {})
  if (keys.length === 0) return 'nothing found'
  const lines = [keys, ...rows.map((row) => keys.map((key) => cut(row[key] ?? '')))]
  const widths = keys.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)))
  return lines
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function cut(cell: string): string {
  const line = cell.replace(/\s+/g, ' ').trim()
  return line.length > MAX_WIDTH ? `${line.slice(0, MAX_WIDTH - 1)}…` : line
}
