import { defineUnlistedScript } from '#imports'
import { keepMessages } from '../../core/kept-messages.ts'
import { speakWith, type Lookup } from '../../core/words.ts'
import '../card/card-view.ts'
import { learnLastWords } from '../card/last-words.ts'
import { awaitEngine } from './await-engine.ts'

/** As the gate's: the polyfill would be read anew for each card. */
declare const chrome: { i18n: { getMessage: Lookup } }

/** The card's code in a frame of its own, which no script of the page can look into. */
export default defineUnlistedScript({
  include: ['firefox'],
  main() {
    // A background that ended before it could answer is asked to bring this again.
    if (globalThis.sourceContextFramed) return
    globalThis.sourceContextFramed = true
    const lookup = keepMessages(chrome.i18n.getMessage)
    speakWith(lookup)
    learnLastWords(lookup)
    awaitEngine()
  },
})
