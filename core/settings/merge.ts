import {
  CHOICE_NAMES,
  DEFAULT_CHOICES,
  hiddenKey,
  type Choices,
  type HiddenName,
  type Settings,
  type SiteEntry,
} from './settings.ts'

/** A clock that goes further ahead than this, in ms, is wrong: its entries count as of now. */
export const CLOCK_LEEWAY_MS = 24 * 60 * 60 * 1000
/** So long a switch that was taken back is remembered, for devices that come back late. In ms. */
export const KEEP_UNSET_MS = 180 * 24 * 60 * 60 * 1000

/**
 * What two devices know together: of each site, each name and each choice the later word. The order
 * does not matter, and nothing that only one of them knows is lost. `now` in ms.
 */
export function mergeSettings(one: Settings, other: Settings, now: number): Settings {
  const choices: Partial<Record<keyof Choices, unknown>> = {}
  const chosen: Settings['chosen'] = {}
  for (const name of CHOICE_NAMES) {
    const winner = laterChoice(atMost(one, now), atMost(other, now), name)
    choices[name] = winner.choices[name]
    if (winner.chosen[name] !== undefined) chosen[name] = winner.chosen[name]
  }
  return {
    ...one,
    choices: { ...DEFAULT_CHOICES, ...(choices as Partial<Choices>) },
    chosen,
    sites: mergeEntries<SiteEntry>(one.sites, other.sites, (it) => it.site, now),
    hidden: mergeEntries<HiddenName>(one.hidden, other.hidden, hiddenKey, now),
  }
}

/** Without the words that were taken back long ago. */
export function forgetUnset(settings: Settings, now: number): Settings {
  const isKept = ({ state, at }: { state: string; at: number }) =>
    state !== 'unset' || at > now - KEEP_UNSET_MS
  return {
    ...settings,
    sites: settings.sites.filter(isKept),
    hidden: settings.hidden.filter(isKept),
  }
}

function atMost(settings: Settings, now: number): Settings {
  const chosen = { ...settings.chosen }
  for (const name of CHOICE_NAMES)
    if (chosen[name] !== undefined) chosen[name] = soberTime(chosen[name], now)
  return { ...settings, chosen }
}

function soberTime(at: number, now: number): number {
  return at > now + CLOCK_LEEWAY_MS ? now : at
}

/** At the same moment the one whose value sorts later: any rule does that both devices share. */
function laterChoice(one: Settings, other: Settings, name: keyof Choices): Settings {
  const [a, b] = [one.chosen[name] ?? -1, other.chosen[name] ?? -1]
  if (a !== b) return a > b ? one : other
  return String(one.choices[name]) >= String(other.choices[name]) ? one : other
}

/** At the same moment a word wins over its having been taken back, and off over on. */
const RANK = { off: 3, hidden: 3, on: 2, unset: 1 }

function mergeEntries<Entry extends { at: number; state: keyof typeof RANK }>(
  ones: readonly Entry[],
  others: readonly Entry[],
  keyOf: (entry: Entry) => string,
  now: number,
): Entry[] {
  const merged = new Map<string, Entry>()
  for (const entry of [...ones, ...others]) {
    const key = keyOf(entry)
    const before = merged.get(key)
    const it = { ...entry, at: soberTime(entry.at, now) }
    if (
      !before ||
      it.at > before.at ||
      (it.at === before.at && RANK[it.state] > RANK[before.state])
    )
      merged.set(key, it)
  }
  return [...merged.values()]
}
