import { storage } from '#imports'
import { browser } from 'wxt/browser'
import { packSettings, SYNC_KEYS, unpackSettings } from '../core/settings/sync-items.ts'
import type { SyncState } from './calls.ts'
import { createLatest } from './in-turn.ts'
import type { SettingsStore } from './settings-store.ts'

/**
 * Changes are sent together after this long, in ms: browsers allow two writes a second on average,
 * and a background that has nothing else to do lives much longer.
 */
const SEND_AFTER_MS = 1500

/** This device only: whether settings travel; nothing where nobody has said. */
const syncOff = storage.defineItem<boolean>('local:syncOff')
const failed = storage.defineItem<boolean>('session:syncFailed', { fallback: false })

export type SettingsSync = {
  /** Sends what this device knows, soon. */
  send(): void
  /** Takes in what others know, and sends what they lack. */
  exchange(): Promise<void>
  state(): Promise<SyncState>
  setOn(on: boolean): Promise<void>
}

/**
 * Carries settings to a person's other devices by the browser's own synchronisation, where it is
 * there and allowed. `changed`: others had news, or the state of things is another.
 */
export function createSettingsSync(store: SettingsStore, changed: () => void): SettingsSync {
  const isOff = async () => {
    const [chosen, { policy }] = await Promise.all([syncOff.getValue(), store.read()])
    const given = !(policy.sync ?? true)
    return policy.locked.includes('sync') ? given : (chosen ?? given)
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const carry = createLatest(async () => {
    if (!isOffered() || (await isOff())) return
    const before = await failed.getValue()
    const fault = await exchangeItems(store, changed).then(
      () => false,
      () => true,
    )
    await failed.setValue(fault)
    if (before !== fault) changed()
  })
  const send = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      void carry()
    }, SEND_AFTER_MS)
  }
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'sync' && SYNC_KEYS.some((key) => key in changes)) send()
  })
  return {
    send,
    exchange: carry,
    state: async () => {
      if (!isOffered()) return { name: 'absent' }
      if (await isOff()) return { name: 'off' }
      if (await failed.getValue()) return { name: 'failed' }
      return { name: 'on', left: packSettings((await store.read()).own).left }
    },
    setOn: async (on) => {
      if ((await store.read()).policy.locked.includes('sync')) return
      await syncOff.setValue(!on)
      if (on) return carry()
      // Nothing stays where it is no longer wanted; other devices put back what is theirs.
      await browser.storage.sync.remove(SYNC_KEYS).catch(() => undefined)
    },
  }
}

function isOffered(): boolean {
  return browser.storage.sync !== undefined
}

/** Rejects where the browser refuses: over its quota, or switched off by whoever runs the machine. */
async function exchangeItems(store: SettingsStore, changed: () => void): Promise<void> {
  const items = await browser.storage.sync.get(SYNC_KEYS)
  if (await store.merge(unpackSettings(items))) changed()
  const wanted = packSettings((await store.read()).own).items
  const isStale = (key: string) => JSON.stringify(items[key]) !== JSON.stringify(wanted[key])
  const news = SYNC_KEYS.filter((key) => key in wanted && isStale(key))
  const gone = SYNC_KEYS.filter((key) => key in items && !(key in wanted))
  if (gone.length > 0) await browser.storage.sync.remove(gone)
  if (news.length > 0)
    await browser.storage.sync.set(Object.fromEntries(news.map((key) => [key, wanted[key]])))
}
