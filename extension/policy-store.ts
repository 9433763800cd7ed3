import { browser } from 'wxt/browser'
import { NO_POLICY, readPolicy, type Policy } from '../core/settings/policy.ts'

export type PolicyStore = { read(): Promise<Policy> }

/**
 * What an organisation has set in the browser's managed storage. `changed` is called when it sets
 * something else while the browser runs; Firefox reads it at its start only.
 */
export function createPolicyStore(changed: () => void): PolicyStore {
  let held: Promise<Policy> | undefined
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area !== 'managed') return
    held = undefined
    changed()
  })
  return { read: () => (held ??= load()) }
}

async function load(): Promise<Policy> {
  // Firefox rejects where nothing was set; a browser without managed storage has none to ask.
  const stored = await browser.storage.managed?.get().catch(() => undefined)
  return stored && Object.keys(stored).length > 0 ? readPolicy(stored) : NO_POLICY
}
