import type { EntityId } from '../source-index.ts'

/** How the id of a reader's own company or agency begins; its name follows. */
export const OWN = 'own:'

/** A company or an agency of a reader's own, or more names for a bundled one. */
export type OwnName = {
  kind: 'company' | 'agency'
  /** The name it is shown by. With `of`, that of the bundled entity. */
  name: string
  /** Other written forms, without doubles and without `name`. */
  aliases: string[]
  /** Its aliases are further names of this bundled entity, and it is none itself. */
  of?: EntityId
  /** ISO 3166-1 alpha-2, for an agency: tells whose government it is of. */
  country?: string
}

/** A written form that means something else already, in the bundled lexicon or another pack. */
export type NameClash = {
  form: string
  /** The name of the own entity that has it. */
  own: string
  /** What else has it. `pack`: the name of the pack that brings it; without, it is bundled. */
  other: { id: EntityId; name: string; pack?: string }
}

/** What a reader decided on a clash; undecided, the bundled meaning stays. */
export type ClashChoice = { form: string; keep: 'other' | 'own' }

/** The names that a pack brings. */
export type OwnNames = { entities: OwnName[]; choices: ClashChoice[] }

export const NO_NAMES: OwnNames = { entities: [], choices: [] }

/** The id of a reader's own entity: the same name in two packs is the same entity. */
export function ownId({ name, of }: Pick<OwnName, 'name' | 'of'>): EntityId {
  return of ?? `${OWN}${name}`
}

/** The most that one pack may bring, and the longest written form, in characters. */
export const MOST_NAMES = 2000
export const LONGEST_NAME = 120
/** A shorter form of letters that have small and capital ones would mark too much. */
export const SHORTEST_NAME = 2
