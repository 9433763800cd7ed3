import { browser } from 'wxt/browser'
import { callIndexing } from '../messages.ts'
import { hasKept } from './has-kept.ts'
import { openKept, readChange } from './kept-db.ts'
import { distrustMade, openMade } from './made-db.ts'
import { runIndexing } from './run-indexing.ts'
import { UNDO_MS } from './purge-deleted.ts'

/** The part of Chromium's API that the polyfill does not know. */
type Offscreen = {
  createDocument(page: { url: string; reasons: string[]; justification: string }): Promise<void>
  hasDocument(): Promise<boolean>
  closeDocument(): Promise<void>
}
declare const chrome: { offscreen?: Offscreen }
/** Firefox has no such page, and its background may start workers itself. */
const offscreen = import.meta.env.FIREFOX ? undefined : chrome.offscreen

/** Indexing as the background sees it; the work itself is a worker's. */
export type Indexing = {
  /** Begins where something is behind, and otherwise does nothing. */
  begin(): Promise<void>
  /** The browser was started: what is made is looked through, and made anew where it is damaged. */
  check(): Promise<void>
  /** Something kept has changed. */
  again(): Promise<void>
  /** The worker's context says how it is. */
  heard(ended: boolean): Promise<void>
}

/** `changed` is called when there is something new to show. */
export function createIndexing(changed: () => void): Indexing {
  let running: { again(): void } | undefined
  let tried: number | undefined
  const heard = async (ended: boolean) => {
    changed()
    if (!ended) return
    running = undefined
    await offscreen?.closeDocument().catch(() => undefined)
    // Something may have changed just when it ended.
    await begin()
  }
  const again = async () => {
    changed()
    if (!(await hasKept())) return
    if (offscreen) await startOffscreen(offscreen)
    else if (running) running.again()
    else
      running = runIndexing(
        () => {
          // A call of the browser's keeps its background awake.
          void browser.runtime.getPlatformInfo()
          changed()
        },
        () => void heard(true),
      )
  }
  const begin = async () => {
    const change = await readBehind()
    // What has failed is not tried for ever.
    if (change === undefined || change === tried) return
    tried = change
    await again()
  }
  const check = async () => {
    if (!(await hasKept())) return
    // What cannot be opened is not whole, and the worker finds that out.
    await distrustMade().catch(() => undefined)
    await again()
  }
  return { begin, check, again, heard }
}

let starting: Promise<void> | undefined

async function startOffscreen(page: Offscreen): Promise<void> {
  if (await page.hasDocument()) {
    await callIndexing('again')
    return
  }
  starting ??= page
    .createDocument({
      url: '/offscreen.html',
      reasons: ['WORKERS'],
      // Words for those who review extensions: no reader sees them.
      justification: 'worker',
    })
    .finally(() => (starting = undefined))
  await starting
}

/** The last change, where what is made is behind it. */
async function readBehind(): Promise<number | undefined> {
  if (!(await hasKept())) return undefined
  const kept = await openKept()
  const packs = await kept.getAll('packs')
  const change = await readChange(kept)
  kept.close()
  const isOld = (deleted = Infinity) => Date.now() - deleted >= UNDO_MS
  if (packs.some(({ deleted }) => isOld(deleted))) return change
  const made = await openMade()
  const upTo = (await made.get('meta', 'change')) ?? 0
  made.close()
  return upTo === change ? undefined : change
}
