import { toUnicode } from 'punycode/punycode.es6.js'
import { say } from './words.ts'

/** All local files count as one site: they have no host to tell them apart by. */
export const LOCAL_FILES = 'file://'

/**
 * What a switch speaks of: `*.example.org` is a site with all its subdomains, `news.example.org` that
 * host alone, `file://` all local files. Hosts are as addresses have them: lower case, without a port,
 * letters beyond ASCII in their encoded form.
 */
export type SiteKey = string

/** Where an address leads, as far as switches are concerned: schemes and ports do not matter. */
export type Place =
  | { kind: 'host'; host: string }
  | { kind: 'files' }
  /** A page of some extension; `own` where it is one of ours. */
  | { kind: 'extension'; own: boolean }
  /** The browser's own pages, empty and broken addresses. */
  | { kind: 'browser' }

/** Schemes of extensions' pages. */
const EXTENSION = /^(?:chrome|moz|safari-web)-extension:$/
const WEB = /^https?:$/

/** `ownOrigin` is where our own pages are, such as `chrome-extension://abc`. */
export function placeOf(address: string | undefined, ownOrigin?: string): Place {
  if (!address || !URL.canParse(address)) return { kind: 'browser' }
  const url = new URL(address)
  // A page that a script made (`blob:`) belongs to the site that made it.
  if (url.protocol === 'blob:') return placeOf(url.pathname, ownOrigin)
  if (url.protocol === 'file:') return { kind: 'files' }
  if (EXTENSION.test(url.protocol))
    return {
      kind: 'extension',
      own: ownOrigin !== undefined && address.startsWith(`${ownOrigin}/`),
    }
  const host = url.hostname.replace(/\.$/, '')
  return WEB.test(url.protocol) && isHost(host) ? { kind: 'host', host } : { kind: 'browser' }
}

/**
 * The host of a page's address, or `LOCAL_FILES`. `undefined` where the extension cannot run (browser
 * pages, empty or broken addresses).
 */
export function siteOf(address: string | undefined): string | undefined {
  const place = placeOf(address)
  if (place.kind === 'files') return LOCAL_FILES
  return place.kind === 'host' ? place.host : undefined
}

/** Longest host that the name system knows. */
const LONGEST_HOST = 253
const PLAIN_HOST = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/

/** Whether a text is a host as addresses have it. */
export function isHost(text: string): boolean {
  if (text.length === 0 || text.length > LONGEST_HOST || text.endsWith('.')) return false
  // Numbers and encoded letters have forms of their own that only the browser's reading tells.
  if (PLAIN_HOST.test(text) && /[g-z]$/.test(text) && !text.includes('xn--')) return true
  // Browsers let these pass, and the keys of sites are made of them.
  if (/[*]|\.\.|^\./.test(text)) return false
  return URL.canParse(`http://${text}/`) && new URL(`http://${text}/`).hostname === text
}

/** Whether a text is a `SiteKey`. */
export function isSiteKey(text: string): boolean {
  return text === LOCAL_FILES || isHost(text.startsWith('*.') ? text.slice(2) : text)
}

/** Whether a key takes in a host's subdomains. */
export function coversSubdomains(key: SiteKey): boolean {
  return key.startsWith('*.')
}

/** The key's host; `LOCAL_FILES` as it is. */
export function hostOfKey(key: SiteKey): string {
  return coversSubdomains(key) ? key.slice(2) : key
}

/** All keys that a place falls under, the narrowest first; none where nothing can be switched. */
export function keysAt(place: Place): SiteKey[] {
  if (place.kind === 'files') return [LOCAL_FILES]
  if (place.kind !== 'host') return []
  const labels = place.host.split('.')
  // A number's parts are no domains.
  const isNumber = place.host.startsWith('[') || /^[\d.]+$/.test(place.host)
  const above = isNumber ? [place.host] : labels.map((_, at) => labels.slice(at).join('.'))
  return [place.host, ...above.map((host) => `*.${host}`)]
}

/** The site as people write it: without `www`, in its own letters. */
export function nameSite(site: SiteKey): string {
  return site === LOCAL_FILES
    ? say('state_localFiles')
    : nameHost(hostOfKey(site).replace(/^www\./, ''))
}

/** A host in its own letters: `münchen.example` for `xn--mnchen-3ya.example`. */
export function nameHost(host: string): string {
  try {
    return toUnicode(host)
  } catch {
    // What only looks encoded stays as it is.
    return host
  }
}
