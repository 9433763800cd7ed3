import { deleteDB } from 'idb'
import { KEPT_DB } from './kept-db.ts'
import { MADE_DB } from './made-db.ts'
import { closeStores } from './stores.ts'

/**
 * Deletes packs, documents, texts, what was made of them and what was seen. Other contexts hear that the
 * databases go, and let go of them.
 */
export async function forgetEverything(): Promise<void> {
  await closeStores()
  await Promise.all([deleteDB(KEPT_DB), deleteDB(MADE_DB)])
}
