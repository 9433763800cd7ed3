import type { PageDate } from './page-date.ts'
import type { CheckedQuote } from './quote-check.ts'
import type { DateValue, PassageId, Standing } from '../source-index.ts'

/** Which sources the record was made with, so that every offset in it can be checked later. */
export type PackFacts = {
  /** Version of the extension that made the record. */
  extension: string
  schemaVersion: number
  /** Hex digest of the index's bytes. */
  sha256: string
}

export type RecordQuote = {
  relation: 'evidence' | 'reply'
  /** Why it is there; absent for replies. */
  reason?: string
  passage: PassageId
  text: string
  speaker?: string
  standing?: Standing
  via?: string
  document: string
  start: number
  end: number
}

/** Mentions in the same words of the sources: what stands in `quotes` holds for each of its places. */
export type RecordMention = {
  label: string
  kind: 'company' | 'action'
  places: { surface: string; sentence: string }[]
  event?: { id: string; label: string; date?: DateValue; status: string }
  onlyBackground: boolean
  quotes: RecordQuote[]
}

export type RecordDocument = {
  id: string
  title: string
  publisher: string
  published: DateValue
  address: string | null
  file: string
  sha256: string
}

export type RecordCheckedQuote = {
  quotation: string
  verdict: CheckedQuote['verdict']
  source: RecordQuote[]
  namedOnPage?: string
  namedInSource?: string
}

export type RecordFigure = {
  sentence: string
  figure: string
  readings: { value: string; source: RecordQuote[] }[]
}

/** A page's digest as a whole, with everything that is needed to cite it: what an export writes. */
export type DigestRecord = {
  format: 'source-context-digest'
  version: 1
  page: { title: string; address: string; accessed: string; published?: PageDate }
  pack: PackFacts
  mentions: RecordMention[]
  quotations: RecordCheckedQuote[]
  figures: RecordFigure[]
  /** The documents that are quoted anywhere in the record. */
  documents: RecordDocument[]
}
