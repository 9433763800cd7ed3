/** Schemes of pages that the extension can read. */
const READABLE = new Set(['http:', 'https:', 'file:'])

/** All local files count as one site: they have no host to tell them apart by. */
export const LOCAL_FILES = 'file://'

/**
 * The site that a page's address belongs to: its host name, lower case, without port, or
 * `LOCAL_FILES`. `undefined` where the extension cannot run (browser pages, empty or broken
 * addresses).
 */
export function siteOf(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined
  const url = new URL(address)
  if (!READABLE.has(url.protocol)) return undefined
  return url.protocol === 'file:' ? LOCAL_FILES : url.hostname || undefined
}

/** The site as people write it. */
export function nameSite(site: string): string {
  return site === LOCAL_FILES ? 'local files' : site.replace(/^www\./, '')
}
