import { globSync, readFileSync } from 'node:fs'
import { findLooseWords } from './find-loose-words.ts'
import type { Outcome } from './run-tool.ts'

/** Where strings may end up before a reader's eyes. `core/detect` and `core/context` hold rules. */
const SHOWN = [
  '{components,entrypoints,extension,page,core/card,core/digest,core/settings}/**/*.{ts,tsx}',
  'core/*.ts',
]

/** Strings in these are for machines. */
const FOR_MACHINES = new Set([
  // Rules for reading English text.
  'core/digest/count-words.ts',
  'core/digest/figure-claims.ts',
  'core/digest/quote-speaker.ts',
  'core/digest/quote-words.ts',
  'core/digest/read-amounts.ts',
  'core/digest/read-figures.ts',
  // Faults in an index, for whoever built it.
  'core/index-schema.ts',
  // Files that programs read are the same in every language.
  'core/digest/export-csl.ts',
  'core/digest/export-csv.ts',
  // Selectors, style rules, names of elements and of colour schemes.
  'entrypoints/card/card-sheet.ts',
  'entrypoints/engine/card-frame.ts',
  'entrypoints/engine/framed-surface.ts',
  'entrypoints/framed-card/run-card.ts',
  'page/focus.ts',
  'page/host-rules.ts',
  'page/page-date.ts',
  'page/place-host.ts',
  'page/read-quotes.ts',
  'page/shadow-roots.ts',
  'page/text-blocks.ts',
  'page/watch-quotations.ts',
  'page/watch-taps.ts',
])

/** Lists every string in code that belongs into `public/_locales/`; none may be left. */
export async function checkWords(): Promise<Outcome> {
  const files = globSync(SHOWN).filter((file) => !FOR_MACHINES.has(file))
  const lines = files.flatMap((file) =>
    findLooseWords(file, readFileSync(file, 'utf8')).map(
      ({ line, text }) => `${file}:${line} "${text}" belongs into public/_locales`,
    ),
  )
  return { code: lines.length, output: lines.join('\n') }
}
