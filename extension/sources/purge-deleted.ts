import type { KeptDb } from './kept-db.ts'

/** So long a deleted pack can come back, in ms: an hour. */
export const UNDO_MS = 3_600_000

/** Lets go of packs that were deleted long ago, with all their documents; answers whether there were any. */
export async function purgeDeleted(kept: KeptDb, now = Date.now()): Promise<boolean> {
  const packs = await kept.getAll('packs')
  const gone = packs.filter(({ deleted }) => deleted !== undefined && now - deleted >= UNDO_MS)
  if (gone.length === 0) return false
  const writing = kept.transaction(['packs', 'documents', 'texts'], 'readwrite')
  const documents = writing.objectStore('documents')
  for (const { no } of gone) {
    const range = IDBKeyRange.bound([no], [no, []])
    for (const number of await documents.index('pack').getAllKeys(range)) {
      void documents.delete(number)
      void writing.objectStore('texts').delete(number)
    }
    void writing.objectStore('packs').delete(no)
  }
  await writing.done
  return true
}
