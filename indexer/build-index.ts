import type { Mention } from '../core/mention.ts'
import type { Entity, SourceIndex } from '../core/source-index.ts'
import type { Lexicon, LexiconEntity } from '../core/lexicon.ts'
import type { LexiconFile } from './compile-lexicon.ts'
import type { SeedFile } from './decode-seed.ts'
import type { Fault } from './fault.ts'
import type { IndexedDocument } from './index-document.ts'
import type { Knowledge } from './knowledge.ts'
import { buildEvents } from './build-events.ts'
import { compileLexicon } from './compile-lexicon.ts'
import { decodeSeed } from './decode-seed.ts'
import { createAgencyFinder, createCountryFinder } from './find-agencies.ts'
import { findOwnership } from './find-ownership.ts'
import { createHierarchy } from './hierarchy.ts'
import { indexDocument } from './index-document.ts'
import { readSources } from './read-sources.ts'

/** Everything that goes into the index, as text and bytes; file names without folders. */
export type Inputs = { seeds: SeedFile[]; sources: string; lexicon: LexiconFile[] }
export type Built = { index?: SourceIndex; lexicon?: Lexicon; faults: Fault[] }
/** Makes the detector of a compiled lexicon; handed in, so that rules and detection stay apart. */
export type DetectorFactory = (lexicon: Lexicon) => { detectMentions: (text: string) => Mention[] }

/** The index and the compiled lexicon, or every fault of the inputs. The same inputs give the same. */
export function buildIndex(inputs: Inputs, createDetector: DetectorFactory): Built {
  const { lexicon, faults: lexiconFaults } = compileLexicon(inputs.lexicon)
  const { entries, faults: sourceFaults } = readSources(inputs.sources)
  const decoded = inputs.seeds.map(decodeSeed)
  const seeds = decoded.flatMap(({ seed }) => seed ?? [])
  const faults = [
    ...lexiconFaults,
    ...sourceFaults,
    ...pairFaults(
      inputs,
      entries.map(({ file }) => file),
      sourceFaults.length > 0,
    ),
    ...decoded.flatMap(({ fault }) => fault ?? []),
  ]
  // Without a lexicon no document can be read; its own faults are known all the same.
  const knowledge = lexicon && createKnowledge(lexicon, createDetector)
  const documents = seeds.flatMap((seed) => {
    const source = entries.find(({ file }) => file === seed.file)
    if (!source || !knowledge) return []
    const indexed = indexDocument(seed, source, knowledge)
    if (indexed.read.length === 0)
      faults.push({ file: seed.file, line: 1, message: 'holds no sentence' })
    return [indexed]
  })
  if (faults.length > 0 || !lexicon || !knowledge) return { faults }
  return { index: assemble(documents, knowledge), lexicon, faults }
}

/** Seeds without an entry and entries without a seed. */
function pairFaults(inputs: Inputs, named: string[], doubtful: boolean): Fault[] {
  const files = new Set(inputs.seeds.map(({ file }) => file))
  const missing = named
    .filter((file) => !files.has(file))
    .map((file) => ({
      file: 'sources.json',
      line: lineOf(inputs.sources, file),
      message: `${file}: there is no such file`,
    }))
  // A faulty sources.json would make every seed look as if it had no entry.
  const unnamed = [...files].filter(
    (file) => !named.includes(file) && !(doubtful && inputs.sources.includes(file)),
  )
  return [
    ...missing,
    ...unnamed.map((file) => ({ file, line: 1, message: 'has no entry in sources.json' })),
  ]
}

function lineOf(json: string, name: string): number {
  return json.slice(0, Math.max(0, json.indexOf(JSON.stringify(name)))).split(/\r\n|\r|\n/).length
}

function createKnowledge(lexicon: Lexicon, createDetector: DetectorFactory): Knowledge {
  const { detectMentions } = createDetector(lexicon)
  return {
    entities: lexicon.entities.map(toEntity),
    detectMentions,
    findAgencies: createAgencyFinder(lexicon),
    findCountries: createCountryFinder(lexicon),
    hierarchy: createHierarchy(lexicon.entities),
  }
}

function toEntity(entity: LexiconEntity): Entity {
  const { id, kind, name, country, partOf } = entity
  const forms = entity.names.flatMap((one) => {
    if (typeof one === 'string') return [one]
    return one.role === undefined || one.role === 'name' ? [one.form] : []
  })
  return {
    id,
    kind,
    name,
    aliases: [...new Set(forms)],
    ...(country ? { country } : {}),
    ...(partOf ? { partOf } : {}),
    conflicts: [],
  }
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
      conflicts: entity.kind === 'company' ? findOwnership(entity.name, body) : [],
    })),
    passages: reads.map(({ passage }) => passage),
    events: buildEvents(sorted, knowledge.hierarchy),
  }
}
