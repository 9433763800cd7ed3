import type { SiteKey } from '../site.ts'
import { stateAt } from './decide.ts'
import {
  CHOICE_NAMES,
  DEFAULT_CHOICES,
  hiddenKey,
  type Choices,
  type HiddenName,
  type Settings,
  type SiteEntry,
} from './settings.ts'

/**
 * A change of the settings: what is to hold afterwards, for the parts that it names. All that a
 * person can do is one of these, and so is taking it back.
 */
export type SettingsEdit = {
  choices?: Partial<Choices>
  sites?: readonly Omit<SiteEntry, 'at'>[]
  hidden?: readonly Omit<HiddenName, 'at'>[]
}

/** What a switch asks for. */
export type SiteSwitch = { site: SiteKey; off: boolean; instead?: SiteKey }

/** The settings after a change at `now` (ms). A change is always later than what it changes. */
export function applyEdit(settings: Settings, edit: SettingsEdit, now: number): Settings {
  const { choices = {} } = edit
  const chosen = { ...settings.chosen }
  for (const name of namesIn(choices)) chosen[name] = after(settings.chosen[name], now)
  return {
    ...settings,
    choices: { ...settings.choices, ...choices },
    chosen,
    sites: put(settings.sites, edit.sites ?? [], (one) => one.site, now),
    hidden: put(settings.hidden, edit.hidden ?? [], hiddenKey, now),
  }
}

/** The change that takes `edit` back, made before it was applied to `settings`. */
export function invertEdit(settings: Settings, edit: SettingsEdit): SettingsEdit {
  const sites = new Map(settings.sites.map((one) => [one.site, one.state]))
  const hidden = new Map(settings.hidden.map((one) => [hiddenKey(one), one.state]))
  const choices = namesIn(edit.choices ?? {}).map((name) => [name, settings.choices[name]])
  return {
    choices: Object.fromEntries(choices) as Partial<Choices>,
    sites: (edit.sites ?? []).map((one) => ({ ...one, state: sites.get(one.site) ?? 'unset' })),
    hidden: (edit.hidden ?? []).map((one) => ({
      ...one,
      state: hidden.get(hiddenKey(one)) ?? 'unset',
    })),
  }
}

/**
 * Switches what a key speaks of; `instead` is a key whose own word goes, because the switch now speaks
 * of more or of less. Nothing is left behind where that is what holds without a word: an exception is
 * said only where it is one.
 */
export function editForSwitch(
  settings: Settings,
  { site, off, instead }: SiteSwitch,
): SettingsEdit {
  const sites = settings.sites.filter((one) => one.site !== site && one.site !== instead)
  const wanted = off ? 'off' : 'on'
  const holds = stateAt({ ...settings, sites }, site).state === wanted
  return {
    sites: [
      ...(instead === undefined ? [] : [{ site: instead, state: 'unset' as const }]),
      { site, state: holds ? 'unset' : wanted },
    ],
  }
}

/** Everything as on the first day; `given` are choices that an organisation made for that day. */
export function editForReset(settings: Settings, given: Partial<Choices> = {}): SettingsEdit {
  return {
    choices: { ...DEFAULT_CHOICES, ...given },
    sites: settings.sites.map(({ site }) => ({ site, state: 'unset' })),
    hidden: settings.hidden.map((one) => ({ ...one, state: 'unset' })),
  }
}

/** Whether a change names nothing at all. */
export function isEmptyEdit({ choices = {}, sites = [], hidden = [] }: SettingsEdit): boolean {
  return namesIn(choices).length + sites.length + hidden.length === 0
}

function namesIn(choices: Partial<Choices>): (keyof Choices)[] {
  return CHOICE_NAMES.filter((name) => choices[name] !== undefined)
}

function after(before: number | undefined, now: number): number {
  return Math.max(now, (before ?? -1) + 1)
}

function put<Entry extends { at: number }>(
  entries: readonly Entry[],
  news: readonly Omit<Entry, 'at'>[],
  keyOf: (entry: Omit<Entry, 'at'>) => string,
  now: number,
): readonly Entry[] {
  if (news.length === 0) return entries
  const byKey = new Map(entries.map((one) => [keyOf(one), one]))
  for (const one of news) {
    const key = keyOf(one)
    byKey.set(key, { ...one, at: after(byKey.get(key)?.at, now) } as Entry)
  }
  return [...byKey.values()]
}
