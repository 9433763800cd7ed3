import type { Mention } from '../core/mention.ts'
import type { Entity, EntityId } from '../core/source-index.ts'
import type { AgencyFinder } from './find-agencies.ts'
import type { FoundEntity } from './find-entities.ts'
import type { Hierarchy } from './hierarchy.ts'

/** What the claim rules know of agencies. */
export type AgencyKnowledge = {
  hierarchy: Hierarchy
  findAgencies: AgencyFinder
  /** Countries as their governments. */
  findCountries: (text: string) => FoundEntity[]
  /** Company names, without the detector's care: for short words such as a speaker's role. */
  findCompanies: (text: string) => FoundEntity[]
  /** What an agency is called, names and classes, in small letters; empty for no agency. */
  wordsOf: (id: EntityId) => string
}

/** What the rules need to know of the world: the lexicon's entities and the detector made of it. */
export type Knowledge = AgencyKnowledge & {
  entities: Entity[]
  detectMentions: (text: string) => Mention[]
}
