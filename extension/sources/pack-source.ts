import { createLookup } from '../../core/card/card-content.ts'
import type { ContextSource } from '../../core/context/context-source.ts'
import { createContextFinder } from '../../core/context/context.ts'
import { createSearch, type SearchFilter } from '../../core/digest/search.ts'
import { MOST_PASSAGES, placeOf, documentAt, type Place } from '../../core/packs/postings.ts'
import type { SourceDocument } from '../../core/source-index.ts'
import { readTotals } from './count-whole.ts'
import { gatherSlice, type Open } from './gather-slice.ts'
import type { PassageRow } from './made-db.ts'
import { searchPlaces } from './search-places.ts'
import { toDocument } from './to-document.ts'

/** Passages listed where only a filter is set. */
const MOST_LISTED = 200

/** The packs that are on, as they are kept in this browser; nothing is held in memory between questions. */
export function createPackSource(open: () => Promise<Open>): ContextSource {
  return {
    totals: async () => {
      const { made, packs } = await open()
      const { documents, passages } = await readTotals(
        made,
        packs.map(({ no }) => no),
      )
      return { documents, passages, events: await made.count('events') }
    },
    find: async (query) => {
      const opened = await open()
      const slice = await gatherSlice(opened, [query])
      const finder = createContextFinder(slice.index, slice.whole, opened)
      return { context: finder.find(query), slice }
    },
    gather: async (queries) => gatherSlice(await open(), queries),
    documents: async (ids) => listDocuments(await open(), ids),
    passages: async (ids) => {
      const rows = await passagesById(await open(), ids)
      return rows.map(({ passage }) => passage)
    },
    events: async (passages) => {
      const { made } = await open()
      const rows = await passagesById(await open(), passages)
      const index = made.transaction('tellings').store.index('places')
      const found = await Promise.all(rows.map(({ place }) => index.getAll(place)))
      return [...new Map(found.flat().map(({ event }) => [event.id, event])).values()]
    },
    search: async (words, filter = {}) => search(await open(), words, filter),
    text: async (document) => {
      const { kept, packs } = await open()
      const on = new Set(packs.map(({ no }) => no))
      const rows = await kept.getAllFromIndex('documents', 'id', document)
      const row = rows.find(({ pack }) => on.has(pack))
      return row && (await kept.get('texts', row.number))?.text
    },
  }
}

async function listDocuments(open: Open, ids?: string[]): Promise<SourceDocument[]> {
  const { kept, made, packs } = open
  const on = new Set(packs.map(({ no }) => no))
  const found = ids
    ? await Promise.all(ids.map((id) => kept.getAllFromIndex('documents', 'id', id)))
    : [await kept.getAll('documents')]
  const rows = found.flatMap((copies) => {
    const counting = copies.filter(({ pack }) => on.has(pack))
    return ids
      ? counting.slice(0, 1)
      : [...new Map(counting.toReversed().map((row) => [row.id, row])).values()].toReversed()
  })
  const outlines = made.transaction('outlines').store
  return Promise.all(
    rows.map(async (row) =>
      toDocument(row, packs, (await outlines.get(row.number))?.paragraphs ?? []),
    ),
  )
}

/** Rows of passages whose packs are on, in the order asked for. */
async function passagesById({ kept, made, packs }: Open, ids: string[]): Promise<PassageRow[]> {
  const index = made.transaction('passages').store.index('id')
  const rows = (await Promise.all(ids.map((id) => index.get(id)))).flatMap((row) => row ?? [])
  const documents = kept.transaction('documents').store
  const owners = await Promise.all(rows.map(({ place }) => documents.get(documentAt(place))))
  const on = new Set(packs.map(({ no }) => no))
  return rows.filter((_, at) => on.has(owners[at]?.pack ?? 0))
}

async function search(open: Open, words: string, filter: SearchFilter) {
  const places = await candidates(open, words, filter)
  const store = open.made.transaction('passages').store
  const rows = (await Promise.all(places.map((place) => store.get(place)))).flatMap(
    (row) => row ?? [],
  )
  const numbers = [...new Set(rows.map(({ place }) => documentAt(place)))]
  const kept = open.kept.transaction('documents').store
  const documents = await Promise.all(numbers.map((number) => kept.get(number)))
  const lookup = createLookup({
    schemaVersion: 1,
    documents: documents.flatMap((row) => (row ? toDocument(row, open.packs, [], open.seen) : [])),
    entities: open.entities,
    passages: rows.map(({ passage }) => passage),
    events: [],
  })
  return createSearch(lookup)(words, filter)
}

async function candidates(open: Open, words: string, filter: SearchFilter): Promise<Place[]> {
  const { made, kept, packs } = open
  const nos = packs.map(({ no }) => no)
  if (filter.document !== undefined) {
    const [row] = await kept.getAllFromIndex('documents', 'id', filter.document)
    if (!row) return []
    const range = IDBKeyRange.bound(placeOf(row.number, 0), placeOf(row.number, MOST_PASSAGES - 1))
    return made.getAllKeys('passages', range)
  }
  const found = await searchPlaces(made, nos, words, filter)
  if (found.length > 0 || words.trim() !== '' || filter.action === undefined) return found
  const events = await made.getAll('events', undefined, MOST_LISTED)
  return events.filter(({ event }) => event.action === filter.action).flatMap((row) => row.places)
}
