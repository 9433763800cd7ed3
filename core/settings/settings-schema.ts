import * as v from 'valibot'
import { isSiteKey } from '../site.ts'
import { DENSITIES, MARK_LOOKS } from './settings.ts'

/** Longer than any mark. */
const LONGEST_NAME = 300

/** Faults are named, not told: only who speaks to a person has the words. */
const Colour = v.pipe(v.string(), v.regex(/^#[\da-f]{6}$/, 'colour'))
const Site = v.pipe(v.string(), v.check(isSiteKey, 'site'))
/** No later than what a date can hold. */
const Time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15))

/** One schema a choice, so that a broken one does not take the others with it. */
export const ChoiceSchemas = {
  mode: v.picklist(['everywhere', 'listed']),
  density: v.picklist(DENSITIES),
  markHuawei: v.boolean(),
  markZte: v.boolean(),
  markAction: v.boolean(),
  look: v.picklist(MARK_LOOKS),
  colourHuawei: Colour,
  colourZte: Colour,
  colourAction: Colour,
}

export const SiteEntrySchema = v.object({
  site: Site,
  state: v.picklist(['off', 'on', 'unset']),
  at: Time,
})

export const HiddenNameSchema = v.object({
  site: Site,
  kind: v.picklist(['company', 'action']),
  name: v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST_NAME)),
  state: v.picklist(['hidden', 'unset']),
  at: Time,
})
