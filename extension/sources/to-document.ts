import { BUNDLED } from '../../core/packs/pack.ts'
import type { Paragraph, SourceDocument } from '../../core/source-index.ts'
import type { DocumentRow, PackRow } from './kept-db.ts'

/**
 * A kept document as it stands in an index; a reader's own names its pack. `seen`: what was added later is
 * new, in ms since the epoch.
 */
export function toDocument(
  row: DocumentRow,
  packs: PackRow[],
  paragraphs: Paragraph[],
  seen = Infinity,
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
    ...(own && row.added > seen && { isNew: true }),
  }
}
