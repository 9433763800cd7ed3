import type { KeptDb } from '../../extension/sources/kept-db.ts'
import { MADE_STORES, type MadeDb } from '../../extension/sources/made-db.ts'
import type { Reading } from './knowledge-for.ts'
import type { MadeWriting } from './write-documents.ts'

/** Documents that are written in one go; together they fill a segment. */
export const BATCH = 64
/** With more documents than this, all events are made at the end: region by region takes longer. */
export const MANY = 256

export type Progress = { done: number; all: number }

/** One pass over what lies between the two stores. `many`: events wait for the end. */
export type Run = {
  kept: KeptDb
  made: MadeDb
  reading: Reading
  on: Set<number>
  many: boolean
  tell: (progress: Progress) => void
} & Progress

export async function advance(run: Run, count: number): Promise<void> {
  run.done += count
  const progress = { done: run.done, all: run.all }
  await run.made.put('meta', progress, 'run')
  run.tell(progress)
}

/** One step, written whole or not at all. */
export async function write(
  made: MadeDb,
  work: (writing: MadeWriting) => Promise<void>,
): Promise<void> {
  const writing = made.transaction(MADE_STORES, 'readwrite')
  try {
    await work(writing)
  } catch (fault) {
    // What was half written must not stay.
    writing.abort()
    await writing.done.catch(() => undefined)
    throw fault
  }
  await writing.done
}

export function chunks<Item>(items: Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, at) =>
    items.slice(at * BATCH, (at + 1) * BATCH),
  )
}
