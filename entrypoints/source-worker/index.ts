import { defineUnlistedScript } from '#imports'
import type { Lexicon } from '../../core/detect/lexicon.ts'
import { startWorker, type WorkerPort } from './start-worker.ts'
import lexiconText from '../../data/lexicon.json?raw'

/** What this script has of a worker's global scope. */
declare const self: WorkerPort

/** Makes passages and events of kept documents, apart from every page and from the background. */
export default defineUnlistedScript(() => {
  startWorker(self, {
    lexicon: JSON.parse(lexiconText) as Lexicon,
    readFile: async (path) => {
      const response = await fetch(path)
      if (!response.ok) throw new Error(`${path} is missing`)
      // `response.text()` would drop a byte order mark, and with it shift every offset.
      const bytes = await response.arrayBuffer()
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    },
  })
})
