import * as v from 'valibot'
import {
  ChoiceSchemas,
  HiddenNameSchema,
  SiteEntrySchema,
} from '../core/settings/settings-schema.ts'
import { ACTION_KINDS } from '../core/source-index.ts'
import type { BackgroundCalls } from './calls.ts'

/**
 * What each call to the background may say. Its callers are our own code, but some of it runs in the
 * processes of pages: a page that has broken out of its own could speak for it.
 */
const None = v.nullish(v.never())
const Id = v.pipe(v.string(), v.maxLength(300))
const Ids = v.pipe(v.array(Id), v.maxLength(1000))
const Integer = v.pipe(v.number(), v.integer())
const Count = v.pipe(Integer, v.minValue(0))
const { site, state } = SiteEntrySchema.entries
const { kind, name, state: hiddenState } = HiddenNameSchema.entries

const SCHEMAS: Record<keyof BackgroundCalls, v.GenericSchema> = {
  findContext: v.object({
    agency: v.optional(Id),
    alsoBy: v.optional(Ids),
    action: v.optional(v.picklist(ACTION_KINDS)),
    target: v.optional(
      v.union([
        v.picklist(['huawei', 'zte', 'both', 'chinese-telecom', 'other']),
        v.pipe(Id, v.startsWith('own:')),
      ]),
    ),
    company: v.optional(Id),
    sentence: v.string(),
    pageCompanies: Ids,
  }),
  reportFrame: v.object({
    counts: v.object({ huawei: Count, zte: Count, action: Count, own: Count }),
    off: v.boolean(),
    fresh: v.boolean(),
    since: v.pipe(v.number(), v.finite()),
  }),
  pageState: None,
  reportPlace: None,
  restyle: v.string(),
  switchSite: v.object({
    site,
    off: v.boolean(),
    instead: v.optional(site),
    tabId: v.optional(Integer),
  }),
  hideName: v.object({ kind, name, state: hiddenState }),
  openGate: None,
  loadCard: v.optional(Count),
  openDigest: Integer,
  openReader: Id,
  leaveFrame: v.picklist([1, -1]),
  tabState: Integer,
  setPause: v.object({
    choice: v.picklist(['none', 'tab', 'hour', 'restart', 'everywhere']),
    tabId: v.optional(Integer),
  }),
  readSettings: None,
  editSettings: v.object({
    choices: v.optional(v.partial(v.strictObject(ChoiceSchemas))),
    sites: v.optional(v.array(v.object({ site, state }))),
    hidden: v.optional(v.array(v.object({ site, kind, name, state: hiddenState }))),
  }),
  resetSettings: None,
  sawNew: Ids,
  sourcesKept: None,
  sourcesMade: v.boolean(),
  setSync: v.boolean(),
}

/** Why the background does not take a call; `undefined` where it does, and for calls that are none. */
export function faultOfCall(method: string, argument: unknown): string | undefined {
  if (!Object.hasOwn(SCHEMAS, method)) return undefined
  const read = v.safeParse(SCHEMAS[method as keyof BackgroundCalls], argument)
  if (read.success) return undefined
  const [issue] = read.issues
  return `${method} ${v.getDotPath(issue) ?? ''}: ${issue.message}`
}
