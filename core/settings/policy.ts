import * as v from 'valibot'
import { hostOfKey, keysAt, LOCAL_FILES, type SiteKey } from '../site.ts'
import { stateAt } from './decide.ts'
import type { SettingsEdit } from './edit.ts'
import {
  CHOICE_NAMES,
  DEFAULT_CHOICES,
  MOST_SITES,
  type Choices,
  type Settings,
} from './settings.ts'
import { ChoiceSchemas, SiteEntrySchema } from './settings-schema.ts'

/** What an organisation can keep from being changed. */
export type Lockable = keyof Choices | 'sites' | 'sync'
export const LOCKABLE: readonly Lockable[] = [...CHOICE_NAMES, 'sites', 'sync']

/** What the browser's managed storage says: values that hold until somebody chooses, or always. */
export type Policy = {
  choices: Partial<Choices>
  sites: readonly { site: SiteKey; state: 'on' | 'off' }[]
  /** Whether settings travel; `undefined` where nothing is said. */
  sync: boolean | undefined
  locked: readonly Lockable[]
  /** Names of what was said but could not be read, and is left out. */
  faults: readonly string[]
}

export const NO_POLICY: Policy = {
  choices: {},
  sites: [],
  sync: undefined,
  locked: [],
  faults: [],
}

const isLockable = v.safeParser(v.picklist(LOCKABLE))
const isSite = v.safeParser(SiteEntrySchema.entries.site)
const isFlag = v.safeParser(v.boolean())

/**
 * Reads what an organisation has set. It is hostile until checked, like everything stored: each part
 * that is right counts, whatever stands beside it, and the rest is named in `faults`.
 */
export function readPolicy(stored: unknown): Policy {
  if (stored === undefined || stored === null) return NO_POLICY
  if (typeof stored !== 'object' || Array.isArray(stored))
    return { ...NO_POLICY, faults: ['policy'] }
  const said = stored as Record<string, unknown>
  const faults = Object.keys(said).filter((name) => !KNOWN.has(name))
  const [off, on, locked] = (['sitesOff', 'sitesOn', 'locked'] as const).map((name) =>
    readList(said, name, name === 'locked' ? isLockable : isSite, faults),
  ) as [SiteKey[], SiteKey[], Lockable[]]
  const choices = readChoices(said, faults)
  const sync = said['sync'] === undefined ? undefined : isFlag(said['sync'])
  if (sync && !sync.success) faults.push('sync')
  const sites = [
    ...on.map((site) => ({ site, state: 'on' as const })),
    ...off.map((site) => ({ site, state: 'off' as const })),
  ]
  return {
    choices,
    // Of both for one site, off counts.
    sites: [...new Map(sites.map((one) => [one.site, one])).values()],
    sync: sync?.success ? sync.output : undefined,
    locked: [...new Set(locked)],
    faults,
  }
}

const KNOWN = new Set<string>([...CHOICE_NAMES, 'sitesOff', 'sitesOn', 'sync', 'locked'])

function readChoices(said: Record<string, unknown>, faults: string[]): Partial<Choices> {
  const choices: Record<string, unknown> = {}
  for (const name of CHOICE_NAMES) {
    if (!Object.hasOwn(said, name)) continue
    const value = v.safeParse(ChoiceSchemas[name], said[name])
    if (value.success) choices[name] = value.output
    else faults.push(name)
  }
  return choices
}

function readList(
  said: Record<string, unknown>,
  name: string,
  read: (item: unknown) => { success: boolean },
  faults: string[],
): unknown[] {
  const list = said[name] ?? []
  if (!Array.isArray(list)) return (faults.push(name), [])
  const right = list.slice(0, MOST_SITES).filter((item) => read(item).success)
  if (right.length < list.length) faults.push(name)
  return right
}

/** What holds: what is locked, else what a person has chosen, else what the organisation says. */
export function applyPolicy(settings: Settings, policy: Policy): Settings {
  if (policy === NO_POLICY) return settings
  const choices: Record<string, unknown> = { ...settings.choices }
  for (const name of CHOICE_NAMES)
    if (policy.locked.includes(name) || settings.chosen[name] === undefined)
      choices[name] =
        policy.choices[name] ??
        (policy.locked.includes(name) ? DEFAULT_CHOICES : settings.choices)[name]
  return {
    ...settings,
    choices: choices as Choices,
    sites: mergeSites(settings.sites, policy),
  }
}

function mergeSites(own: Settings['sites'], policy: Policy): Settings['sites'] {
  if (policy.sites.length === 0) return own
  const kept = own.filter(({ site }) => !isLockedSite(policy, site))
  const said = new Set(kept.filter(({ state }) => state !== 'unset').map(({ site }) => site))
  const given = policy.sites.filter(({ site }) => !said.has(site))
  const names = new Set(given.map(({ site }) => site))
  return [
    ...kept.filter(({ site }) => !names.has(site)),
    ...given.map((one) => ({ ...one, at: 0 })),
  ]
}

/** Whether what the organisation says decides for this site or host, and nobody else may. */
export function isLockedSite(policy: Pick<Policy, 'locked' | 'sites'>, key: SiteKey): boolean {
  if (!policy.locked.includes('sites')) return false
  const place = key === LOCAL_FILES ? ({ kind: 'files' } as const) : hostPlace(key)
  const keys = new Set([key, ...keysAt(place)])
  return policy.sites.some(({ site }) => keys.has(site))
}

function hostPlace(key: SiteKey) {
  return { kind: 'host', host: hostOfKey(key) } as const
}

/** What remains of a change that a person asks for: nothing that is locked. */
export function dropLocked(edit: SettingsEdit, policy: Policy): SettingsEdit {
  const { choices = {}, sites = [] } = edit
  const free = Object.entries(choices).filter(([name]) => !policy.locked.includes(name as Lockable))
  return {
    ...edit,
    choices: Object.fromEntries(free) as Partial<Choices>,
    sites: sites.filter(({ site }) => !isLockedSite(policy, site)),
  }
}

/**
 * The same change where the organisation has said something about a site: to take back a person's word
 * would bring back the organisation's, so the opposite is said instead.
 */
export function overrulePolicy(
  edit: SettingsEdit,
  settings: Settings,
  policy: Policy,
): SettingsEdit {
  if (!edit.sites || policy.sites.length === 0) return edit
  const given = new Map(policy.sites.map(({ site, state }) => [site, state]))
  return {
    ...edit,
    sites: edit.sites.map((one) => {
      if (one.state !== 'unset' || !given.has(one.site)) return one
      const rest = settings.sites.filter(({ site }) => site !== one.site)
      return { ...one, state: stateAt({ ...settings, sites: rest }, one.site).state }
    }),
  }
}
