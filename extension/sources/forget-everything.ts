import { KEPT_DB } from './kept-db.ts'
import { MADE_DB } from './made-db.ts'
import { deleteEverything } from './own-storage.ts'
import { closeStores } from './stores.ts'

/**
 * Deletes packs, documents, texts, what was made of them and what was seen. Other contexts hear that the
 * databases go, and let go of them.
 */
export async function forgetEverything(): Promise<void> {
  await closeStores()
  await deleteEverything([KEPT_DB, MADE_DB])
}
