import { storage } from '#imports'
import { applyEdit, invertEdit, type SettingsEdit } from '../core/settings/edit.ts'
import { forgetUnset, mergeSettings } from '../core/settings/merge.ts'
import { readSettings, type ReadSettings } from '../core/settings/read-settings.ts'
import type { Settings } from '../core/settings/settings.ts'
import { createQueue } from './in-turn.ts'

/** What this device knows. The browser's synchronised storage only carries it to others. */
const stored = storage.defineItem<unknown>('local:settings')
/** Where it is kept while the browser refuses to store it; gone when the browser closes. */
const unsaved = storage.defineItem<unknown>('session:settings')
/** Version 1 had a list of hosts under a name of its own. */
const offSites = storage.defineItem<unknown>('local:offSites')

/** `saved`: the browser has stored it. */
export type Held = ReadSettings & { saved: boolean }

export type SettingsStore = {
  read(): Promise<Held>
  /** Makes a change from what is set at its turn; answers the change that takes it back. */
  edit(make: (settings: Settings) => SettingsEdit): Promise<SettingsEdit>
  /** Adds what another device knows; answers whether it was news. */
  merge(other: Settings): Promise<boolean>
}

/**
 * The settings, with the background as their only writer: changes are made one after the other, each
 * from what the one before has left. `changedOutside` is called when somebody else wrote them.
 */
export function createSettingsStore(changedOutside: () => void): SettingsStore {
  const inTurn = createQueue()
  let held: Promise<Held> | undefined
  let ownWrites = 0
  stored.watch(() => {
    if (ownWrites > 0) return void (ownWrites -= 1)
    held = undefined
    changedOutside()
  })

  const read = () => (held ??= load())
  const save = async (settings: Settings) => {
    ownWrites += 1
    const saved = await keep(settings)
    if (!saved) ownWrites -= 1
    held = Promise.resolve({ settings, saved, damaged: false })
  }
  return {
    read,
    edit: (make) =>
      inTurn(async () => {
        const now = Date.now()
        const { settings } = await read()
        const edit = make(settings)
        await save(forgetUnset(applyEdit(settings, edit, now), now))
        return invertEdit(settings, edit)
      }),
    merge: (other) =>
      inTurn(async () => {
        const { settings } = await read()
        const merged = mergeSettings(settings, other, Date.now())
        if (JSON.stringify(merged) === JSON.stringify(settings)) return false
        await save(merged)
        return true
      }),
  }
}

async function load(): Promise<Held> {
  try {
    const kept = await unsaved.getValue().catch(() => null)
    if (kept !== null) return { ...readSettings(kept), saved: false }
    return { ...readSettings((await stored.getValue()) ?? (await loadV1())), saved: true }
  } catch {
    // A browser whose storage is broken still shows pages: nothing is off then.
    return { ...readSettings(undefined), damaged: true, saved: false }
  }
}

async function loadV1(): Promise<unknown> {
  const list = await offSites.getValue()
  return list === null ? undefined : { version: 1, offSites: list }
}

/** Answers whether the browser has stored it; otherwise it lasts until the browser closes. */
async function keep(settings: Settings): Promise<boolean> {
  try {
    await stored.setValue(settings)
    // Both have to be gone before the next reading: what is unsaved would win over what is saved.
    await Promise.all([unsaved.removeValue(), offSites.removeValue({ removeMeta: true })])
    return true
  } catch {
    await unsaved.setValue(settings).catch(() => undefined)
    return false
  }
}
