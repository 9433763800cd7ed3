import { browser } from 'wxt/browser'
import type { OwnNames } from '../../core/packs/own-names.ts'
import { unlessKept } from '../unless-kept.ts'

/** Where the names of the packs that are on lie for scripts in pages, which cannot open the store. */
export const PAGE_NAMES = 'ownNames'

/** The names of the packs that are on; the background alone writes them. */
export async function readPageNames(): Promise<OwnNames[]> {
  const read = () => unlessKept(browser.storage.local.get(PAGE_NAMES))
  const { [PAGE_NAMES]: names } = await read().catch(read)
  return (names as OwnNames[] | undefined) ?? []
}
