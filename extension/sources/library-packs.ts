import type { StoreNames } from 'idb'
import type { IDBPTransaction } from 'idb'
import { NO_NAMES } from '../../core/packs/own-names.ts'
import { BUNDLED, type Pack, type PackId } from '../../core/packs/pack.ts'
import { say } from '../../core/words.ts'
import type { KeptSchema, PackRow } from './kept-db.ts'
import { openStores } from './stores.ts'

export type KeptWriting = IDBPTransaction<KeptSchema, StoreNames<KeptSchema>[], 'readwrite'>

/** Names are kept to this length, in characters. */
const LONGEST = 80

/**
 * Runs one change of what is kept, whole or not at all, and marks that something has changed. Rejects
 * with a sentence where the browser refuses to keep it.
 */
export async function writeKept<Answer>(
  work: (writing: KeptWriting) => Promise<Answer>,
): Promise<Answer> {
  const { kept } = await openStores().catch((fault: unknown) => {
    throw new Error(say('library_notKept'), { cause: fault })
  })
  const writing = kept.transaction(['packs', 'documents', 'texts', 'meta'], 'readwrite')
  try {
    const answer = await work(writing)
    const meta = writing.objectStore('meta')
    await meta.put((((await meta.get('change')) as number | undefined) ?? 0) + 1, 'change')
    await writing.done
    return answer
  } catch (fault) {
    // Where the transaction has failed by itself there is nothing left to abort.
    if (writing.error === null) abort(writing)
    await writing.done.catch(() => undefined)
    const isFull = [fault, writing.error].some(
      (it) => it instanceof DOMException && it.name === 'QuotaExceededError',
    )
    throw isFull ? new Error(say('library_full'), { cause: fault }) : fault
  }
}

function abort(writing: KeptWriting): void {
  try {
    writing.abort()
  } catch {
    // It was over already.
  }
}

export async function createPack(name: string): Promise<PackId> {
  return writeKept(async (writing) => (await addPack(writing, name)).id)
}

/** Adds a pack inside a larger change. */
export async function addPack(writing: KeptWriting, name: string): Promise<PackRow> {
  const pack: Pack = {
    id: crypto.randomUUID(),
    name: tidyName(name),
    on: true,
    created: Date.now(),
    names: NO_NAMES,
  }
  // The browser gives the number.
  const no = await writing.objectStore('packs').add(pack as PackRow)
  return { ...pack, no }
}

/** The bundled pack can only be switched. */
export async function changePack(
  id: PackId,
  change: { [Key in 'name' | 'on' | 'deleted' | 'names']?: Pack[Key] | undefined },
): Promise<void> {
  if (id === BUNDLED && Object.keys(change).join() !== 'on')
    throw new Error(say('library_bundledStays'))
  await writeKept(async (writing) => {
    const row = await findPack(writing, id)
    const { deleted, ...rest } = { ...row, ...change }
    const name = change.name === undefined ? row.name : tidyName(change.name)
    await writing
      .objectStore('packs')
      .put({ ...(rest as PackRow), name, ...(deleted !== undefined && { deleted }) })
  })
}

/** The row of a pack; rejects where it is gone. */
export async function findPack(writing: KeptWriting, id: PackId): Promise<PackRow> {
  const row = await writing.objectStore('packs').index('id').get(id)
  if (!row) throw new Error(say('library_packGone'))
  return row
}

function tidyName(name: string): string {
  return name.trim().replace(/\s+/g, ' ').slice(0, LONGEST) || say('library_unnamed')
}
