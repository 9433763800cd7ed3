/** What is said from here on is said in English: the set-up of every test file. */
import { readCatalogue } from '../core/read-catalogue.ts'
import { speakWith } from '../core/words.ts'
import english from '../public/_locales/en/messages.json' with { type: 'json' }

speakWith(readCatalogue(english))
