import type { Entity } from '../source-index.ts'
import { ownId, type OwnNames } from './own-names.ts'

/** The entities of an index with those that packs bring, and their further names. */
export function withOwnEntities(entities: Entity[], packs: OwnNames[]): Entity[] {
  const own = packs.flatMap((pack) => pack.entities)
  if (own.length === 0) return entities
  const joined = new Map(entities.map((entity) => [entity.id, entity]))
  for (const name of own) {
    const id = ownId(name)
    const known = joined.get(id)
    if (name.of !== undefined && !known) continue
    const { kind, country } = name
    const whole = kind === 'agency' ? governmentOf(entities, country) : undefined
    joined.set(id, {
      id,
      kind,
      name: name.name,
      ...(country !== undefined && { country }),
      ...(whole !== undefined && { partOf: whole }),
      conflicts: [],
      ...known,
      aliases: [...new Set([...(known?.aliases ?? []), ...name.aliases])],
    })
  }
  return [...joined.values()]
}

type Part = { id: string; kind: string; country?: string; partOf?: string }

/** The whole government of a country, which an agency of a reader's own is part of. */
export function governmentOf(
  entities: readonly Part[],
  country: string | undefined,
): string | undefined {
  if (country === undefined) return undefined
  return entities.find(
    (one) => one.kind === 'agency' && one.country === country && one.partOf === undefined,
  )?.id
}
