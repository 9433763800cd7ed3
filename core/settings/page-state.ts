import type { Place, SiteKey } from '../site.ts'
import { decideSite } from './decide.ts'
import { writeMarkRules } from './mark-style.ts'
import { isPaused, type Pause } from './pause.ts'
import { isLockedSite, type Policy } from './policy.ts'
import type { HiddenName, Settings } from './settings.ts'
import { scopesOf, type SiteScopes } from './site-scope.ts'
import { markingFor, type Marking } from './mark-filter.ts'

/** Why nothing is marked: the site is off, it is not on the list, or there is a pause. */
export type OffReason = 'site' | 'unlisted' | 'paused'

/** What a frame needs to know. A frame belongs to the site of the page that it stands in. */
export type PageState = {
  /** What a switch on this page speaks of; `undefined` for pages without a site. */
  site: SiteKey | undefined
  off: OffReason | undefined
  /** An organisation has decided about the site. */
  locked: boolean
  marking: Marking
  /** Style rules for marks other than the usual ones; empty where they are usual. */
  rules: string
}

/** What the popup and the menus show of a tab. */
export type TabState = {
  place: Place
  scopes: SiteScopes | undefined
  site: SiteKey | undefined
  off: OffReason | undefined
  /** An organisation has decided about the site. */
  locked: boolean
  pause: Pause
}

export type Circumstances = {
  settings: Settings
  policy: Policy
  pause: Pause
  tabId: number | undefined
  now: number
}

/** Whether and why the extension is off at a place. */
export function whyOff(
  place: Place,
  { settings, pause, tabId, now }: Omit<Circumstances, 'policy'>,
) {
  if (isPaused(pause, tabId, now)) return 'paused' as const
  // Our own pages have no switch, and no other extension's page can be read.
  if (place.kind === 'extension') return undefined
  const { state, by } = decideSite(settings, place)
  if (state === 'on') return undefined
  return by === undefined ? ('unlisted' as const) : ('site' as const)
}

export function describeTab(place: Place, at: Circumstances): TabState {
  const scopes = scopesOf(place)
  const pause = isPaused(at.pause, at.tabId, at.now) ? at.pause : { name: 'none' as const }
  return {
    place,
    scopes,
    site: switchedAt(place, at.settings, scopes),
    off: whyOff(place, at),
    locked: place.kind === 'host' && isLockedSite(at.policy, place.host),
    pause,
  }
}

export function describePage(place: Place, at: Circumstances): PageState {
  const { site, off, locked } = describeTab(place, at)
  return {
    site,
    off,
    locked,
    marking: markingFor(at.settings.choices, hiddenAt(at.settings, place)),
    rules: writeMarkRules(at.settings.choices),
  }
}

/** A plain switch speaks of whatever decides here now; where nothing does, of the whole site. */
function switchedAt(
  place: Place,
  settings: Settings,
  scopes: SiteScopes | undefined,
): SiteKey | undefined {
  return scopes && (decideSite(settings, place).by ?? scopes.site)
}

/** Names are hidden on the whole site, however narrow its switch. */
function hiddenAt({ hidden }: Settings, place: Place): HiddenName[] {
  const site = scopesOf(place)?.site
  return hidden.filter((one) => one.state === 'hidden' && one.site === site)
}
