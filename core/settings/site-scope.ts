import { getDomain } from 'tldts'
import { isSiteKey, LOCAL_FILES, placeOf, type Place, type SiteKey } from '../site.ts'

/**
 * The two things that a switch on a page can mean: the whole site, or its host alone. `host` is left
 * out where it would mean the same (local files, numbers, names without a dot).
 */
export type SiteScopes = { site: SiteKey; host?: SiteKey }

/**
 * What a switch on this page can speak of. A site is a registrable domain with its subdomains, by
 * the public suffix list, its private part included: whoever has `one.github.io` is not whoever has
 * `two.github.io`. `undefined` for pages without a switch.
 */
export function scopesOf(place: Place): SiteScopes | undefined {
  if (place.kind === 'files') return { site: LOCAL_FILES }
  if (place.kind !== 'host') return undefined
  const domain = getDomain(place.host, { allowPrivateDomains: true })
  return domain === null ? { site: place.host } : { site: `*.${domain}`, host: place.host }
}

/**
 * The key that somebody means who types or pastes an address, a host, or `*.example.org`. `only`: that
 * host without its subdomains. `undefined` where it is none.
 */
export function readSite(text: string, only = false): SiteKey | undefined {
  const typed = text.trim()
  if (/^file:\/\//i.test(typed)) return LOCAL_FILES
  const bare = typed.replace(/^\*\./, '')
  const scopes = scopesOf(placeOf(/^[a-z][a-z\d+.-]*:\/\//i.test(bare) ? bare : `http://${bare}`))
  if (!scopes || /[\s@]/.test(bare)) return undefined
  const key = only ? (scopes.host ?? scopes.site) : keyFor(typed, scopes)
  return isSiteKey(key) ? key : undefined
}

/** Who writes `*.news.example.org` means that part of the site. */
function keyFor(typed: string, { site, host }: SiteScopes): SiteKey {
  return typed.startsWith('*.') && host ? `*.${host}` : site
}
