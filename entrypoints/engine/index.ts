import { defineUnlistedScript } from '#imports'
import { speakLastingly } from '../../extension/lasting-words.ts'
import '../card/card-view.ts'
import { startEngine } from './start-engine.ts'

/** Everything on a page that concerns us: from the gate's opening to the end of the document. */
export default defineUnlistedScript(() => {
  globalThis.sourceContextLookup = speakLastingly()
  return startEngine()
})
