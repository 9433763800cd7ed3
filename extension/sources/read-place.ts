import { createLookup, type IndexLookup } from '../../core/card/card-content.ts'
import { readPlace, type ReaderPlace } from '../../core/digest/reader-place.ts'
import { loadIndex } from '../bundled-index.ts'
import { readSeed, type SeedText } from '../open-reader.ts'
import { hasKept } from './has-kept.ts'
import { hashText } from './hash-text.ts'
import { openStores } from './stores.ts'
import { toDocument } from './to-document.ts'

/** A document that is open, with its text as captured. */
export type OpenPlace = ReaderPlace & { lookup: IndexLookup; seed: SeedText }

/**
 * The document and the stretch that an address's fragment names, bundled or kept here, whether its pack is
 * on or off: a citation is checked where it leads. Without `place` nothing has that name.
 */
export async function openPlace(
  fragment: string,
): Promise<OpenPlace | { lookup: IndexLookup; place: undefined }> {
  const lookup = createLookup(await loadIndex())
  const place = readPlace(lookup, fragment)
  if (place) return { lookup, ...place, seed: await readSeed(place.document.file) }
  return (await openKeptPlace(fragment, lookup)) ?? { lookup, place: undefined }
}

async function openKeptPlace(
  fragment: string,
  bundled: IndexLookup,
): Promise<OpenPlace | undefined> {
  if (!(await hasKept())) return undefined
  const { kept, made } = await openStores()
  const [id = ''] = fragment.split(':')
  const passage = (await made.getFromIndex('passages', 'id', id))?.passage
  const row = await kept.getFromIndex('documents', 'id', passage?.document ?? id)
  const text = row && (await kept.get('texts', row.number))?.text
  if (!row || text === undefined) return undefined
  const done = await made.get('done', row.number)
  const outline = await made.get('outlines', done?.copyOf ?? row.number)
  const document = toDocument(row, await kept.getAll('packs'), outline?.paragraphs ?? [])
  const lookup = createLookup({
    ...bundled.index,
    documents: [document],
    passages: passage ? [passage] : [],
    events: [],
  })
  const place = readPlace(lookup, fragment)
  return place && { lookup, ...place, seed: { text, sha256: await hashText(text) } }
}
