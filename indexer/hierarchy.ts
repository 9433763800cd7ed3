import type { EntityId } from '../core/source-index.ts'
import type { LexiconEntity } from '../core/detect/lexicon.ts'

/** What is part of what among the agencies. */
export type Hierarchy = {
  /** From the entity itself up to its government. */
  line: (id: EntityId) => EntityId[]
  isUmbrella: (id: EntityId) => boolean
  /** Parliaments and their committees: whom others testify to. */
  isLegislature: (id: EntityId) => boolean
  isCourt: (id: EntityId) => boolean
  /** The body right below its government that an agency belongs to; itself where there is none. */
  department: (id: EntityId) => EntityId
  /** The parliament of a government; undefined where the lexicon has none. */
  parliament: (government: EntityId) => EntityId | undefined
  /** Country code; the id itself where there is none (NATO). */
  country: (id: EntityId) => string
  /**
   * Whether one is part of the other. `umbrellas`: whether a whole government counts as such, which
   * is right for "US officials warned", not for what one department ordered.
   */
  related: (a: EntityId, b: EntityId, umbrellas: boolean) => boolean
  /** The smallest body that all are part of; undefined where there is none. */
  common: (ids: EntityId[]) => EntityId | undefined
}

/** The hierarchy of a lexicon's entities; an id that is not in it belongs to nothing. */
export function createHierarchy(entities: LexiconEntity[]): Hierarchy {
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  const line = (id: EntityId): EntityId[] => {
    const found: EntityId[] = []
    // A loop in the lexicon must not hang the build.
    for (let at: EntityId | undefined = id; at && !found.includes(at); at = byId.get(at)?.partOf)
      found.push(at)
    return found
  }
  const isUmbrella = (id: EntityId) => byId.get(id)?.umbrella === true
  const isLegislature = (id: EntityId) =>
    line(id).some((one) => byId.get(one)?.classes?.includes('legislature'))
  const department = (id: EntityId) => line(id).findLast((one) => !isUmbrella(one)) ?? id
  const isCourt = (id: EntityId) => byId.get(id)?.classes?.includes('court') ?? false
  const parliaments = new Map(
    entities.flatMap(({ id, partOf }) => {
      const within = partOf !== undefined && isLegislature(partOf)
      return partOf !== undefined && isLegislature(id) && !within ? [[partOf, id] as const] : []
    }),
  )
  const parliament = (government: EntityId) => parliaments.get(government)
  const country = (id: EntityId) => byId.get(id)?.country ?? id
  const related = (a: EntityId, b: EntityId, umbrellas: boolean) => {
    if (line(a).includes(b)) return umbrellas || !isUmbrella(b)
    if (line(b).includes(a)) return umbrellas || !isUmbrella(a)
    return false
  }
  const common = (ids: EntityId[]) => {
    const [first = [], ...rest] = ids.map(line)
    return first.find((id) => rest.every((other) => other.includes(id)))
  }
  return {
    line,
    isUmbrella,
    isLegislature,
    isCourt,
    department,
    parliament,
    country,
    related,
    common,
  }
}
