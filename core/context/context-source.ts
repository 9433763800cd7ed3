import type { Context, ContextQuery } from './context.ts'
import type { SearchFilter, SearchHit } from '../digest/search.ts'
import type {
  DocumentId,
  EventId,
  Passage,
  PassageId,
  SourceDocument,
  SourceEvent,
  SourceIndex,
} from '../source-index.ts'

/**
 * Where contexts come from, however many documents there are and wherever they are kept. All answers
 * are copies that stay as they are. A question about ids that are not there is answered without them; a
 * call rejects only where the source cannot be read, with a sentence that can be shown.
 */
export type ContextSource = {
  /** What the sources hold in all. */
  totals(): Promise<SourceTotals>
  /** What the sources hold for one mention, with all that it takes to show it. */
  find(query: ContextQuery): Promise<FoundContext>
  /**
   * What the sources hold for many questions together, as an index small enough to have in memory:
   * passages, their neighbours, documents and events. The digest of a page works on it.
   */
  gather(queries: ContextQuery[]): Promise<SourceSlice>
  /** All documents, or those of the given ids, in the order asked for. */
  documents(ids?: DocumentId[]): Promise<SourceDocument[]>
  passages(ids: PassageId[]): Promise<Passage[]>
  /** The events that the passages are evidence of. */
  events(passages: PassageId[]): Promise<SourceEvent[]>
  /** Passages that have all words, best first; misspelt words find what they are close to. */
  search(words: string, filter?: SearchFilter): Promise<SearchHit[]>
  /** A document's text as captured; `undefined` where the source does not hold the document. */
  text(document: DocumentId): Promise<string | undefined>
}

/** What a source holds in all. */
export type SourceTotals = { documents: number; passages: number; events: number }

/**
 * A part of the sources, and what is known of the whole: a card says how many documents there are, and
 * how rare a word is, of all and not of the part. Without counts the part is the whole.
 */
export type SourceSlice = { index: SourceIndex; whole: WholeCounts | undefined }

/** Counts over the whole of the sources, for what a part of them is asked. */
export type WholeCounts = {
  documents: number
  passages: number
  /** Day of the first and of the last publication, as `DateValue` values; empty without documents. */
  from: string
  to: string
  /** Mean number of terms in a passage. */
  meanLength: number
  /** In how many passages each term stands, for the terms of the questions. */
  frequency: Record<string, number>
  /** How many documents, and how many passages, name each company and agency or a part of it. */
  naming: Record<string, { documents: number; passages: number }>
  /** How many events the sources record of each agency that is asked about, parts counted as the whole. */
  acting: Record<string, number>
  /** How many events the sources date to each year that is asked about. */
  years: Record<number, number>
  /** Of events that many documents tell: in how many, where the slice does not hold all of them. */
  told: Record<EventId, number>
}

export type FoundContext = { context: Context; slice: SourceSlice }
