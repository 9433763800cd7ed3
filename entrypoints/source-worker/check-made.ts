import { MADE_STORES, type MadeDb } from '../../extension/sources/made-db.ts'

/**
 * Whether what was made is whole: each step is written whole or not at all, so that only a damaged store
 * can hold other numbers of rows than its list of documents says.
 */
export async function isWhole(made: MadeDb): Promise<boolean> {
  if (MADE_STORES.some((name) => !made.objectStoreNames.contains(name))) return false
  const reading = made.transaction(['done', 'passages', 'outlines'])
  const [done, passages, outlines] = await Promise.all([
    reading.objectStore('done').getAll(),
    reading.objectStore('passages').count(),
    reading.objectStore('outlines').count(),
  ])
  const read = done.filter((row) => row.copyOf === undefined && row.failed === undefined)
  return outlines === read.length && passages === done.reduce((sum, row) => sum + row.passages, 0)
}
