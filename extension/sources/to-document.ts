import { BUNDLED } from '../../core/packs/pack.ts'
import type { DocumentId, Paragraph, SourceDocument } from '../../core/source-index.ts'
import type { DocumentRow, PackRow } from './kept-db.ts'

/** All documents added up to a moment (ms since the epoch) are known, and some of the later ones. */
export type Seen = { upTo: number; shown: ReadonlySet<DocumentId> }

const ALL_SEEN: Seen = { upTo: Infinity, shown: new Set() }

/** A kept document as it stands in an index; a reader's own names its pack, and whether it is new. */
export function toDocument(
  row: DocumentRow,
  packs: PackRow[],
  paragraphs: Paragraph[],
  seen = ALL_SEEN,
): SourceDocument {
  const { id, file, sha256, title, publisher, published, address, author, captured } = row
  const pack = packs.find(({ no }) => no === row.pack)
  const own = pack !== undefined && pack.id !== BUNDLED
  return {
    id,
    file,
    sha256,
    title,
    publisher,
    published,
    address,
    paragraphs,
    ...(own && { pack: { id: pack.id, name: pack.name }, captured }),
    ...(own && author !== undefined && { author }),
    ...(own && row.added > seen.upTo && !seen.shown.has(id) && { isNew: true }),
  }
}
