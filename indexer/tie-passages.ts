import type { PassageId } from '../core/source-index.ts'
import type { Claim } from './claim.ts'
import type { Hierarchy } from './hierarchy.ts'
import type { ReadPassage } from './read-passages.ts'
import type { Reply } from './answer-claims.ts'
import { answeredBy, goesOn, isReply, nearest, REPLY_REACH, shares } from './answer-claims.ts'
import { pointsAt } from './pointers.ts'

/** Passages that belong to claims: evidence without a claim of its own, and companies' answers. */
export type Ties = {
  supports: Map<Claim, ReadPassage[]>
  replies: Map<Claim, ReadPassage[]>
  /** Replies to allegations at large, which may be events told in other documents. */
  denials: ReadPassage[]
}

/** A passage without a claim belongs to one this many passages away, at most. */
const SUPPORT_REACH = 4
/** "The order" may stand this many passages below what it points at. */
const POINTER_REACH = 8
const REACH = Math.max(SUPPORT_REACH, REPLY_REACH, POINTER_REACH)

/** Ties the passages of one document to its claims; both in the document's order. */
export function tiePassages(reads: ReadPassage[], claims: Claim[], hierarchy: Hierarchy): Ties {
  const ties: Ties = { supports: new Map(), replies: new Map(), denials: [] }
  const order = new Map(reads.map((read, i) => [read.passage.id, i]))
  const place = (claim: Claim) => order.get(claim.read.passage.id) ?? 0
  const byPlace = Map.groupBy(claims, place)
  let last: Reply | undefined
  reads.forEach((read, at) => {
    const distance = (claim: Claim) => place(claim) - at
    const near = neighbours(byPlace, at)
    if (isReply(read)) {
      const before = last && goesOn(last, read, at) ? last : undefined
      const answered = before?.answered ?? answeredBy(read, near, distance)
      const denies = before?.denies ?? /\b(?:allegations?|accusations?)\b/i.test(read.passage.text)
      add(ties.replies, answered, read)
      if (denies) ties.denials.push(read)
      last = { answered, denies, read, at }
    }
    if (byPlace.has(at) || read.passage.section !== 'body') return
    const borne = near.filter((claim) => supports(read, distance(claim), claim, hierarchy))
    add(ties.supports, nearest(borne, distance, POINTER_REACH), read)
  })
  return ties
}

/** The claims within reach of a passage, in order: a long document must not compare all with all. */
function neighbours(byPlace: Map<number, Claim[]>, at: number): Claim[] {
  const found: Claim[] = []
  for (let i = at - REACH; i <= at + REACH; i++) found.push(...(byPlace.get(i) ?? []))
  return found
}

function add(map: Map<Claim, ReadPassage[]>, claims: Claim[], read: ReadPassage): void {
  for (const claim of claims) map.set(claim, [...(map.get(claim) ?? []), read])
}

/** Whether a passage bears out a claim `distance` passages away without telling it anew. */
function supports(
  read: ReadPassage,
  distance: number,
  claim: Claim,
  hierarchy: Hierarchy,
): boolean {
  const { passage, people } = read
  if (passage.stance === 'response') return false
  const aboutSame = shares(passage.companies, claim.targets)
  if (pointsBack(read, distance, claim)) return true
  if (Math.abs(distance) > SUPPORT_REACH) return false
  const { attribution } = passage
  const sameSpeaker =
    attribution !== undefined && attribution.speaker === claim.read.passage.attribution?.speaker
  if (sameSpeaker && distance === -1) return true
  if (claim.action === 'legislate') {
    return people.some(({ name }) => name === attribution?.speaker && claim.actors.includes(name))
  }
  // Where a passage names an exact agency, "the government" in it is only spoken of.
  const exactOnly = passage.agencies.some((id) => !hierarchy.isUmbrella(id))
  const agencies = passage.agencies.filter(
    (id) =>
      claim.agencies.some((one) => hierarchy.related(one, id, false) || one === id) &&
      !(exactOnly && hierarchy.isUmbrella(id)),
  )
  if (agencies.length === 0) return false
  // The agency goes on about the firm it acted on, by name.
  if (claim.targets.some((target) => passage.text.includes(target))) return true
  // The next sentences go on about the same agency and company.
  if (aboutSame && distance < 0 && distance >= -2) return true
  const exact = agencies.some((id) => !hierarchy.isUmbrella(id))
  // Words that name no company are about the one that was told of before.
  const silent = passage.companies.length === 0 && attribution !== undefined && distance < 0
  // The agency's own official, on the record, on no other company.
  const official = exact && agencies.some((id) => id === attribution?.speaksFor)
  if (official && distance < 0 && (silent || aboutSame)) return true
  // Another agency's words are its own.
  const speaksFor = attribution?.speaksFor
  if (speaksFor !== undefined && !agencies.includes(speaksFor) && exact) return false
  return (
    passage.stance === 'allegation' && (aboutSame || silent) && (exact || attribution !== undefined)
  )
}

/** "The order also means …" below the order; without naming a company, only just below. */
function pointsBack({ passage }: ReadPassage, distance: number, claim: Claim): boolean {
  if (distance >= 0 || !pointsAt(passage.text, claim) || SURVEYS.test(passage.text)) return false
  if (distance < -POINTER_REACH) return false
  if (passage.companies.length > 0) return shares(passage.companies, claim.targets)
  return distance >= -POINTER_REACH / 2 || /^(?:The|That|This|Its|Their)\b/.test(passage.text)
}

/** A sentence that only sets an event among others bears nothing out. */
const SURVEYS =
  /\b(?:comes?|came) (?:as|amid|after|at a time)\b|\bpart of a (?:wider|broader|larger)\b/i

/** The ids of passages, in order. */
export function idsOf(reads: ReadPassage[]): PassageId[] {
  return reads.map(({ passage }) => passage.id)
}
