import { runNode, type Outcome } from './run-tool.ts'

const BUILD = '.output/chrome-mv3'

/** What the bench promises to those who read it; there may be more rows. */
const PROMISED =
  'quiet-page scan scan-huge vs-findandreplacedomtext vs-wrapper vs-markjs-one-pattern vs-markjs-terms layout ' +
  'frame-1000 insert-10000 feed hit-test longest-task every-page-bytes quiet-heap lexicon-growth'

type Row = { name: string; value: number | null; pages: number }

/**
 * Runs the page bench in its short form, which measures nothing on a machine that does other things
 * too: it shows that every row still comes out as a number.
 */
export async function checkBench(): Promise<Outcome & { note: string }> {
  const options = ['--json', '--short', '--extension', BUILD]
  const { code, output } = await runNode(['bench/engine.ts', ...options])
  if (code !== 0) return { code, output, note: '' }
  const missing = missingRows(output)
  const fault = `no figure for ${missing.join(', ')} in:\n${output}`
  return missing.length > 0
    ? { code: 1, output: fault, note: '' }
    : { code, output, note: `${PROMISED.split(' ').length} rows` }
}

/** Warnings of Node may stand before the one line of JSON. */
function missingRows(output: string): string[] {
  const line = output.split('\n').find((one) => one.startsWith('{"rows"'))
  const { rows } = JSON.parse(line ?? '{"rows":[]}') as { rows: Row[] }
  const told = rows.filter(({ value, pages }) => Number.isFinite(value) && pages > 0)
  return PROMISED.split(' ').filter((name) => !told.some((row) => row.name === name))
}
