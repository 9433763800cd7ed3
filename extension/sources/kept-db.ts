import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb'
import { NO_NAMES } from '../../core/packs/own-names.ts'
import { BUNDLED, type CaptureKind, type Pack } from '../../core/packs/pack.ts'
import type { DateValue, DocumentId } from '../../core/source-index.ts'
import { openDatabase } from './own-storage.ts'

/**
 * What the reader has given: packs, documents and their texts. Only this cannot be made anew, so it has a
 * database of its own, which indexing never writes to.
 */
export const KEPT_DB = 'source-context-kept'

/** A pack by a number that is never given twice. */
export type PackRow = Pack & { no: number }
export const BUNDLED_NO = 1

export type DocumentRow = {
  number: number
  /** The pack's number. */
  pack: number
  kind: CaptureKind
  id: DocumentId
  file: string
  sha256: string
  title: string | null
  publisher: string
  author?: string
  published: DateValue
  address: string | null
  captured: number
  added: number
}

export type TextRow = { number: number; text: string }

export type KeptSchema = DBSchema & {
  packs: { key: number; value: PackRow; indexes: { id: string } }
  documents: {
    key: number
    value: DocumentRow
    indexes: {
      pack: [number, number]
      copy: [number, DocumentId]
      id: DocumentId
      file: string
      added: number
    }
  }
  texts: { key: number; value: TextRow }
  meta: { key: string; value: unknown }
}
export type KeptDb = IDBPDatabase<KeptSchema>
type Upgrade = (db: KeptDb, transaction: Transaction) => void
type Transaction = IDBPTransaction<
  KeptSchema,
  ('packs' | 'documents' | 'texts' | 'meta')[],
  'versionchange'
>

/** One step a version, from the first; a step that readers have is never changed. */
const STEPS: Upgrade[] = [
  (db) => {
    const packs = db.createObjectStore('packs', { keyPath: 'no', autoIncrement: true })
    packs.createIndex('id', 'id', { unique: true })
    void packs.add({ no: BUNDLED_NO, id: BUNDLED, name: '', on: true, created: 0, names: NO_NAMES })
    const documents = db.createObjectStore('documents', { keyPath: 'number', autoIncrement: true })
    documents.createIndex('pack', ['pack', 'number'])
    documents.createIndex('copy', ['pack', 'id'], { unique: true })
    documents.createIndex('id', 'id')
    documents.createIndex('file', 'file')
    db.createObjectStore('texts', { keyPath: 'number' })
    db.createObjectStore('meta')
  },
  // What is new is asked for by when it was added.
  (_db, transaction) => {
    transaction.objectStore('documents').createIndex('added', 'added')
  },
]

/**
 * Opens what is kept, and brings older versions up to date. `version` is for tests. Rejects where the
 * browser keeps nothing, and where a newer version of the extension has written it. `closed` is called when
 * the connection ends by itself.
 */
export function openKept(closed?: () => void, version = STEPS.length): Promise<KeptDb> {
  return openDatabase<KeptSchema>(KEPT_DB, version, {
    upgrade: (db, from, to, transaction) => {
      for (const step of STEPS.slice(from, to ?? STEPS.length)) step(db, transaction)
    },
    closed,
  })
}

/** A mark of the last change; indexing is behind while what it has made carries another one. */
export async function readChange(kept: KeptDb): Promise<number> {
  const change = await kept.get('meta', 'change')
  return typeof change === 'number' ? change : 0
}

/** What counts: on, and not waiting to be gone. */
export function isOn({ on, deleted }: Pick<Pack, 'on' | 'deleted'>): boolean {
  return on && deleted === undefined
}
