import { KEPT_DB } from './kept-db.ts'

/** Whether anything is kept at all; asking creates nothing. */
export async function hasKept(): Promise<boolean> {
  const all = await indexedDB.databases()
  return all.some(({ name }) => name === KEPT_DB)
}
