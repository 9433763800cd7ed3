import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Inputs } from '../../indexer/build-index.ts'
import type { Prepared } from '../../indexer/prepare-lexicon.ts'
import type { SourceIndex } from '../../core/source-index.ts'
import { createDetector } from '../../core/detect/detect.ts'
import { indexSeeds } from '../../indexer/build-index.ts'
import { prepareLexicon } from '../../indexer/prepare-lexicon.ts'

const ROOT = path.join(import.meta.dirname, '../..')

/** A document that a test adds to the seeds, or builds alone. */
export type Fixture = {
  file: string
  text: string
  title?: string | null
  publisher?: string
  published?: { value: string; precision: string; basis: string }
}

export function seedInputs(): Inputs {
  return folderInputs('seeds')
}

/** The documents of a folder, named from the project's root, with the project's lexicon. */
export function folderInputs(name: string): Inputs {
  const folder = path.join(ROOT, name)
  const files = fs.readdirSync(folder).filter((file) => file.endsWith('.txt'))
  return {
    seeds: files.map((file) => toSeed(file, fs.readFileSync(path.join(folder, file)))),
    sources: fs.readFileSync(path.join(folder, 'sources.json'), 'utf8'),
    lexicon: lexiconFiles(),
  }
}

export function lexiconFiles(): Inputs['lexicon'] {
  const folder = path.join(ROOT, 'data/lexicon')
  return fs
    .readdirSync(folder)
    .map((name) => ({ name, text: fs.readFileSync(path.join(folder, name), 'utf8') }))
}

export function toSeed(file: string, bytes: Uint8Array): Inputs['seeds'][number] {
  return { file, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

export function toEntry({
  file,
  title = null,
  publisher = 'The Test Courier',
  published,
}: Fixture): object {
  return {
    file,
    title: { value: title, basis: 'text' },
    publisher: { value: publisher, basis: 'text' },
    published: published ?? { value: '2018-12', precision: 'month', basis: 'text' },
    address: { value: null, basis: 'looked-up' },
  }
}

export function withFixtures(inputs: Inputs, fixtures: Fixture[]): Inputs {
  const sources = JSON.parse(inputs.sources) as { documents: object[] }
  const documents = [...sources.documents, ...fixtures.map(toEntry)]
  const seeds = fixtures.map(({ file, text }) => toSeed(file, new TextEncoder().encode(text)))
  return {
    ...inputs,
    seeds: [...inputs.seeds, ...seeds],
    sources: JSON.stringify({ documents }, null, 2),
  }
}

export function fixtureInputs(fixtures: Fixture[]): Inputs {
  return withFixtures(
    { seeds: [], sources: '{ "documents": [] }', lexicon: lexiconFiles() },
    fixtures,
  )
}

let ready: Prepared | undefined

/** The project's lexicon, made ready once for all of a file's tests. */
export function prepared(): Prepared {
  return (ready ??= prepareLexicon(lexiconFiles(), createDetector))
}

/** The index of inputs that are expected to be without faults. */
export function build(inputs: Inputs): SourceIndex {
  const { index, faults } = indexSeeds(inputs, prepared())
  if (!index)
    throw new Error(
      faults.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'),
    )
  return index
}
