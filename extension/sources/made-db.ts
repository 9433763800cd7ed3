import type { DBSchema, IDBPDatabase } from 'idb'
import type { Place, Postings } from '../../core/packs/postings.ts'
import type { EntityId, Paragraph, Passage, SourceEvent } from '../../core/source-index.ts'
import { deleteDatabase, openDatabase } from './own-storage.ts'

/**
 * What is made of the kept documents: passages, events, and the lists by which they are found. It is
 * written by the indexing worker alone, and can be thrown away at any time: what `done` lacks is made anew.
 */
export const MADE_DB = 'source-context-made'

/** Another number throws away what an earlier extension has made. */
const VERSION = 2

/** One kept document that is dealt with. */
export type DoneRow = {
  number: number
  pack: number
  /** Its claims stand in events. */
  on: boolean
  /** Under which rules and names it was read. */
  rules: string
  passages: number
  /** Terms in all its passages. */
  length: number
  /** Day of publication; absent for a document that counts for nothing. */
  published?: string
  /** Another pack's document with the same text, file and name: that one counts. */
  copyOf?: number
  /** Why nothing could be made of it. */
  failed?: string
}

export type PassageRow = {
  place: Place
  passage: Passage
  /** Number of terms. */
  length: number
  paragraph?: Paragraph
}

/** `heading`: title and outlet, by which a document is found as a whole. */
export type OutlineRow = { number: number; paragraphs: Paragraph[]; heading: string }

/**
 * What a card needs of an event, small however often the event is told: `event` with its clearest
 * evidence only (`core/packs/brief-event.ts`).
 */
export type EventRow = {
  event: SourceEvent
  /** How many documents tell it. */
  told: number
  /** `event` holds all of its evidence. */
  whole: boolean
  /** Where its passages and replies stand, in their order. */
  places: Place[]
  replies: Place[]
  keys: string[]
}

/** An event with all of its evidence, and what it was made of; `ways` is the worker's own. */
export type TellingRow = {
  id: string
  event: SourceEvent
  /** A document's number, and which of its claims of this sort. */
  claims: [document: number, claim: number][]
  /** Each way of telling it, once. */
  ways: unknown[]
  sort: string
  numbers: number[]
  places: Place[]
  replies: Place[]
  shelves: string[]
}

/** `told` and `read` are the worker's own; nobody else looks inside. */
export type ClaimsRow = { number: number; sort: string; pack: number; told: unknown }
export type DenialRow = { place: Place; number: number; pack: number; month: string; read: unknown }
export type OwnershipRow = { company: EntityId; number: number; reading: unknown }

export type MadeSchema = DBSchema & {
  done: {
    key: number
    value: DoneRow
    indexes: { published: [number, string]; pack: number; copyOf: number; failed: string }
  }
  outlines: { key: number; value: OutlineRow }
  passages: { key: Place; value: PassageRow; indexes: { id: string } }
  /** In how many passages of a pack a term stands; how many events have a key, in no pack (`EVENTS`). */
  terms: { key: [number, string]; value: number }
  postings: { key: [number, string, number]; value: Postings }
  claims: { key: [number, string]; value: ClaimsRow; indexes: { sort: string } }
  denials: { key: Place; value: DenialRow; indexes: { month: string } }
  ownership: { key: number; value: OwnershipRow; indexes: { company: string; number: number } }
  events: { key: string; value: EventRow; indexes: { keys: string } }
  tellings: {
    key: string
    value: TellingRow
    indexes: { numbers: number; shelves: string; places: Place; sort: string }
  }
  meta: { key: string; value: unknown }
}
export type MadeDb = IDBPDatabase<MadeSchema>
export type MadeStore =
  | 'done'
  | 'outlines'
  | 'passages'
  | 'terms'
  | 'postings'
  | 'claims'
  | 'denials'
  | 'ownership'
  | 'events'
  | 'tellings'
  | 'meta'
export const MADE_STORES: MadeStore[] = [
  'done',
  'outlines',
  'passages',
  'terms',
  'postings',
  'claims',
  'denials',
  'ownership',
  'events',
  'tellings',
  'meta',
]

/** Whether what is made was looked through since the browser was started. */
export const CHECKED = 'checked'

/** Stands for a pack where keys of events are counted, which are of all packs. */
export const EVENTS = 0

/**
 * Opens what was made; a store of an older version begins empty. `closed` is called when the connection
 * ends by itself.
 */
export function openMade(closed?: () => void): Promise<MadeDb> {
  return openDatabase<MadeSchema>(MADE_DB, VERSION, {
    upgrade: (db) => {
      for (const name of db.objectStoreNames) db.deleteObjectStore(name)
      const done = db.createObjectStore('done', { keyPath: 'number' })
      done.createIndex('published', ['pack', 'published'])
      for (const name of ['pack', 'copyOf', 'failed'] as const) done.createIndex(name, name)
      db.createObjectStore('outlines', { keyPath: 'number' })
      db.createObjectStore('passages', { keyPath: 'place' }).createIndex('id', 'passage.id')
      db.createObjectStore('terms')
      db.createObjectStore('postings')
      db.createObjectStore('claims', { keyPath: ['number', 'sort'] }).createIndex('sort', 'sort')
      db.createObjectStore('denials', { keyPath: 'place' }).createIndex('month', 'month')
      const ownership = db.createObjectStore('ownership', { autoIncrement: true })
      ownership.createIndex('company', 'company')
      ownership.createIndex('number', 'number')
      const events = db.createObjectStore('events', { keyPath: 'event.id' })
      events.createIndex('keys', 'keys', { multiEntry: true })
      const tellings = db.createObjectStore('tellings', { keyPath: 'id' })
      for (const name of ['numbers', 'shelves', 'places'] as const)
        tellings.createIndex(name, name, { multiEntry: true })
      tellings.createIndex('sort', 'sort')
      db.createObjectStore('meta')
    },
    closed,
  })
}

/** Has what is made looked through when it is opened to be written the next time. */
export async function distrustMade(): Promise<void> {
  const made = await openMade()
  await made.delete('meta', CHECKED)
  made.close()
}

/** Throws away what was made; the kept documents stay, and everything is made of them again. */
export function dropMade(): Promise<void> {
  return deleteDatabase(MADE_DB)
}
