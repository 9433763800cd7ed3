import { storage } from '#imports'
import * as v from 'valibot'

/**
 * Sites that are switched off, in the order in which that happened. Stored data is hostile until
 * checked: whatever is not a list of strings counts as empty.
 */
const offSites = storage.defineItem<unknown>('local:offSites', { fallback: [], version: 1 })

const SiteList = v.array(v.pipe(v.string(), v.nonEmpty(), v.maxLength(260)))

function readSites(stored: unknown): string[] {
  const checked = v.safeParse(SiteList, stored)
  return checked.success ? checked.output : []
}

export async function listOffSites(): Promise<string[]> {
  return readSites(await offSites.getValue())
}

/** Without a site (a page that the extension cannot read) nothing is off. */
export async function isSiteOff(site: string | undefined): Promise<boolean> {
  return site !== undefined && (await listOffSites()).includes(site)
}

/** Remembers the switch; every view that watches hears of it. */
export async function setSiteOff(site: string, off: boolean): Promise<void> {
  const others = (await listOffSites()).filter((one) => one !== site)
  await offSites.setValue(off ? [...others, site] : others)
}

/** Calls `changed` whenever a site is switched, in any view, until `signal` ends it. */
export function watchOffSites(changed: (sites: string[]) => void, signal?: AbortSignal): void {
  const stop = offSites.watch((stored) => changed(readSites(stored)))
  signal?.addEventListener('abort', () => {
    try {
      stop()
    } catch {
      // Chromium takes the storage away with an extension that is updated or removed: nothing is
      // watched any more.
    }
  })
}
