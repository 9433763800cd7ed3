import type { Mention } from '../core/mention.ts'
import type { Entity } from '../core/source-index.ts'
import type { Lexicon, LexiconEntity } from '../core/detect/lexicon.ts'
import type { LexiconFile } from './compile-lexicon.ts'
import type { Fault } from './fault.ts'
import type { Knowledge } from './knowledge.ts'
import { compileLexicon } from './compile-lexicon.ts'
import { createAgencyFinder, createCompanyFinder, createCountryFinder } from './find-agencies.ts'
import { createHierarchy } from './hierarchy.ts'

/** Makes the detector of a compiled lexicon; handed in, so that rules and detection stay apart. */
export type DetectorFactory = (lexicon: Lexicon) => { detectMentions: (text: string) => Mention[] }
/** A lexicon made ready for reading documents, or what is wrong with it. */
export type Prepared = { lexicon?: Lexicon; knowledge?: Knowledge; faults: Fault[] }

/** Compiles a lexicon and makes its finders, once for any number of documents. */
export function prepareLexicon(files: LexiconFile[], createDetector: DetectorFactory): Prepared {
  const { lexicon, faults } = compileLexicon(files)
  if (!lexicon) return { faults }
  return { lexicon, knowledge: createKnowledge(lexicon, createDetector), faults }
}

/** What the rules know, of a lexicon that is compiled already. */
export function createKnowledge(lexicon: Lexicon, createDetector: DetectorFactory): Knowledge {
  const { detectMentions } = createDetector(lexicon)
  return {
    entities: lexicon.entities.map(toEntity),
    // an event rests on words that tell it
    detectMentions: (text) =>
      detectMentions(text).filter((one) => one.kind !== 'action' || !one.inferred),
    findAgencies: createAgencyFinder(lexicon),
    findCompanies: createCompanyFinder(lexicon),
    wordsOf: createWordBook(lexicon),
    findCountries: createCountryFinder(lexicon),
    hierarchy: createHierarchy(lexicon.entities),
  }
}

/** What each agency is called, for "the bureau" and "the regulator". */
function createWordBook({ entities }: Lexicon): Knowledge['wordsOf'] {
  const words = new Map(
    entities
      .filter(({ kind }) => kind === 'agency')
      .map(({ id, name, classes = [], names }) => {
        const forms = names.map((one) => (typeof one === 'string' ? one : one.form))
        return [id, [name, ...forms, ...classes].join(' ').toLowerCase()]
      }),
  )
  return (id) => words.get(id) ?? ''
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
