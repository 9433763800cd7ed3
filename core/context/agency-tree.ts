import type { Entity, EntityId } from '../source-index.ts'

/** Every entity by its id; `partOf` makes the tree. */
export type AgencyTree = ReadonlyMap<EntityId, Entity>

/** The agency itself and what it is part of, the nearest first. */
export function ancestors(tree: AgencyTree, id: EntityId): EntityId[] {
  const line: EntityId[] = []
  let at: EntityId | undefined = id
  while (at !== undefined && !line.includes(at)) {
    line.push(at)
    at = tree.get(at)?.partOf
  }
  return line
}

/**
 * How near two agencies are: 1 the same, 0.8 one part of the other or both of one department, 0.6
 * one the whole government of the other, 0.5 both of one government, 0.4 both of countries other
 * than those in dispute, else 0.
 */
export function agencyCloseness(tree: AgencyTree, a: EntityId, b: EntityId): number {
  if (a === b) return 1
  const lineB = ancestors(tree, b)
  const shared = ancestors(tree, a).find((id) => lineB.includes(id))
  if (shared === undefined) return isAlly(tree, a) && isAlly(tree, b) ? 0.4 : 0
  if (tree.get(shared)?.partOf !== undefined) return 0.8
  return shared === a || shared === b ? 0.6 : 0.5
}

/** The two countries in dispute; the sources call the others "allies". */
const IN_DISPUTE = new Set(['US', 'CN'])

/** Whether an agency is of a country that the United States may urge. */
export function isAlly(tree: AgencyTree, id: EntityId): boolean {
  const country = tree.get(id)?.country
  return country !== undefined && !IN_DISPUTE.has(country)
}

/** The agencies that a sentence names, by their names and aliases as written. */
export function createAgencyReader(entities: Entity[]): (sentence: string) => EntityId[] {
  const names = entities
    .filter((entity) => entity.kind === 'agency')
    .flatMap(({ id, name, aliases }) =>
      [name, ...aliases].map((one) => ({ id, words: wordsIn(one) })),
    )
  return (sentence) => {
    const words = wordsIn(sentence)
    const found = names.filter((name) => words.includes(name.words))
    return [...new Set(found.map(({ id }) => id))]
  }
}

/** Letters and digits only, with a space around each word. */
function wordsIn(text: string): string {
  return ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `
}

/** How near the nearest two of two groups of agencies are; 0 where either is empty. */
export function nearest(tree: AgencyTree, some: EntityId[], others: EntityId[]): number {
  return Math.max(0, ...some.flatMap((a) => others.map((b) => agencyCloseness(tree, a, b))))
}
