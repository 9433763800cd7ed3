import { browser } from 'wxt/browser'
import { coversSubdomains, hostOfKey, LOCAL_FILES, type SiteKey } from '../core/site.ts'

/** The name under which the browser keeps the list. */
const SCRIPT = 'exceptions'
/** While a single tab is paused: its next page may be of any site. */
const EVERYWHERE = ['*://*/*', 'file:///*']

/**
 * Has the pages of some sites say that they are there (`entrypoints/exception.ts`), so that their
 * badges are right even where nothing on them concerns us. The browser matches them by itself; all
 * other pages pay nothing. `everywhere` has all pages say so.
 */
export async function registerExceptions(sites: readonly SiteKey[] | 'everywhere'): Promise<void> {
  const matches =
    sites === 'everywhere' ? EVERYWHERE : [...new Set(sites.flatMap(patternOf))].sort()
  const { scripting } = browser
  const ids = [SCRIPT]
  const [before] = await scripting.getRegisteredContentScripts({ ids })
  if (JSON.stringify(before?.matches?.toSorted() ?? []) === JSON.stringify(matches)) return
  if (matches.length === 0) return scripting.unregisterContentScripts({ ids })
  // In one step: between two, pages would open unheard.
  if (before) return scripting.updateContentScripts([{ ...before, matches }])
  await scripting.registerContentScripts([
    { id: SCRIPT, matches, js: ['exception.js'], runAt: 'document_start' },
  ])
}

/** None for hosts that no pattern can name: such pages have a badge when something is found there. */
function patternOf(site: SiteKey): string[] {
  if (site === LOCAL_FILES) return ['file:///*']
  const host = hostOfKey(site)
  if (!/^[a-z0-9.-]+$/.test(host)) return []
  return [`*://${coversSubdomains(site) ? '*.' : ''}${host}/*`]
}
