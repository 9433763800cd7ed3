import type { ContextSource } from '../../core/context/context-source.ts'
import type { NameClash, OwnNames } from '../../core/packs/own-names.ts'
import type { PackFault } from '../../core/packs/pack-faults.ts'
import type { KeptDocument, NewDocument, Novelty, Pack, PackId } from '../../core/packs/pack.ts'
import type { MarkKind } from '../../core/settings/settings.ts'
import type { DocumentId } from '../../core/source-index.ts'

/**
 * The reader's own documents, for our own pages (not for scripts in pages). Every change is kept before
 * the answer comes, wakes the indexing, and tells all open pages and views (`sourcesChanged`). Calls
 * reject with a sentence that can be shown where the browser keeps nothing (private windows in Firefox,
 * a full disk).
 */
export type SourceLibrary = {
  read(): Promise<LibraryState>
  /** Documents of a pack, the last added first, `count` from the `from`th. */
  list(pack: PackId, from: number, count: number): Promise<KeptDocument[]>
  /** A document by its id in the index; the first one where several packs hold it. */
  find(id: DocumentId): Promise<KeptDocument | undefined>
  createPack(name: string): Promise<PackId>
  renamePack(pack: PackId, name: string): Promise<void>
  /** The bundled pack can be switched too. */
  switchPack(pack: PackId, on: boolean): Promise<void>
  /** Gone at once from every page; `restorePack` brings it back while the browser is open. */
  deletePack(pack: PackId): Promise<void>
  restorePack(pack: PackId): Promise<void>
  /** Keeps documents and queues them; what the pack has already is told, and not kept twice. */
  add(pack: PackId, documents: NewDocument[]): Promise<Added[]>
  /** Answers what brings it back: the document, to be added again. */
  removeDocument(number: number): Promise<NewDocument | undefined>
  /** Puts a document with other facts in the place of a kept one, in one change. */
  correctDocument(number: number, document: NewDocument): Promise<Added>
  /** A kept document as it was added. */
  readDocument(number: number): Promise<NewDocument | undefined>
  /** Takes what waits out of the queue (what is ready stays); answers how many. */
  cancelQueue(): Promise<number>
  /** Queues again what failed. */
  retryFailed(pack: PackId): Promise<void>
  /** The pack as the text of a file, with a name for it. */
  exportPack(pack: PackId): Promise<{ file: string; text: string }>
  /** Checks first; a faulty file changes nothing. */
  importPack(text: string): Promise<ImportAnswer>
  setNames(pack: PackId, names: OwnNames): Promise<void>
  /** Where written forms mean something else already. */
  findClashes(pack: PackId, names: OwnNames): Promise<NameClash[]>
  /** What these names (with those of all other packs that are on) would mark in a text. */
  testNames(pack: PackId, names: OwnNames, text: string): Promise<NameMark[]>
  /** Added after a moment, in ms since the epoch; else since a card or the digest was last opened. */
  readNew(after?: number): Promise<Novelty>
  markSeen(): Promise<void>
  /** Asks the browser to keep what is stored when the disk gets full. */
  persist(): Promise<boolean>
  /** Packs, documents, what was made of them, and what was seen. */
  forgetEverything(): Promise<void>
  /** The sources that are on, bundled and own, joined. */
  source(): Promise<ContextSource>
}

export type LibraryState = {
  /** The bundled pack first, then by name; those that wait to be gone stand at the end. */
  packs: PackSummary[]
  queue: QueueState
  storage: StorageUse
  /** Something stored could not be read; it is made anew from the kept texts (`rebuilding`) or is lost. */
  fault?: { name: 'rebuilding' } | { name: 'lost'; documents: number }
}

export type PackSummary = Pack & { documents: number; waiting: number; failed: number }

/** `done` of `all` since the queue was last empty; `joining`: none waits, and events are still being made. */
export type QueueState = {
  waiting: number
  done: number
  all: number
  joining: boolean
  failed: FailedDocument[]
}
export type FailedDocument = { number: number; title: string; why: string }

/** In bytes; `quota` is what the browser would give in all, `undefined` where it does not say. */
export type StorageUse = { used: number; quota?: number; nearlyFull: boolean; persisted: boolean }

export type Added =
  | { name: 'added'; document: KeptDocument }
  /** `number`: of the document that is there. */
  | { name: 'known'; number: number }
  | { name: 'refused'; why: string }

export type ImportAnswer =
  { name: 'imported'; pack: PackId; documents: number } | { name: 'faulty'; faults: PackFault[] }

/** A stretch that would be marked: a company's name or an agency's action, and by what. */
export type NameMark = {
  start: number
  end: number
  /** As a page would mark it. */
  kind: MarkKind
  name: string
}
