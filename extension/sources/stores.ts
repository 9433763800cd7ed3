import { openKept, type KeptDb } from './kept-db.ts'
import { openMade, type MadeDb } from './made-db.ts'

export type Stores = { kept: KeptDb; made: MadeDb }

let opening: Promise<Stores> | undefined
let open = false

/** Whether both are there, and open. */
export const areStoresOpen = () => open

/** Both databases, opened once in each context and again when they were closed under it. */
export function openStores(): Promise<Stores> {
  const closed = () => {
    opening = undefined
    open = false
  }
  opening ??= Promise.all([openKept(closed), openMade(closed)])
    .then(([kept, made]) => {
      open = true
      return { kept, made }
    })
    .catch((fault: unknown) => {
      opening = undefined
      throw fault
    })
  return opening
}

/** Lets go of both, so that they can be deleted. */
export async function closeStores(): Promise<void> {
  const stores = await opening?.catch(() => undefined)
  opening = undefined
  open = false
  stores?.kept.close()
  stores?.made.close()
}
