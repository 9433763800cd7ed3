import type { IndexLookup } from '../card/card-content.ts'
import type { SourceDocument, Span } from '../source-index.ts'

/** A document, and the stretch of it that is cited. */
export type ReaderPlace = { document: SourceDocument; cited: Span | undefined }

/**
 * Where an address's fragment leads: `PASSAGE`, `DOCUMENT`, or `DOCUMENT:START-END` for any stretch.
 * `undefined` where it names nothing in the index; a stretch outside the document is no stretch.
 */
export function readPlace(lookup: IndexLookup, fragment: string): ReaderPlace | undefined {
  const [id = '', stretch] = fragment.split(':')
  const passage = lookup.passages.get(id)
  const document = lookup.documents.get(passage?.document ?? id)
  if (!document) return undefined
  return { document, cited: passage ?? readStretch(stretch, document) }
}

function readStretch(stretch: string | undefined, document: SourceDocument): Span | undefined {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(stretch ?? '') ?? []
  const span = { start: Number(start), end: Number(end) }
  const last = document.paragraphs.at(-1)?.end ?? 0
  return span.start < span.end && span.end <= last ? span : undefined
}

/** The fragment that leads to a stretch of a document. */
export function placeFragment(document: string, { start, end }: Span): string {
  return `${document}:${start}-${end}`
}
