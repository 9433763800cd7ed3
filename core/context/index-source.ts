import { createLookup } from '../card/card-content.ts'
import { createSearch } from '../digest/search.ts'
import type { DocumentId, SourceIndex } from '../source-index.ts'
import type { ContextSource } from './context-source.ts'
import { createContextFinder } from './context.ts'

/** An index that is in memory as a whole. `readText`: a document's text as captured. */
export function createIndexSource(
  index: SourceIndex,
  readText: (document: DocumentId) => Promise<string | undefined>,
): ContextSource {
  const finder = createContextFinder(index)
  const lookup = createLookup(index)
  const search = createSearch(lookup)
  const slice = { index, whole: undefined }
  const listed = <Item>(ids: string[], items: ReadonlyMap<string, Item>) =>
    ids.flatMap((id) => items.get(id) ?? [])
  return {
    totals: async () => ({
      documents: index.documents.length,
      passages: index.passages.length,
      events: index.events.length,
    }),
    find: async (query) => ({ context: finder.find(query), slice }),
    gather: async () => slice,
    documents: async (ids) => (ids ? listed(ids, lookup.documents) : index.documents),
    passages: async (ids) => listed(ids, lookup.passages),
    events: async (passages) => {
      const asked = new Set(passages)
      return index.events.filter((event) => event.passages.some((id) => asked.has(id)))
    },
    search: async (words, filter) => search(words, filter),
    text: async (document) => (lookup.documents.has(document) ? readText(document) : undefined),
  }
}
