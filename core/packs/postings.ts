import type { EntityId } from '../source-index.ts'

/**
 * Where a passage stands among all documents, as one number: the document's number and the passage's
 * place in it. Postings hold places of one segment, a run of documents, without the segment: a document
 * that is added changes one short list a term.
 */
export type Place = number

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

export function placeFrom(segment: number, code: number): Place {
  return segment * CODES + code
}

/** Terms that stand for entities: passages that name one, documents that name one. */
export const namedIn = (id: EntityId) => `@${id}`
export const documentsNaming = (id: EntityId) => `#${id}`

/** Whether a term is a word that a reader may type: no concept and no entity. */
export function isWord(term: string): boolean {
  return !/^[*@#%]/.test(term)
}
