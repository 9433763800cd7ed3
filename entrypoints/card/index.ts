import { defineUnlistedScript } from '#imports'
import { speakWith } from '../../core/words.ts'
import './card-view.ts'
import { learnLastWords } from './last-words.ts'
import { mountCard } from './mount-card.tsx'

/** The card's code where cards stand in the page's own tree, closed; Firefox's have a frame. */
export default defineUnlistedScript({
  exclude: ['firefox'],
  main() {
    const lookup = globalThis.sourceContextLookup
    if (!lookup) throw new Error('The engine comes before the card.')
    speakWith(lookup)
    learnLastWords(lookup)
    globalThis.sourceContextMountCard = mountCard
  },
})
