import type { ActionMention } from '../core/mention.ts'
import type { ActionKind, EntityId } from '../core/source-index.ts'
import type { FoundEntity } from './find-entities.ts'
import type { AgencyKnowledge } from './knowledge.ts'
import type { ReadPassage } from './read-passages.ts'

/** Who acts: the agencies found acting, and those named in one list with them. */
export function actingAgencies(
  action: ActionKind,
  mentions: ActionMention[],
  read: ReadPassage,
  { hierarchy, findAgencies }: AgencyKnowledge,
): EntityId[] {
  const { text, attribution } = read.passage
  const own = mentions.flatMap(({ agency, alsoBy }) => [agency, ...(alsoBy ?? [])])
  const listed = lists(text, findAgencies(text)).filter((list) =>
    list.some((id) => own.includes(id)),
  )
  const all = new Set([...own, ...listed.flat()])
  // Testimony is given to a legislature, by others.
  // A grand jury's charge is brought by the prosecutors whose sentence tells of it.
  if (action === 'charge' && own.every(hierarchy.isCourt)) {
    const prosecutors = findAgencies(text)
      .map(({ entity }) => entity)
      .filter((id) => own.some((court) => hierarchy.country(court) === hierarchy.country(id)))
    const others = prosecutors.filter((id) => !hierarchy.isCourt(id) && !hierarchy.isUmbrella(id))
    if (others.length > 0) return [...new Set(others)].sort()
  }
  const givers =
    action === 'testify' ? testifiers(text, all, { hierarchy, findAgencies }) : [...all]
  if (!givers.every(hierarchy.isUmbrella)) return givers.sort()
  const speaking = findAgencies(`${attribution?.role ?? ''} ${attribution?.speaker ?? ''}`)
  const exact = speaking.map(({ entity }) => entity).filter((id) => !hierarchy.isUmbrella(id))
  return [...new Set(exact.length > 0 ? exact : givers)].sort()
}

function testifiers(
  text: string,
  found: Set<EntityId>,
  { hierarchy, findAgencies }: Pick<AgencyKnowledge, 'hierarchy' | 'findAgencies'>,
): EntityId[] {
  const named = new Set([...found, ...findAgencies(text).map(({ entity }) => entity)])
  const givers = [...named].filter(
    (id) => !hierarchy.isLegislature(id) && hierarchy.country(id) !== 'CN',
  )
  return givers
}

const LINK =
  /^(?:\s|,|\(|\)|&|’s|'s|[A-Z]{2,6}\)|\b(?:and|the|of|from|heads?|top|officials|directors|chiefs)\b)*$/

/** Agencies that stand in one enumeration: "the CIA, NSA, FBI and the Defense Intelligence Agency". */
function lists(text: string, found: FoundEntity[]): EntityId[][] {
  const all: EntityId[][] = []
  let end = -1
  for (const one of found) {
    const list = all.at(-1)
    if (list && LINK.test(text.slice(end, one.start))) list.push(one.entity)
    else all.push([one.entity])
    end = one.end
  }
  return all
}
