import { briefEvent } from '../../core/packs/brief-event.ts'
import { isCounted } from '../../core/packs/event-keys.ts'
import { EVENTS, type EventRow, type TellingRow } from '../../extension/sources/made-db.ts'
import type { MadeWriting } from './write-documents.ts'

/** An event as it is to stand: `keys` find it. */
export type Telling = { row: TellingRow; keys: string[] }

/**
 * Puts events in the place of others; those that stay as they were are not written: writing is what
 * one more document costs. Counts of keys follow.
 */
export async function replaceEvents(
  writing: MadeWriting,
  before: TellingRow[],
  after: Telling[],
): Promise<void> {
  const old = new Map(before.map((row) => [row.id, row]))
  const kept = new Set(after.map(({ row }) => row.id))
  const changed = after.filter(({ row }) => !isEqual(old.get(row.id), row))
  const gone = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
  const counts = new Map<string, number>()
  await countKeys(writing, counts, [...gone, ...changed.map(({ row }) => row.id)], -1)
  const tellings = writing.objectStore('tellings')
  const events = writing.objectStore('events')
  for (const { keys } of changed) for (const key of keys) count(counts, key, 1)
  await Promise.all([
    ...gone.flatMap((id) => [tellings.delete(id), events.delete(id)]),
    ...changed.flatMap(({ row, keys }) => [tellings.put(row), events.put(toBrief(row, keys))]),
    writeCounts(writing, counts),
  ])
}

function toBrief(row: TellingRow, keys: string[]): EventRow {
  const event = briefEvent(row.event)
  const placed = (ids: string[], all: string[], places: number[]) => {
    const at = new Map(all.map((id, index) => [id, places[index] ?? -1]))
    return ids.map((id) => at.get(id) ?? -1)
  }
  return {
    event,
    told: row.numbers.length,
    whole: event.passages.length === row.event.passages.length,
    places: placed(event.passages, row.event.passages, row.places),
    replies: placed(event.replies, row.event.replies, row.replies),
    keys,
  }
}

function isEqual(a: TellingRow | undefined, b: TellingRow): boolean {
  return a !== undefined && JSON.stringify(sortKeys(a)) === JSON.stringify(sortKeys(b))
}

/** In the order in which both were written here; only the outermost fields may differ in theirs. */
function sortKeys(row: TellingRow): [string, unknown][] {
  return Object.entries(row).toSorted(([a], [b]) => Number(a > b) - Number(a < b))
}

async function countKeys(
  writing: MadeWriting,
  counts: Map<string, number>,
  ids: string[],
  by: 1 | -1,
): Promise<void> {
  const events = writing.objectStore('events')
  const rows = await Promise.all(ids.map((id) => events.get(id)))
  for (const row of rows) for (const key of row?.keys ?? []) count(counts, key, by)
}

function count(counts: Map<string, number>, key: string, by: 1 | -1): void {
  if (isCounted(key)) counts.set(key, (counts.get(key) ?? 0) + by)
}

async function writeCounts(writing: MadeWriting, counts: Map<string, number>): Promise<void> {
  const store = writing.objectStore('terms')
  await Promise.all(
    [...counts].map(async ([key, by]) => {
      if (by === 0) return
      const next = ((await store.get([EVENTS, key])) ?? 0) + by
      if (next > 0) await store.put(next, [EVENTS, key])
      else await store.delete([EVENTS, key])
    }),
  )
}
