import { hostOfKey, keysAt, LOCAL_FILES, type Place, type SiteKey } from '../site.ts'
import type { Settings } from './settings.ts'

/** On or off by what is set, and the key that says so; none where nobody has said anything. */
export type SiteState = { state: 'on' | 'off'; by: SiteKey | undefined }

/** What holds at a place: the narrowest of what was said about it, else what the mode says. */
export function decideSite(settings: Settings, place: Place): SiteState {
  const keys = keysAt(place)
  const said = new Map(
    settings.sites.filter(({ site }) => keys.includes(site)).map((one) => [one.site, one.state]),
  )
  for (const key of keys) {
    const state = said.get(key)
    if (state === 'on' || state === 'off') return { state, by: key }
  }
  return { state: settings.choices.mode === 'listed' ? 'off' : 'on', by: undefined }
}

/** What holds for all that a key speaks of, leaving aside what is said about parts of it. */
export function stateAt(settings: Settings, key: SiteKey): SiteState {
  const host = hostOfKey(key)
  const place: Place = key === LOCAL_FILES ? { kind: 'files' } : { kind: 'host', host }
  const isWide = key !== host
  const sites = isWide ? settings.sites.filter(({ site }) => site !== host) : settings.sites
  return decideSite({ ...settings, sites }, place)
}

/** The entries that the chosen mode makes visible: what differs from the rest of the web. */
export function listExceptions(settings: Settings): Settings['sites'] {
  const usual = settings.choices.mode === 'listed' ? 'off' : 'on'
  const isOdd = new Set(
    settings.sites.filter(({ state }) => state !== usual && state !== 'unset').map((it) => it.site),
  )
  // An exception inside an exception is shown too, for it explains what happens.
  return settings.sites.filter(
    ({ site, state }) =>
      isOdd.has(site) ||
      (state === usual &&
        keysAt({ kind: 'host', host: hostOfKey(site) }).some((it) => isOdd.has(it))),
  )
}
