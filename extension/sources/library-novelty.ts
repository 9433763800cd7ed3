import { browser } from 'wxt/browser'
import type { Novelty } from '../../core/packs/pack.ts'
import type { DocumentId } from '../../core/source-index.ts'
import { isOn } from './kept-db.ts'
import { hasKept } from './has-kept.ts'
import { withStates } from './library-state.ts'
import type { TellingRow } from './made-db.ts'
import { openStores } from './stores.ts'
import type { Seen } from './to-document.ts'

let held: Seen | undefined

/** What the reader has looked at: all up to a moment, and what cards have shown of later ones since. */
export async function readSeen(): Promise<Seen> {
  if (held !== undefined) return held
  if (!(await hasKept())) return { upTo: 0, shown: new Set() }
  const { kept } = await openStores()
  const [seen, shown] = await Promise.all([kept.get('meta', 'seen'), kept.get('meta', 'shown')])
  return {
    upTo: typeof seen === 'number' ? seen : 0,
    shown: new Set(Array.isArray(shown) ? (shown as DocumentId[]) : []),
  }
}

/** The digest, or the list of what is new, was looked at. Where nothing is kept nothing is new. */
export async function markSeen(): Promise<void> {
  if (!(await hasKept())) return
  const { kept } = await openStores()
  const writing = kept.transaction('meta', 'readwrite')
  await Promise.all([writing.store.put(Date.now(), 'seen'), writing.store.delete('shown')])
  await writing.done
}

/** A card has shown what is new in some documents: what else is new stays so. */
export async function markShown(documents: DocumentId[]): Promise<void> {
  if (!(await hasKept())) return
  const { kept } = await openStores()
  const writing = kept.transaction('meta', 'readwrite')
  const before = (await writing.store.get('shown')) as DocumentId[] | undefined
  await writing.store.put([...new Set([...(before ?? []), ...documents])], 'shown')
  await writing.done
}

/**
 * Counts as looking, and keeps what is new now new for this context until it is closed: a digest that
 * stays open goes on marking it. Answers since when it is new.
 */
export async function holdNew(): Promise<Seen> {
  held ??= await readSeen()
  if (!browser.extension.inIncognitoContext) await markSeen()
  return held
}

/** What was added after a moment: what was not looked at yet, where none is given. */
export async function readNew(after?: number): Promise<Novelty> {
  if (!(await hasKept())) return { documents: [], events: [] }
  const { kept, made } = await openStores()
  const { upTo, shown } = after === undefined ? await readSeen() : { upTo: after, shown: NONE }
  const since = IDBKeyRange.lowerBound(upTo, true)
  const packs = await kept.getAll('packs')
  const on = new Set(packs.filter(isOn).map(({ no }) => no))
  const rows = (await kept.getAllFromIndex('documents', 'added', since)).filter(
    ({ pack, id }) => on.has(pack) && !shown.has(id),
  )
  const index = made.transaction('tellings').store.index('numbers')
  const found = await Promise.all(rows.map(({ number }) => index.getAll(number)))
  const events = [...new Map(found.flat().map((row) => [row.event.id, row])).values()]
  const ids = new Map(rows.map(({ number, id }) => [number, id]))
  return {
    documents: (await withStates(rows, packs)).toReversed(),
    events: events.map((row) => describe(row, ids)),
  }
}

const NONE: ReadonlySet<DocumentId> = new Set()

function describe(
  { event, numbers }: TellingRow,
  ids: Map<number, string>,
): Novelty['events'][number] {
  return {
    id: event.id,
    passages: event.passages,
    documents: numbers.flatMap((number) => ids.get(number) ?? []),
  }
}
