import * as v from 'valibot'
import type { SettingsEdit } from './edit.ts'
import { MOST_HIDDEN, MOST_SITES, SETTINGS_VERSION, type Settings } from './settings.ts'
import { ChoiceSchemas, HiddenNameSchema, SiteEntrySchema } from './settings-schema.ts'

/** Says what a file is, whatever its name. */
const FORMAT = 'source-context-settings'
/** Larger than any export of ours, in UTF-16 units. */
export const LONGEST_FILE = 8_000_000

/** What can be wrong with a value, beside being missing or not what was expected. */
const KINDS = [
  'number',
  'integer',
  'noVersion',
  'newer',
  'list',
  'manySites',
  'manyNames',
  'unknown',
  'missing',
  'colour',
  'site',
] as const

/**
 * Where a file is wrong, and how. `path`: the way to the value, as keys and list positions from the
 * root. `expected`: what would have been right, as it is written in JSON or called there.
 */
export type FileFault = { path: readonly (string | number)[] } & FaultKind
type FaultKind = { kind: (typeof KINDS)[number] } | { kind: 'other'; expected: string[] }

const { site } = SiteEntrySchema.entries
const { kind, name } = HiddenNameSchema.entries

/** Times stay at home: what a file says counts from its import on. */
const FileSchema = v.strictObject({
  format: v.literal(FORMAT),
  version: v.pipe(
    v.number('number'),
    v.integer('integer'),
    v.minValue(SETTINGS_VERSION, 'noVersion'),
    v.maxValue(SETTINGS_VERSION, 'newer'),
  ),
  exported: v.optional(v.string()),
  choices: v.optional(
    v.pipe(
      v.unknown(),
      v.check((it) => !Array.isArray(it), 'list'),
      v.partial(v.strictObject(ChoiceSchemas)),
    ),
    {},
  ),
  sites: v.optional(
    v.pipe(
      v.array(v.strictObject({ site, state: v.picklist(['off', 'on']) })),
      v.maxLength(MOST_SITES, 'manySites'),
    ),
    [],
  ),
  hidden: v.optional(
    v.pipe(v.array(v.strictObject({ site, kind, name })), v.maxLength(MOST_HIDDEN, 'manyNames')),
    [],
  ),
})

/** All that a person has set, as JSON that this and later versions read. `exported`: an ISO date. */
export function writeSettingsFile(settings: Settings, exported: string): string {
  const file = {
    format: FORMAT,
    version: SETTINGS_VERSION,
    exported,
    choices: settings.choices,
    sites: settings.sites
      .filter(({ state }) => state !== 'unset')
      .map(({ site, state }) => ({ site, state })),
    hidden: settings.hidden
      .filter(({ state }) => state === 'hidden')
      .map(({ site, kind, name }) => ({ site, kind, name })),
  }
  return `${JSON.stringify(file, undefined, 2)}\n`
}

/** The change that a file asks for, or what is wrong with it: then nothing of it counts. */
export function readSettingsFile(value: unknown): { edit: SettingsEdit } | { fault: FileFault } {
  const read = v.safeParse(FileSchema, value, { abortEarly: true })
  if (!read.success) return { fault: faultOf(read.issues[0]) }
  const { choices, sites, hidden } = read.output
  return {
    edit: {
      // What a file leaves out stays as it is.
      choices: Object.fromEntries(Object.entries(choices).filter(([, it]) => it !== undefined)),
      sites,
      hidden: hidden.map((one) => ({ ...one, state: 'hidden' as const })),
    },
  }
}

function faultOf(issue: v.BaseIssue<unknown>): FileFault {
  const path = (issue.path ?? []).flatMap(({ key }) =>
    typeof key === 'string' || typeof key === 'number' ? [key] : [],
  )
  return { path, ...kindOf(issue) }
}

/** Our own checks give the fault's name as their message; the library's say what they expected. */
function kindOf({ message, expected, type, received }: v.BaseIssue<unknown>): FaultKind {
  if (type === 'strict_object' && expected === 'never') return { kind: 'unknown' }
  if (received === 'undefined') return { kind: 'missing' }
  const kind = KINDS.find((one) => one === message)
  return kind ? { kind } : { kind: 'other', expected: (expected ?? message).split(' | ') }
}
