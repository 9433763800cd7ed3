import { browser } from 'wxt/browser'
import { keepMessages } from '../core/kept-messages.ts'
import { speakWith, type Lookup } from '../core/words.ts'

/**
 * Lets a script in a page speak the browser's language. Such a script outlives the extension, and a
 * browser whose extension was updated or removed gives no messages any more: each that was said, or
 * looked up, once is kept. Answers the lookup, for our other scripts in the same world.
 */
export function speakLastingly(): Lookup {
  const lookup = keepMessages(browser.i18n.getMessage as Lookup)
  speakWith(lookup)
  return lookup
}
