import { defineUnlistedScript } from '#imports'
import { speakLastingly } from '../../extension/lasting-words.ts'
import '../card/card-view.ts'
import { startEngine } from './start-engine.ts'

/** Everything on a page that concerns us: from the gate's opening to the end of the document. */
export default defineUnlistedScript(() => {
  // A background that ended before it could answer is asked to bring this again.
  if (globalThis.sourceContextLookup) return undefined
  globalThis.sourceContextLookup = speakLastingly()
  return startEngine()
})
