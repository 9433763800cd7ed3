import { storage } from '#imports'
import { applyEdit, editForReset, invertEdit, type SettingsEdit } from '../core/settings/edit.ts'
import { applyPolicy, dropLocked, overrulePolicy, type Policy } from '../core/settings/policy.ts'
import { forgetUnset, mergeSettings } from '../core/settings/merge.ts'
import { readSettings, type ReadSettings } from '../core/settings/read-settings.ts'
import type { Settings } from '../core/settings/settings.ts'
import { createQueue } from './in-turn.ts'
import type { PolicyStore } from './policy-store.ts'

/** What this device knows. The browser's synchronised storage only carries it to others. */
const stored = storage.defineItem<unknown>('local:settings')
/** Where it is kept while the browser refuses to store it; gone when the browser closes. */
const unsaved = storage.defineItem<unknown>('session:settings')
/** Version 1 had a list of hosts under a name of its own. */
const offSites = storage.defineItem<unknown>('local:offSites')

/** `saved`: the browser has stored it. */
type Stored = ReadSettings & { saved: boolean }
/** `settings`: what holds. `own`: what was said on a person's devices, whatever `policy` says. */
export type Held = Stored & { own: Settings; policy: Policy }

export type SettingsStore = {
  read(): Promise<Held>
  /** Makes a change from what is set at its turn; answers the change that takes it back. */
  edit(make: (settings: Settings) => SettingsEdit): Promise<SettingsEdit>
  /** Everything as on the first day; answers what takes that back. */
  reset(): Promise<SettingsEdit>
  /** Adds what another device knows; answers whether it was news. */
  merge(other: Settings): Promise<boolean>
}

/**
 * The settings, with the background as their only writer: changes are made one after the other, each
 * from what the one before has left. What an organisation has locked is changed by nobody.
 * `changedOutside` is called when somebody else wrote them.
 */
export function createSettingsStore(
  changedOutside: () => void,
  policies: PolicyStore,
): SettingsStore {
  const inTurn = createQueue()
  let held: Promise<Stored> | undefined
  let ownWrites = 0
  stored.watch(() => {
    if (ownWrites > 0) return void (ownWrites -= 1)
    held = undefined
    changedOutside()
  })

  const read = async (): Promise<Held> => {
    const [stored, policy] = await Promise.all([(held ??= load()), policies.read()])
    const own = stored.settings
    return { ...stored, own, policy, settings: applyPolicy(own, policy) }
  }
  const save = async (settings: Settings) => {
    ownWrites += 1
    const saved = await keep(settings)
    if (!saved) ownWrites -= 1
    held = Promise.resolve({ settings, saved, damaged: false })
  }
  const change = (make: (held: Held) => SettingsEdit) =>
    inTurn(async () => {
      const now = Date.now()
      const held = await read()
      const edit = dropLocked(make(held), held.policy)
      await save(forgetUnset(applyEdit(held.own, edit, now), now))
      return invertEdit(held.settings, edit)
    })
  return {
    read,
    edit: (make) =>
      change(({ settings, policy }) => overrulePolicy(make(settings), settings, policy)),
    reset: () => change(({ own, policy }) => editForReset(own, policy.choices)),
    merge: (other) =>
      inTurn(async () => {
        const { own } = await read()
        const merged = mergeSettings(own, other, Date.now())
        if (JSON.stringify(merged) === JSON.stringify(own)) return false
        await save(merged)
        return true
      }),
  }
}

async function load(): Promise<Stored> {
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
