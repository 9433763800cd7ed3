import type { OwnNames } from './own-names.ts'
import type { DateValue, DocumentId, EventId, PassageId, SourceDocument } from '../source-index.ts'

/** `BUNDLED` for the documents that come with the extension, else a random UUID. */
export type PackId = string

/** The pack that comes with the extension: it can be off, never renamed, deleted or added to. */
export const BUNDLED: PackId = 'bundled'

/** A group of sources that a reader keeps together. */
export type Pack = {
  id: PackId
  /** As the reader calls it; the bundled pack's is empty, and said in the reader's language. */
  name: string
  /** Off: none of its documents and names count anywhere. */
  on: boolean
  /** When it was made, ms since the epoch. */
  created: number
  /** Since when it waits to be gone for good, ms since the epoch; until then it can come back. */
  deleted?: number
  names: OwnNames
}

/** What a document was before it became plain text. */
export type CaptureKind = 'page' | 'text' | 'markdown' | 'html' | 'pdf'

/**
 * A document as a reader adds it: corrected, not yet kept. `text` is what every offset counts in, and
 * is never changed afterwards.
 */
export type NewDocument = {
  kind: CaptureKind
  text: string
  /** `null` where it has no headline. */
  title: string | null
  /** The outlet; without one, who the reader says it is from. Not empty. */
  publisher: string
  author?: string
  published: DateValue
  /** Of a page, without its fragment; `null` where it came from no page. */
  address: string | null
  /** The file's own name, for a file; for a page the library makes one. */
  file?: string
  /** When it was captured, ms since the epoch. */
  captured: number
}

/** How far a kept document is: its passages are there, are to be made, or cannot be made. */
export type KeptState = { name: 'waiting' } | { name: 'ready' } | { name: 'failed'; why: string }

/**
 * A document of the reader's, as it is listed. `document` is as in the index (paragraphs are empty until
 * it is `ready`); its id and those of its passages are made of its file's name and its text.
 */
export type KeptDocument = {
  /** Its number in this browser: never given twice. */
  number: number
  pack: PackId
  kind: CaptureKind
  document: SourceDocument
  author?: string
  captured: number
  /** When it was added here, ms since the epoch. */
  added: number
  state: KeptState
  /** How many passages it has, once it is ready. */
  passages?: number
}

/** What is new since it was last looked at. */
export type Novelty = {
  documents: KeptDocument[]
  events: { id: EventId; passages: PassageId[]; documents: DocumentId[] }[]
}
