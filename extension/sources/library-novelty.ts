import { browser } from 'wxt/browser'
import type { Novelty } from '../../core/packs/pack.ts'
import { isOn } from './kept-db.ts'
import { hasKept } from './has-kept.ts'
import { withStates } from './library-state.ts'
import type { TellingRow } from './made-db.ts'
import { openStores } from './stores.ts'

let held: number | undefined

/** When a card or the digest was last opened, ms since the epoch; 0 before. */
export async function lastSeen(): Promise<number> {
  if (held !== undefined) return held
  if (!(await hasKept())) return 0
  const { kept } = await openStores()
  const seen = await kept.get('meta', 'seen')
  return typeof seen === 'number' ? seen : 0
}

/** A card or the digest was opened. Where nothing is kept there is nothing to be new. */
export async function markSeen(): Promise<void> {
  if (!(await hasKept())) return
  const { kept } = await openStores()
  await kept.put('meta', Date.now(), 'seen')
}

/**
 * Counts as looking, and keeps what is new now new for this context until it is closed: a digest that
 * stays open goes on marking it. Answers since when it is new.
 */
export async function holdNew(): Promise<number> {
  held ??= await lastSeen()
  if (!browser.extension.inIncognitoContext) await markSeen()
  return held
}

/** What was added after a moment: after the last look, where none is given. */
export async function readNew(after?: number): Promise<Novelty> {
  if (!(await hasKept())) return { documents: [], events: [] }
  const { kept, made } = await openStores()
  const since = IDBKeyRange.lowerBound(after ?? (await lastSeen()), true)
  const packs = await kept.getAll('packs')
  const on = new Set(packs.filter(isOn).map(({ no }) => no))
  const rows = (await kept.getAllFromIndex('documents', 'added', since)).filter(({ pack }) =>
    on.has(pack),
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
