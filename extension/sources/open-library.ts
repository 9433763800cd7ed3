import { browser } from 'wxt/browser'
import { say } from '../../core/words.ts'
import { callBackground } from '../messages.ts'
import { addDocuments, correctDocument, readDocument, removeDocument } from './library-documents.ts'
import { exportPack, importPack } from './library-files.ts'
import { findPackClashes, setNames, testNames } from './library-names.ts'
import { markSeen, readNew } from './library-novelty.ts'
import { changePack, createPack } from './library-packs.ts'
import { cancelQueue, findKept, listKept, readLibrary, retryFailed } from './library-state.ts'
import { forgetEverything } from './forget-everything.ts'
import { openSource } from './open-source.ts'
import { persist } from './own-storage.ts'
import type { SourceLibrary } from './source-library.ts'

/** The library for our own pages; what it changes is kept before the background is told. */
export function openLibrary(): SourceLibrary {
  return {
    read: async () => {
      if (browser.extension.inIncognitoContext) throw new Error(say('library_notKept'))
      return readLibrary()
    },
    list: listKept,
    find: findKept,
    createPack: (name) => changed(() => createPack(name)),
    renamePack: (pack, name) => changed(() => changePack(pack, { name })),
    switchPack: (pack, on) => changed(() => changePack(pack, { on })),
    deletePack: (pack) => changed(() => changePack(pack, { deleted: Date.now() })),
    restorePack: (pack) => changed(() => changePack(pack, { deleted: undefined })),
    add: (pack, documents) => changed(() => addDocuments(pack, documents)),
    removeDocument: (number) => changed(() => removeDocument(number)),
    correctDocument: (number, document) => changed(() => correctDocument(number, document)),
    readDocument,
    cancelQueue: () => changed(() => cancelQueue()),
    retryFailed: (pack) => changed(() => retryFailed(pack)),
    exportPack,
    importPack: (text) => changed(() => importPack(text)),
    setNames: (pack, names) => changed(() => setNames(pack, names)),
    findClashes: findPackClashes,
    testNames,
    readNew,
    markSeen: async () => {
      if (!browser.extension.inIncognitoContext) await markSeen()
    },
    persist,
    forgetEverything: () => changed(() => forgetEverything()),
    source: openSource,
  }
}

/** Answers when the change is kept; indexing and all who listen hear of it. */
async function changed<Answer>(change: () => Promise<Answer>): Promise<Answer> {
  if (browser.extension.inIncognitoContext) throw new Error(say('library_notKept'))
  const answer = await change()
  await callBackground('sourcesKept').catch(() => undefined)
  return answer
}
