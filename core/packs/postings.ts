import type { EntityId } from '../source-index.ts'

/**
 * Where a passage stands among all documents, as one number: the document's number and the passage's
 * place in it. Postings hold places of one segment, a run of documents: its number, then the places
 * without it. A document that is added changes one short list a term.
 */
export type Place = number
export type Postings = Uint32Array<ArrayBuffer>

/**
 * Documents in one segment: 512, so that a place in it takes 25 bits, ten thousand documents have twenty
 * lists a term at most, and one more document changes lists of some kilobytes.
 */
const SEGMENT_BITS = 9
/** Passages that a document may have; what comes behind is not found. */
const PASSAGE_BITS = 16
export const MOST_PASSAGES = 2 ** PASSAGE_BITS
const CODES = 2 ** (SEGMENT_BITS + PASSAGE_BITS)

export function placeOf(document: number, at: number): Place {
  return document * MOST_PASSAGES + at
}

/** The number of the document that a place is in. */
export function documentAt(place: Place): number {
  return Math.floor(place / MOST_PASSAGES)
}

export function segmentOf(document: number): number {
  return document >> SEGMENT_BITS
}

/** A place without its segment. */
export function codeOf(place: Place): number {
  return place % CODES
}

/** The places that one list of postings holds. */
export function placesIn(list: Postings): Place[] {
  const [segment = 0] = list
  return Array.from(list.subarray(1), (code) => segment * CODES + code)
}

/** A list with some more codes; a new one where there was none. */
export function withCodes(list: Postings | undefined, segment: number, codes: number[]): Postings {
  const old = list ?? Uint32Array.of(segment)
  const next = new Uint32Array(old.length + codes.length)
  next.set(old)
  next.set(codes, old.length)
  return next
}

/** A list without some codes; `undefined` where none is left. */
export function withoutCodes(list: Postings, codes: number[]): Postings | undefined {
  const gone = new Set(codes)
  const next = list.filter((code, at) => at === 0 || !gone.has(code))
  return next.length > 1 ? next : undefined
}

/** Terms that stand for entities: passages that name one, documents that name one. */
export const namedIn = (id: EntityId) => `@${id}`
export const documentsNaming = (id: EntityId) => `#${id}`

/** Whether a term is a word that a reader may type: no concept and no entity. */
export function isWord(term: string): boolean {
  return !/^[*@#%]/.test(term)
}
