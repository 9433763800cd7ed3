import { browser } from 'wxt/browser'
import { readCatalogue, type Messages } from '../core/read-catalogue.ts'
import { direction, locale, say, type Lookup, type MessageKey } from '../core/words.ts'
import { speakLastingly } from './lasting-words.ts'

/** Lets a script speak the browser's language, as far as it is translated; English else. */
export function speakBrowserLanguage(): void {
  speakLastingly()
}

/** Messages without placeholders. */
type TitleKey = 'manifest_name' | Extract<MessageKey, `${string}_title`>

/** The same for a page of the extension, which tells the browser its language and its title. */
export function speakInPage(title: TitleKey): void {
  speakBrowserLanguage()
  document.title = say(title)
  document.documentElement.lang = locale()
  document.documentElement.dir = direction()
}

/** English, whatever language the browser speaks: for files that machines read. */
export async function readEnglish(): Promise<Lookup> {
  const file = await fetch(browser.runtime.getURL('/_locales/en/messages.json'))
  return readCatalogue((await file.json()) as Messages)
}
