import type { SeedFile, SeedText } from './decode-seed.ts'
import type { Fault } from './fault.ts'
import type { IndexedDocument } from './index-document.ts'
import { lineAt } from './fault.ts'

/** A longer sentence is no prose; the longest passage of the seeds has 500 characters. */
const MAX_PASSAGE = 20_000

/** What is wrong with a seed as it was read: no sentence, or one that is none. */
export function passageFaults({ file, text }: SeedText, { read }: IndexedDocument): Fault[] {
  if (read.length === 0) return [{ file, line: 1, message: 'holds no sentence' }]
  return read
    .filter(({ passage }) => passage.text.length > MAX_PASSAGE)
    .map(({ passage }) => ({
      file,
      line: lineAt(text, passage.start),
      message: `a sentence of ${passage.text.length.toLocaleString('en')} characters: not prose`,
    }))
}

/** Documents that are others, byte for byte: one source must not count as two. */
export function copyFaults(seeds: SeedFile[]): Fault[] {
  const same = Map.groupBy(seeds, ({ sha256 }) => sha256)
  return [...same.values()].flatMap(([first, ...copies]) =>
    copies.map(({ file }) => ({ file, line: 1, message: `is a copy of ${first?.file}` })),
  )
}

/**
 * Seeds without an entry and entries (`named`) without a seed. `doubtful`: sources.json has faults of
 * its own, which would make every seed look as if it had no entry.
 */
export function pairFaults(
  seeds: SeedFile[],
  named: string[],
  sources: string,
  doubtful: boolean,
): Fault[] {
  const files = new Set(seeds.map(({ file }) => file))
  const entries = new Set(named)
  const missing = named
    .filter((file) => !files.has(file))
    .map((file) => ({
      file: 'sources.json',
      line: lineOf(sources, file),
      message: `${file}: there is no such file`,
    }))
  const unnamed = [...files].filter(
    (file) => !entries.has(file) && !(doubtful && sources.includes(file)),
  )
  return [
    ...missing,
    ...unnamed.map((file) => ({ file, line: 1, message: 'has no entry in sources.json' })),
  ]
}

function lineOf(json: string, name: string): number {
  return json.slice(0, Math.max(0, json.indexOf(JSON.stringify(name)))).split(/\r\n|\r|\n/).length
}
