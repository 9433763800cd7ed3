import type { ActionKind, EntityId } from '../core/source-index.ts'
import type { Claim } from './claim.ts'
import type { Hierarchy } from './hierarchy.ts'
import { datesAgree, datesDisputed, isSameAct, isSameAgency, isSameMatter } from './same-event.ts'

/** Claims that speak of one event, in the order of publication. */
export type ClaimGroup = { claims: Claim[] }

/** A group with what it takes to compare it: each way of telling the event once. */
type OpenGroup = ClaimGroup & { distinct: Map<string, Claim>; documents: Set<string> }

/**
 * Puts claims about the same event together: the same kind of act, by the same agency (or one that
 * is part of the other), on the same targets and things, at dates that agree. Claims come oldest
 * first; each joins the first group that it fits, those of its own document before others.
 */
export function mergeClaims(claims: Claim[], hierarchy: Hierarchy): ClaimGroup[] {
  const groups: OpenGroup[] = []
  const shelves = new Map<string, OpenGroup[]>()
  for (const claim of claims) {
    const group = candidates(claim, shelves, hierarchy).find((one) => fits(one, claim, hierarchy))
    if (group) {
      join(group, claim)
      continue
    }
    const opened: OpenGroup = { claims: [], distinct: new Map(), documents: new Set() }
    join(opened, claim)
    groups.push(opened)
    for (const key of shelfKeys(claim, hierarchy)) {
      const shelf = shelves.get(key)
      if (shelf) shelf.push(opened)
      else shelves.set(key, [opened])
    }
  }
  return groups.map(({ claims: joined }) => ({ claims: joined }))
}

function join(group: OpenGroup, claim: Claim): void {
  const { action, agencies, targets, objects, actors, date, read, named } = claim
  const told = [
    action,
    agencies,
    targets,
    objects,
    actors,
    date?.value,
    read.published.value,
    named,
  ]
  group.claims.push(claim)
  group.distinct.set(JSON.stringify(told), claim)
  group.documents.add(read.passage.document)
}

/** Groups are kept by country and sort of act; those that a claim without an agency may join, all. */
function shelfKeys(claim: Claim, hierarchy: Hierarchy): string[] {
  const sort = sortOf(claim.action)
  const [agency] = claim.agencies
  return agency === undefined
    ? [sort, `${sort} unnamed`]
    : [sort, `${sort} ${hierarchy.country(agency)}`]
}

function sortOf(action: ActionKind): string {
  return (['ban', 'fine', 'warn'] as const).find((one) => isSameAct(one, action)) ?? action
}

function candidates(
  claim: Claim,
  shelves: Map<string, OpenGroup[]>,
  hierarchy: Hierarchy,
): OpenGroup[] {
  const sort = sortOf(claim.action)
  const [agency] = claim.agencies
  const found =
    agency === undefined
      ? (shelves.get(sort) ?? [])
      : [
          ...(shelves.get(`${sort} ${hierarchy.country(agency)}`) ?? []),
          ...(shelves.get(`${sort} unnamed`) ?? []),
        ]
  const near = found.filter((group) => group.documents.has(claim.read.passage.document))
  return [...near.toReversed(), ...found.filter((group) => !near.includes(group))]
}

/** Whether a claim goes with all that a group tells, and has an agency in common with part of it. */
function fits(group: OpenGroup, claim: Claim, hierarchy: Hierarchy): boolean {
  const distinct = [...group.distinct.values()]
  return (
    distinct.every((known) => isSameMatter(known, claim, hierarchy)) &&
    (distinct.every((known) => datesAgree(known, claim)) ||
      distinct.some((known) => datesDisputed(known, claim))) &&
    distinct.some((known) => isSameAgency(known, claim, hierarchy))
  )
}

/** The agencies of a group: the most exact ones; an umbrella only where nothing else is known. */
export function groupAgencies({ claims }: ClaimGroup, hierarchy: Hierarchy): EntityId[] {
  const all = [...new Set(claims.flatMap(({ agencies }) => agencies))].sort()
  const exact = all.filter((id) => !hierarchy.isUmbrella(id))
  return exact.length > 0 ? exact : all
}
