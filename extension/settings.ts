import type { SiteKey } from '../core/site.ts'
import { callBackground } from './messages.ts'

/**
 * Switches a site off or on, from any view. The background remembers it, ends a pause that would keep
 * the site off in a tab (that of the caller, where none is named), and tells every page and view.
 */
export async function setSiteOff(site: SiteKey, off: boolean, tabId?: number): Promise<void> {
  await callBackground('switchSite', { site, off, ...(tabId !== undefined && { tabId }) })
}
