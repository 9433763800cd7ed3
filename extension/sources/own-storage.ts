import { wrap, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb'

/**
 * Where the databases of own documents stand. Chromium: in a bucket of their own, whose files go from the
 * disk with it; of a database that is deleted the bytes stay in the origin's files for an unknown time.
 * Firefox has no buckets, and leaves nothing of a deleted database.
 */
type Place = Pick<StorageManager, 'estimate' | 'persist' | 'persisted'> & { indexedDB: IDBFactory }
/** TypeScript does not know them yet. */
type Buckets = {
  open(name: string): Promise<Place>
  keys(): Promise<string[]>
  delete(name: string): Promise<void>
}

const BUCKET = 'own-sources'
const buckets = () => (navigator as { storageBuckets?: Buckets }).storageBuckets

/** Never kept for later: where everything is forgotten, the bucket goes and another may come. */
async function openPlace(): Promise<Place> {
  return (await buckets()?.open(BUCKET)) ?? originPlace()
}

/** The same, but a bucket that is not there yet is not made. */
async function findPlace(): Promise<Place> {
  const named = buckets()
  const isThere = (await named?.keys())?.includes(BUCKET)
  return isThere ? openPlace() : originPlace()
}

function originPlace(): Place {
  const { storage } = navigator
  return {
    indexedDB,
    estimate: () => storage.estimate(),
    persist: () => storage.persist(),
    persisted: () => storage.persisted(),
  }
}

/** Names of the databases that there are; asking creates nothing. */
export async function listDatabases(): Promise<string[]> {
  const all = await (await findPlace()).indexedDB.databases()
  return all.map(({ name = '' }) => name)
}

export type Opening<Schema extends DBSchema> = {
  upgrade(
    db: IDBPDatabase<Schema>,
    from: number,
    to: number | null,
    transaction: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>,
  ): void
  /** Called when the connection ends by itself, or for another that wants to upgrade or to delete. */
  closed?: (() => void) | undefined
}

/** Opens a database, and brings older versions up to date. Rejects as `IDBFactory.open` does. */
export async function openDatabase<Schema extends DBSchema>(
  name: string,
  version: number,
  { upgrade, closed }: Opening<Schema>,
): Promise<IDBPDatabase<Schema>> {
  const place = await openPlace()
  const request = place.indexedDB.open(name, version)
  request.addEventListener('upgradeneeded', ({ oldVersion, newVersion }) => {
    const transaction = wrap(request.transaction as IDBTransaction) as unknown
    upgrade(
      wrap(request.result) as IDBPDatabase<Schema>,
      oldVersion,
      newVersion,
      transaction as IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>,
    )
  })
  const db = (await wrap(request)) as IDBPDatabase<Schema>
  db.addEventListener('versionchange', () => {
    db.close()
    closed?.()
  })
  db.addEventListener('close', () => closed?.())
  return db
}

/** Deletes one database; all connections to it hear of it, and have to end. */
export async function deleteDatabase(name: string): Promise<void> {
  await wrap((await findPlace()).indexedDB.deleteDatabase(name))
}

/** Deletes these databases, which are all, and what they leave on the disk. */
export async function deleteEverything(names: string[]): Promise<void> {
  await Promise.all(names.map(deleteDatabase))
  await buckets()?.delete(BUCKET)
}

/** Bytes used and to be had (`quota`), and whether the browser may clear them by itself. */
export async function estimateStorage(): Promise<StorageEstimate & { persisted: boolean }> {
  const place = await findPlace()
  const [estimate, persisted] = await Promise.all([place.estimate(), place.persisted()])
  return { ...estimate, persisted }
}

/** Asks the browser to keep all of it when the disk gets full; answers whether it will. */
export async function persist(): Promise<boolean> {
  return (await openPlace()).persist()
}
