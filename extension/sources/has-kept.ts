import { KEPT_DB } from './kept-db.ts'
import { listDatabases } from './own-storage.ts'
import { areStoresOpen } from './stores.ts'

/** Whether anything is kept at all; asking creates nothing. */
export async function hasKept(): Promise<boolean> {
  if (areStoresOpen()) return true
  return (await listDatabases()).includes(KEPT_DB)
}
