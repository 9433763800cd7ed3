import type { SourceIndex } from '../core/source-index.ts'
import type { Lexicon } from '../core/detect/lexicon.ts'
import type { LexiconFile } from './compile-lexicon.ts'
import type { SeedFile } from './decode-seed.ts'
import type { Fault } from './fault.ts'
import type { IndexedDocument } from './index-document.ts'
import type { Knowledge } from './knowledge.ts'
import type { DetectorFactory, Prepared } from './prepare-lexicon.ts'
import { buildEvents } from './build-events.ts'
import { decodeSeed } from './decode-seed.ts'
import { findOwnership } from './find-ownership.ts'
import { indexDocument } from './index-document.ts'
import { prepareLexicon } from './prepare-lexicon.ts'
import { readSources } from './read-sources.ts'
import { copyFaults, pairFaults, passageFaults } from './seed-faults.ts'

/** Everything that goes into the index, as text and bytes; file names without folders. */
export type Inputs = Documents & { lexicon: LexiconFile[] }
export type Documents = { seeds: SeedFile[]; sources: string }
export type Built = { index?: SourceIndex; lexicon?: Lexicon; faults: Fault[] }

/** The index and the compiled lexicon, or every fault of the inputs. The same inputs give the same. */
export function buildIndex(inputs: Inputs, createDetector: DetectorFactory): Built {
  return indexSeeds(inputs, prepareLexicon(inputs.lexicon, createDetector))
}

/** The same with a lexicon that is ready, for building more than once. */
export function indexSeeds({ seeds, sources }: Documents, prepared: Prepared): Built {
  const { lexicon, knowledge } = prepared
  const { entries, faults: sourceFaults } = readSources(sources)
  const decoded = seeds.map(decodeSeed)
  const named = entries.map(({ file }) => file)
  const faults = [
    ...prepared.faults,
    ...sourceFaults,
    ...pairFaults(seeds, named, sources, sourceFaults.length > 0),
    ...decoded.flatMap(({ fault }) => fault ?? []),
    ...copyFaults(seeds),
  ]
  // Without a lexicon no document can be read; its own faults are known all the same.
  const sourceOf = new Map(entries.map((entry) => [entry.file, entry]))
  const documents = decoded.flatMap(({ seed }) => {
    const source = seed && sourceOf.get(seed.file)
    if (!source || !knowledge) return []
    const indexed = indexDocument(seed, source, knowledge)
    faults.push(...passageFaults(seed, indexed))
    return [indexed]
  })
  if (faults.length > 0 || !lexicon || !knowledge) return { faults }
  return { index: assemble(documents, knowledge), lexicon, faults }
}

function assemble(documents: IndexedDocument[], knowledge: Knowledge): SourceIndex {
  const sorted = documents.toSorted((a, b) => (a.document.file < b.document.file ? -1 : 1))
  const reads = sorted.flatMap(({ read }) => read)
  const body = reads.filter(({ passage }) => passage.section === 'body')
  return {
    schemaVersion: 1,
    documents: sorted.map(({ document }) => document),
    entities: knowledge.entities.map((entity) => ({
      ...entity,
      conflicts: entity.kind === 'company' ? findOwnership(entity, body) : [],
    })),
    passages: reads.map(({ passage }) => passage),
    events: buildEvents(sorted, knowledge.hierarchy),
  }
}
