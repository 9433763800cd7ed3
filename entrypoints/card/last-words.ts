import type { Lookup, MessageKey } from '../../core/words.ts'

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

/** Looks them up while they can be had: the lookup keeps them. */
export function learnLastWords(lookup: Lookup): void {
  for (const key of LAST_WORDS) lookup(key, [])
}
