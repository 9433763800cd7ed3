/** A table of Markdown: the first `words` columns hold words, the others numbers, which stand on the right. */
export function markdownTable(heads: string[], rows: string[][], words = 0): string {
  const widths = heads.map((head, at) =>
    Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)),
  )
  const line = (cells: string[]) =>
    `| ${cells.map((cell, at) => pad(cell, widths[at] ?? 0, at < words)).join(' | ')} |`
  const rule = widths.map((width, at) =>
    at < words ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  )
  return [heads, rule, ...rows].map(line).join('\n')
}

function pad(cell: string, width: number, isWords: boolean): string {
  return isWords ? cell.padEnd(width) : cell.padStart(width)
}
