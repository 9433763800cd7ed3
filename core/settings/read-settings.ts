import * as v from 'valibot'
import { isHost, LOCAL_FILES } from '../site.ts'
import {
  CHOICE_NAMES,
  DEFAULT_CHOICES,
  DEFAULT_SETTINGS,
  hiddenKey,
  MOST_HIDDEN,
  MOST_SITES,
  SETTINGS_VERSION,
  type Choices,
  type Settings,
} from './settings.ts'
import { ChoiceSchemas, HiddenNameSchema, SiteEntrySchema } from './settings-schema.ts'

/** `damaged`: something was stored that could not be read, and was left out. */
export type ReadSettings = { settings: Settings; damaged: boolean }

const Versioned = v.looseObject({ version: v.pipe(v.number(), v.integer(), v.minValue(1)) })
const Whole = v.looseObject({
  choices: v.optional(v.looseObject({}), {}),
  chosen: v.optional(v.looseObject({}), {}),
  sites: v.optional(v.array(v.unknown()), []),
  hidden: v.optional(v.array(v.unknown()), []),
})

/** What version 1 stored: the hosts that were off, in the order in which they were switched. */
export type SettingsV1 = { version: 1; offSites: unknown }

/** From each version to the next; what is not understood goes along as it is, for the last reading. */
const STEPS: Record<number, (old: Record<string, unknown>) => Record<string, unknown>> = {
  1: ({ offSites }) => ({
    version: 2,
    sites: Array.isArray(offSites) ? offSites.map(entryOfV1) : offSites,
  }),
}

/** A switch of version 1 spoke of one host, without a time: any later word wins. */
function entryOfV1(site: unknown): unknown {
  return typeof site === 'string' && (site === LOCAL_FILES || isHost(site))
    ? { site, state: 'off', at: 1 }
    : site
}

/**
 * Reads what is stored, of whatever version. Stored data is hostile until checked: each part that is
 * right counts, whatever stands beside it. Nothing stored means the settings of the first day.
 */
export function readSettings(stored: unknown): ReadSettings {
  if (stored === undefined || stored === null) return { settings: DEFAULT_SETTINGS, damaged: false }
  const whole = v.safeParse(Whole, migrate(stored))
  if (!whole.success) return { settings: DEFAULT_SETTINGS, damaged: true }
  const { choices, chosen, sites, hidden } = whole.output
  const read = readChoices(choices, chosen)
  const [readSites, badSites] = readEach(SiteEntrySchema, sites, MOST_SITES, (it) => it.site)
  const [readHidden, badHidden] = readEach(HiddenNameSchema, hidden, MOST_HIDDEN, hiddenKey)
  return {
    settings: { version: SETTINGS_VERSION, ...read.choices, sites: readSites, hidden: readHidden },
    damaged: read.damaged || badSites || badHidden,
  }
}

/** What a later version stored is read as far as this one understands it. */
function migrate(stored: unknown): unknown {
  const versioned = v.safeParse(Versioned, stored)
  if (!versioned.success) return undefined
  let at: Record<string, unknown> = versioned.output
  for (let version = versioned.output.version; version < SETTINGS_VERSION; version += 1) {
    const step = STEPS[version]
    if (!step) return undefined
    at = step(at)
  }
  return at
}

const Time = SiteEntrySchema.entries.at

function readChoices(stored: Record<string, unknown>, times: Record<string, unknown>) {
  const choices: Record<string, unknown> = { ...DEFAULT_CHOICES }
  const chosen: Settings['chosen'] = {}
  let damaged = false
  for (const name of CHOICE_NAMES) {
    if (!Object.hasOwn(stored, name)) continue
    const value = v.safeParse(ChoiceSchemas[name], stored[name])
    if (value.success) choices[name] = value.output
    else damaged = true
    const at = v.safeParse(Time, times[name])
    if (value.success && at.success) chosen[name] = at.output
  }
  return { choices: { choices: choices as Choices, chosen }, damaged }
}

/** The list's items that are right, without their doubles, and whether any was wrong. */
function readEach<Schema extends v.GenericSchema>(
  schema: Schema,
  list: unknown[],
  most: number,
  keyOf: (item: v.InferOutput<Schema>) => string,
): [v.InferOutput<Schema>[], boolean] {
  const right = list
    .slice(0, most)
    .map((item) => v.safeParse(schema, item))
    .filter((one) => one.success)
    .map((one) => one.output)
  const single = new Map(right.map((one) => [keyOf(one), one]))
  return [[...single.values()], right.length < list.length]
}
