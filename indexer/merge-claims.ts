import type { ActionKind, EntityId } from '../core/source-index.ts'
import type { Claim, ClaimFacts } from './claim.ts'
import type { Hierarchy } from './hierarchy.ts'
import {
  datesAgree,
  datesDisputed,
  isRecalled,
  isSameAct,
  isSameAgency,
  isSameMatter,
  possibleMonths,
  timeBetween,
} from './same-event.ts'

/** Claims that speak of one event, in the order of publication. */
export type ClaimGroup = { claims: Claim[] }

/** A group with what it takes to compare it: each way of telling the event once. */
type OpenGroup = ClaimGroup & {
  order: number
  distinct: Map<string, Claim>
  documents: Set<string>
}
/** Groups by country, sort of act and month: a claim is compared with few, however many there are. */
type Shelves = Map<string, Set<OpenGroup>>

/**
 * Puts claims about the same event together: the same kind of act, by the same agency (or one that
 * is part of the other), on the same targets and things, at dates that agree. Claims come in the
 * order of publication. Those with an exact date make the groups; vaguer ones then join the group
 * that they fit: of their own document before others, of an agency they name before one that names
 * none, the nearest in time before farther ones.
 */
export function mergeClaims(claims: Claim[], hierarchy: Hierarchy): ClaimGroup[] {
  const groups: OpenGroup[] = []
  const shelves: Shelves = new Map()
  const place = new Map(claims.map((claim, i) => [claim, i]))
  for (const claim of claims.toSorted((a, b) => exactness(b) - exactness(a))) {
    let group = candidates(claim, shelves, hierarchy).find((one) => fits(one, claim, hierarchy))
    if (!group) {
      group = { order: groups.length, claims: [], distinct: new Map(), documents: new Set() }
      groups.push(group)
    }
    join(group, claim, shelves, hierarchy)
  }
  const inOrder = (a: Claim, b: Claim) => (place.get(a) ?? 0) - (place.get(b) ?? 0)
  return groups.map(({ claims: joined }) => ({ claims: joined.toSorted(inOrder) }))
}

function join(group: OpenGroup, claim: Claim, shelves: Shelves, hierarchy: Hierarchy): void {
  const key = wayOf(claim)
  group.claims.push(claim)
  group.documents.add(claim.read.passage.document)
  if (group.distinct.has(key)) return
  group.distinct.set(key, claim)
  for (const shelf of shelfKeys(claim, hierarchy)) {
    const kept = shelves.get(shelf)
    if (kept) kept.add(group)
    else shelves.set(shelf, new Set([group]))
  }
}

/** The same for claims that are compared alike. */
function wayOf(claim: ClaimFacts): string {
  const { action, agencies, targets, objects, actors, date, read, named } = claim
  // When it was told matters only where the claim has no date, or is told anew.
  const when = date ? [date.value, isRecalled(claim)] : [read.published.value]
  return JSON.stringify([action, agencies, targets, objects, actors, named, when])
}

/** Each way in which claims tell, once, without the words of their passages. */
export function waysOf(claims: Claim[]): ClaimFacts[] {
  const distinct = new Map(claims.toReversed().map((claim) => [wayOf(claim), claim]))
  return [...distinct.values()].map((claim) => {
    const { proposed: _, read, ...facts } = claim
    const { published, passage } = read
    return { ...facts, read: { published, passage: { document: passage.document } } }
  })
}

/**
 * Whether a claim may change what an event is made of: it joins it, or takes claims away. `false` is sure;
 * `ways`: in which the event is told.
 */
export function mayTouch(ways: ClaimFacts[], claim: ClaimFacts, hierarchy: Hierarchy): boolean {
  const matter = ways.filter((known) => isSameMatter(known, claim, hierarchy))
  return (
    matter.some((known) => datesAgree(known, claim, true) || datesDisputed(known, claim)) &&
    matter.some((known) => isSameAgency(known, claim, hierarchy))
  )
}

/** Where a claim's group is kept: those of a named agency, those of none, and all. */
export function shelfKeys(claim: Claim, hierarchy: Hierarchy): string[] {
  const [agency] = claim.agencies
  const owner = agency === undefined ? 'unnamed' : hierarchy.country(agency)
  return [owner, 'all'].flatMap((one) => monthKeys(claim, one))
}

function monthKeys(claim: Claim, owner: string): string[] {
  const sort = sortOf(claim.action)
  return possibleMonths(claim).map((month) => `${sort} ${owner} ${month}`)
}

export function sortOf(action: ActionKind): string {
  return (['ban', 'fine', 'warn'] as const).find((one) => isSameAct(one, action)) ?? action
}

/** The groups that a claim may join, those of its own document first, the last one before others. */
function candidates(claim: Claim, shelves: Shelves, hierarchy: Hierarchy): OpenGroup[] {
  const keys = lookedAt(claim, hierarchy)
  const found = [...new Set(keys.flatMap((key) => [...(shelves.get(key) ?? [])]))]
  const isNear = (group: OpenGroup) => group.documents.has(claim.read.passage.document)
  const near = found.filter(isNear).sort((a, b) => b.order - a.order)
  const others = found.filter((group) => !isNear(group))
  const rank = new Map(others.map((group) => [group, rankOf(group, claim)]))
  const compare = (a: OpenGroup, b: OpenGroup) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0)
  return [...near, ...others.sort((a, b) => compare(a, b) || a.order - b.order)]
}

/** The shelves that hold the groups that a claim may join. */
export function lookedAt(claim: Claim, hierarchy: Hierarchy): string[] {
  const [agency] = claim.agencies
  const owners = agency === undefined ? ['all'] : [hierarchy.country(agency), 'unnamed']
  return owners.flatMap((owner) => monthKeys(claim, owner))
}

/** Days between a claim and a group, a century more where the group names none of its agencies. */
function rankOf(group: OpenGroup, claim: Claim): number {
  const named = [...group.distinct.values()].some((known) => known.named === claim.named)
  return timeFrom(group, claim) + (named ? 0 : CENTURY)
}

const CENTURY = 36_525

/** How exactly a claim is dated; 0 where it is not. */
export function exactness({ date }: Claim): number {
  return date?.value.length ?? 0
}

function timeFrom({ distinct }: OpenGroup, claim: Claim): number {
  return Math.min(...[...distinct.values()].map((known) => timeBetween(known, claim)))
}

/** Whether a claim goes with all that a group tells, and has an agency in common with part of it. */
function fits(group: OpenGroup, claim: Claim, hierarchy: Hierarchy): boolean {
  const distinct = [...group.distinct.values()]
  const dated = distinct.filter(({ date }) => date)
  const together = group.documents.has(claim.read.passage.document)
  const timed = dated.length > 0 ? dated : distinct
  return (
    distinct.every((known) => isSameMatter(known, claim, hierarchy)) &&
    (timed.every((known) => datesAgree(known, claim, together)) ||
      distinct.some((known) => datesDisputed(known, claim))) &&
    sharesAgency(distinct, claim, hierarchy)
  )
}

/** Whether a claim is of the agency that a group names; a claim without any may be anybody's. */
function sharesAgency(distinct: Claim[], claim: Claim, hierarchy: Hierarchy): boolean {
  const named = distinct.filter((known) => known.named)
  const compared = claim.named && named.length > 0 ? named : distinct
  return compared.some((known) => isSameAgency(known, claim, hierarchy))
}

/** The agencies of a group: the most exact ones; an umbrella only where nothing else is known. */
export function groupAgencies({ claims }: ClaimGroup, hierarchy: Hierarchy): EntityId[] {
  const all = [...new Set(claims.flatMap(({ agencies }) => agencies))].sort()
  const exact = all.filter((id) => !hierarchy.isUmbrella(id))
  return exact.length > 0 ? exact : all
}
