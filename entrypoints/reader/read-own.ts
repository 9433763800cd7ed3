import { createLookup, type IndexLookup } from '../../core/card/card-content.ts'
import { readPlace, type ReaderPlace } from '../../core/digest/reader-place.ts'
import type { SeedText } from '../../extension/open-reader.ts'
import { hashText } from '../../extension/sources/hash-text.ts'
import { openLibrary } from '../../extension/sources/open-library.ts'

type Own = { lookup: IndexLookup; seed: SeedText } & ReaderPlace

/** The document of the reader's own that an address's fragment leads to; `undefined` for none. */
export async function readOwn(fragment: string): Promise<Own | undefined> {
  const library = openLibrary()
  const source = await library.source()
  const [id = ''] = fragment.split(':')
  const passages = await source.passages([id])
  const documentId = passages[0]?.document ?? id
  const [document] = await source.documents([documentId])
  const text = await source.text(documentId)
  if (!document || text === undefined) return undefined
  const lookup = createLookup({
    schemaVersion: 1,
    documents: [document],
    entities: [],
    passages,
    events: [],
  })
  const place = readPlace(lookup, fragment)
  return place && { lookup, seed: { text, sha256: await hashText(text) }, ...place }
}
