import { KEPT_DB } from './kept-db.ts'
import { areStoresOpen } from './stores.ts'

/** Whether anything is kept at all; asking creates nothing. */
export async function hasKept(): Promise<boolean> {
  if (areStoresOpen()) return true
  const all = await indexedDB.databases()
  return all.some(({ name }) => name === KEPT_DB)
}
