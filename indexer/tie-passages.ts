import type { ActionKind, PassageId } from '../core/source-index.ts'
import type { Claim } from './claim.ts'
import type { Hierarchy } from './hierarchy.ts'
import type { ReadPassage } from './read-passages.ts'
import { tellsAnswer } from './judge-stance.ts'

/** Passages that belong to claims: evidence without a claim of its own, and companies' answers. */
export type Ties = {
  supports: Map<Claim, ReadPassage[]>
  replies: Map<Claim, ReadPassage[]>
  /** Replies to allegations at large, which may be events told in other documents. */
  denials: ReadPassage[]
}

/** A passage without a claim belongs to one this many passages away, at most. */
const SUPPORT_REACH = 4
/** A reply answers what its own document told at most this many passages before or after. */
const REPLY_REACH = 8
/** "The order" may stand this many passages below what it points at. */
const POINTER_REACH = 8
const REACH = Math.max(SUPPORT_REACH, REPLY_REACH, POINTER_REACH)

/** Nouns with which a text points back at what it told ("the order", "the military ban"). */
const POINTERS: [RegExp, ActionKind[]][] = [
  [
    /\b(?:the|this|that) (?:latest |[\w-]+ )?(?:ban|order|move)\b/i,
    ['ban', 'deny-export', 'restrict'],
  ],
  [/\b(?:the|this|that) (?:[\w-]+ )?(?:warning|testimony)\b/i, ['warn', 'testify']],
  [
    /\b(?:the|these|at|such) (?:allegations?|accusations?|claims|charges)\b/i,
    ['warn', 'testify', 'investigate', 'charge'],
  ],
  [/\b(?:the|this|that) (?:[\w-]+ )?(?:bill|legislation)\b/i, ['legislate']],
  [
    /\b(?:the|this|that) (?:[\w-]+ )?(?:fine|penalty|settlement)\b(?! (?:negotiations|talks))/i,
    ['fine', 'settle'],
  ],
]
/** What a company can be answering. */
const ANSWERABLE = new Set<ActionKind>([
  'ban',
  'restrict',
  'warn',
  'investigate',
  'charge',
  'fine',
  'settle',
  'deny-export',
  'legislate',
  'testify',
  'urge-allies',
  'designate',
  'report',
])

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

type Reply = { answered: Claim[]; denies: boolean; read: ReadPassage; at: number }

function add(map: Map<Claim, ReadPassage[]>, claims: Claim[], read: ReadPassage): void {
  for (const claim of claims) map.set(claim, [...(map.get(claim) ?? []), read])
}

/** Whether a passage bears out a claim `distance` passages away without telling it anew. */
function supports(
  { passage, people }: ReadPassage,
  distance: number,
  claim: Claim,
  hierarchy: Hierarchy,
): boolean {
  if (passage.stance === 'response') return false
  const aboutSame = shares(passage.companies, claim.targets)
  const below = distance < 0 && distance >= -POINTER_REACH
  if (below && aboutSame && pointsAt(passage.text, claim)) return true
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
  const agencies = claim.agencies.filter(
    (id) => passage.agencies.includes(id) && !(exactOnly && hierarchy.isUmbrella(id)),
  )
  if (agencies.length === 0) return false
  // The agency goes on about the firm it acted on, by name.
  if (claim.targets.some((target) => passage.text.includes(target))) return true
  // The next sentences go on about the same agency and company.
  if (aboutSame && distance < 0 && distance >= -2) return true
  const exact = agencies.some((id) => !hierarchy.isUmbrella(id))
  const silent = passage.companies.length === 0 && attribution !== undefined
  return (
    passage.stance === 'allegation' && (aboutSame || silent) && (exact || attribution !== undefined)
  )
}

/** Whether a text speaks of "the order" where the claim is one. */
function pointsAt(text: string, claim: Claim): boolean {
  return POINTERS.some(([pattern, kinds]) => kinds.includes(claim.action) && pattern.test(text))
}

/** The claims of its document that a reply answers: those it points at, or else the nearest. */
function answeredBy(
  reply: ReadPassage,
  claims: Claim[],
  distance: (claim: Claim) => number,
): Claim[] {
  const near = claims.filter(
    (claim) =>
      ANSWERABLE.has(claim.action) &&
      (claim.targets.includes('chinese-telecom') ||
        shares(reply.passage.companies, claim.targets)) &&
      Math.abs(distance(claim)) <= REPLY_REACH,
  )
  const pointed = near.filter((claim) => pointsAt(reply.passage.text, claim))
  return nearest(pointed.length > 0 ? pointed : near, distance, REPLY_REACH)
}

/** A company's next words answer what its last ones did, unless something was told between. */
function goesOn(last: Reply, read: ReadPassage, at: number): boolean {
  const { passage } = read
  const same = shares(last.read.passage.companies, passage.companies)
  if (last.read.passage.attribution && passage.attribution === last.read.passage.attribution)
    return same
  return at === last.at + 1 && same && last.read.passage.stance === 'response'
}

/** The claims in the nearest passage before, or where there is none, after. */
function nearest(claims: Claim[], distance: (claim: Claim) => number, reach: number): Claim[] {
  const cost = (claim: Claim) => {
    const away = distance(claim)
    return away <= 0 ? -away : away + reach
  }
  const least = Math.min(...claims.map(cost))
  return claims.filter((claim) => cost(claim) === least)
}

/** Whether a passage holds a company's answer, alone or beside what it answers. */
function isReply({ passage }: ReadPassage): boolean {
  if (passage.section !== 'body' || passage.companies.length === 0) return false
  return (
    passage.stance === 'response' ||
    (passage.stance === 'allegation' && tellsAnswer(passage.text, true))
  )
}

/** The ids of passages, in order. */
export function idsOf(reads: ReadPassage[]): PassageId[] {
  return reads.map(({ passage }) => passage.id)
}

function shares(a: string[], b: string[]): boolean {
  return a.some((one) => b.includes(one))
}
