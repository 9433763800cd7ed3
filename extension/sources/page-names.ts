import { browser } from 'wxt/browser'
import type { OwnNames } from '../../core/packs/own-names.ts'
import { hasKept } from './has-kept.ts'
import { isOn } from './kept-db.ts'
import { PAGE_NAMES, readPageNames } from './read-page-names.ts'
import { openStores } from './stores.ts'

/** The script that looks for a reader's own names, under the name by which the browser keeps it. */
const SCRIPT = 'own-names'
const FILE = 'own-gate.js'

/**
 * Gives pages the names of the packs that are on. Only where there are any, a second small script stands
 * on pages beside the gate; in those that are open already it begins at once.
 */
export async function givePageNames(): Promise<void> {
  const names = await namesOn()
  const before = await readPageNames()
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT] })
  if (JSON.stringify(before) === JSON.stringify(names) && Boolean(registered) === names.length > 0)
    return
  if (names.length === 0) {
    await browser.storage.local.remove(PAGE_NAMES)
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT] })
    return
  }
  await browser.storage.local.set({ [PAGE_NAMES]: names })
  if (!registered)
    await browser.scripting.registerContentScripts([
      { id: SCRIPT, matches: ['<all_urls>'], js: [FILE], allFrames: true, runAt: 'document_idle' },
    ])
  await beginInOpenPages()
}

async function namesOn(): Promise<OwnNames[]> {
  if (!(await hasKept())) return []
  const { kept } = await openStores()
  const packs = (await kept.getAll('packs')).filter(isOn)
  return packs.map((pack) => pack.names).filter(({ entities }) => entities.length > 0)
}

async function beginInOpenPages(): Promise<void> {
  for (const { id } of await browser.tabs.query({ discarded: false })) {
    if (id === undefined) continue
    const target = { tabId: id, allFrames: true }
    // Pages of the browser's own let nobody in.
    browser.scripting.executeScript({ target, files: [`/${FILE}`] }).catch(() => undefined)
  }
}
