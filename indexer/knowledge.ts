import type { Mention } from '../core/mention.ts'
import type { Entity } from '../core/source-index.ts'
import type { FoundEntity } from './find-entities.ts'
import type { Hierarchy } from './hierarchy.ts'

/** What the claim rules know of agencies. */
export type AgencyKnowledge = {
  hierarchy: Hierarchy
  findAgencies: (text: string) => FoundEntity[]
  /** Countries as their governments. */
  findCountries: (text: string) => FoundEntity[]
}

/** What the rules need to know of the world: the lexicon's entities and the detector made of it. */
export type Knowledge = AgencyKnowledge & {
  entities: Entity[]
  detectMentions: (text: string) => Mention[]
}
