import { defineUnlistedScript } from '#imports'
import { speakWith, type MessageKey } from '../../core/words.ts'
import { mountCard } from './mount-card.tsx'
import { mountNote } from './mount-note.tsx'
import './card-view.ts'

/** What an open card may first say when the extension is gone, and the browser's messages with it. */
const LAST_WORDS: MessageKey[] = [
  'card_gone',
  'card_copied',
  'card_copyRefused',
  'card_citePlace',
  'card_citeReaderComment',
  'card_citeReaderCommentInline',
  'date_about',
]

export default defineUnlistedScript(() => {
  const lookup = globalThis.sourceContextLookup
  if (!lookup) throw new Error('The engine comes before the card.')
  speakWith(lookup)
  for (const key of LAST_WORDS) lookup(key, [])
  globalThis.sourceContextMountCard = mountCard
  globalThis.sourceContextMountNote = mountNote
})
