import * as v from 'valibot'
import { CountryCode } from '../core/country-code.ts'
import { ACTION_KINDS } from '../core/source-index.ts'

const text = v.pipe(v.string(), v.nonEmpty('must not be empty'))
const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, 'an id is lower-case words and hyphens'))
const texts = v.array(text)
const kind = v.picklist(ACTION_KINDS)
const flag = v.optional(v.boolean())

/** A name with what tells it from its namesakes; `ambiguous` says which namesakes those are. */
const name = v.union([
  text,
  v.strictObject({
    form: text,
    case: v.optional(v.picklist(['exact', 'capitals', 'any'])),
    ambiguous: v.optional(text),
    context: v.optional(texts),
    home: flag,
    unless: v.optional(texts),
    notBefore: v.optional(v.union([text, texts])),
    notAfter: v.optional(texts),
    action: v.optional(kind),
    law: flag,
  }),
])

const company = v.strictObject({
  id,
  name: text,
  country: v.optional(text),
  aliases: v.array(name),
  /** Which slips in writing are taken for the name, besides those by rule. */
  misspelt: v.optional(
    v.strictObject({ name: text, also: texts, except: texts, note: v.optional(text) }),
  ),
  note: v.optional(text),
})

const agency = v.strictObject({
  id,
  name: text,
  abbreviation: v.optional(text),
  country: v.optional(text),
  partOf: v.optional(id),
  umbrella: flag,
  class: v.optional(texts),
  about: v.optional(v.array(id)),
  aliases: v.array(name),
  titles: v.optional(texts),
  officials: v.optional(texts),
  surnames: v.optional(texts),
  note: v.optional(text),
})

const country = v.strictObject({
  code: v.message(CountryCode, 'two capital letters'),
  government: id,
  names: texts,
  adjectives: texts,
  seats: texts,
})

const verbFields = {
  lemma: text,
  past: v.optional(text),
  participle: v.optional(text),
  double: flag,
  doubleUk: flag,
}
const verb = v.union([
  text,
  v.strictObject({
    ...verbFields,
    weak: flag,
    permits: flag,
    particles: v.optional(texts),
    near: v.optional(texts),
  }),
])
const noun = v.union([text, v.strictObject({ lemma: text, weak: flag, needsVerb: flag })])
const plainVerbs = v.array(v.strictObject(verbFields))

export const CompaniesFile = v.strictObject({ companies: v.array(company) })
export const AgenciesFile = v.strictObject({
  governmentNouns: texts,
  governmentHeads: v.optional(texts, []),
  governmentModifiers: v.optional(texts, []),
  countries: v.array(country),
  agencies: v.array(agency),
  titles: texts,
  /** Offices that each country has one of: Sweden's "telecom regulator". */
  offices: v.optional(v.array(v.strictObject({ class: text, forms: texts })), []),
  generic: v.array(v.strictObject({ form: text, class: text })),
})
export const ActionsFile = v.strictObject({
  kinds: v.array(v.strictObject({ kind, verbs: v.array(verb), nouns: v.array(noun) })),
  light: plainVerbs,
  say: plainVerbs,
  /** What anybody does with a company ("uses", "meets"). */
  plain: v.optional(plainVerbs, []),
  /** What is a ban when it is refused ("will no longer buy"). */
  refused: v.optional(plainVerbs, []),
  /** Words that tell what an act is about where its verb does not; the first kind found is it. */
  cues: v.optional(v.array(v.strictObject({ kind, words: texts })), []),
  refinements: v.array(
    v.strictObject({
      from: v.array(kind),
      to: kind,
      words: texts,
      verbs: v.optional(texts),
      agencies: v.optional(v.array(id)),
    }),
  ),
})

export type CompanyEntry = v.InferOutput<typeof company>
export type AgencyEntry = v.InferOutput<typeof agency>
export type CountryEntry = v.InferOutput<typeof country>
export type ActionsEntry = v.InferOutput<typeof ActionsFile>
