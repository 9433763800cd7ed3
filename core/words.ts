import type english from '../public/_locales/en/messages.json'

type Catalogue = typeof english

/** Name of a message in the browser's i18n files, `public/_locales/`. */
export type MessageKey = keyof Catalogue

type PlaceholderOf<K extends MessageKey> = Catalogue[K] extends { placeholders: infer P }
  ? Extract<keyof P, string>
  : never

/** What a message needs: nothing, or a value for each of its placeholders. */
type ValuesFor<K extends MessageKey, V> = [PlaceholderOf<K>] extends [never]
  ? []
  : [values: Record<PlaceholderOf<K>, V>]

/** A message that comes in plural forms is named by what stands before `_other`. */
export type CountKey =
  Extract<MessageKey, `${string}_other`> extends `${infer Stem}_other` ? Stem : never

/** What a counted message needs besides its count. */
type CountValues<K extends CountKey> =
  Exclude<PlaceholderOf<`${K}_other`>, 'count'> extends infer P extends string
    ? [P] extends [never]
      ? []
      : [values: Record<P, string | number>]
    : never

/**
 * Gives a message with its values filled in, or '' when it has none of that name: the shape of the
 * browser's own `i18n.getMessage`. `values` are in the alphabetical order of the placeholders' names.
 */
export type Lookup = (key: string, values: string[]) => string

let lookup: Lookup = () => {
  throw new Error('No messages: call speakWith before anything is said.')
}

/** Sets where messages come from, once, where a script or a page starts. */
export function speakWith(source: Lookup): void {
  lookup = source
}

/**
 * Runs with other messages and goes back to the reader's: what machines read is always English. `run`
 * must not wait for anything.
 */
export function speakMeanwhile<Result>(source: Lookup, run: () => Result): Result {
  const own = lookup
  lookup = source
  try {
    return run()
  } finally {
    lookup = own
  }
}

/** The message in the reader's language. Numbers are written as that language writes them. */
export function say<K extends MessageKey>(key: K, ...rest: ValuesFor<K, string | number>): string {
  const values = rest[0] ?? {}
  return lookup(
    key,
    inOrder(values).map(([, value]) => sayValue(value)),
  )
}

/** The plural form that fits `count`; its placeholder `count` is filled in. */
export function sayCount<K extends CountKey>(
  key: K,
  count: number,
  ...rest: CountValues<K>
): string {
  const form = pluralRules().select(count)
  const values = inOrder({ ...rest[0], count }).map(([, value]) => sayValue(value))
  return lookup(`${key}_${form}`, values) || lookup(`${key}_other`, values)
}

/**
 * The message in pieces, for what stands inside a sentence and is more than text (a key, a link):
 * strings, with each value in the place of its placeholder.
 */
export function sayParts<K extends MessageKey, V>(
  key: K,
  ...rest: ValuesFor<K, V | string>
): (string | V)[] {
  const values = inOrder<V | string>(rest[0] ?? {})
  const marked = lookup(
    key,
    values.map((_, at) => `\u{E000}${at}\u{E001}`),
  )
  return marked.split(/\u{E000}(\d+)\u{E001}/u).flatMap((piece, at): (string | V)[] => {
    const value = at % 2 === 1 ? values[Number(piece)] : undefined
    if (value) return [value[1]]
    return piece === '' ? [] : [piece]
  })
}

export function sayNumber(value: number): string {
  return numbers().format(value)
}

/** `Huawei, ZTE`: names in a label, with nothing more between them than the language asks for. */
export function sayList(items: readonly string[]): string {
  return narrowLists().format(items.map(isolate))
}

/** `Huawei and ZTE`, inside a sentence. */
export function sayAll(items: readonly string[]): string {
  return lists().format(items.map(isolate))
}

/** `Huawei or ZTE`, inside a sentence. */
export function sayAny(items: readonly string[]): string {
  return choices().format(items.map(isolate))
}

/** `Pentagon · ban · ZTE`: the parts of a label, those that are there. */
export function sayLabel(parts: readonly (string | undefined)[]): string {
  return parts.flatMap((part) => (part ? [isolate(part)] : [])).join(' · ')
}

/** Tag of the language that messages are in: dates and numbers follow it, not the browser's. */
export function locale(): string {
  return lookup('locale', []) || 'en'
}

/** Which way that language is written. */
export function direction(): 'ltr' | 'rtl' {
  return lookup('direction', []) === 'rtl' ? 'rtl' : 'ltr'
}

/** What Intl is asked for. Our English puts the day before the month and no comma before "and". */
export function formatLocale(): string {
  const tag = locale()
  return tag === 'en' ? 'en-GB' : tag
}

/** Makes what Intl offers once for the language that is spoken: each takes longer than its use. */
export function forLanguage<Format>(make: (tag: string) => Format): () => Format {
  let kept: { tag: string; format: Format } | undefined
  return () => {
    const tag = formatLocale()
    if (kept?.tag !== tag) kept = { tag, format: make(tag) }
    return kept.format
  }
}

const pluralRules = forLanguage((tag) => new Intl.PluralRules(tag))
const numbers = forLanguage((tag) => new Intl.NumberFormat(tag))
const narrowLists = forLanguage((tag) => new Intl.ListFormat(tag, { style: 'narrow' }))
const lists = forLanguage((tag) => new Intl.ListFormat(tag))
const choices = forLanguage((tag) => new Intl.ListFormat(tag, { type: 'disjunction' }))

function sayValue(value: unknown): string {
  return typeof value === 'number' ? sayNumber(value) : isolate(String(value))
}

/**
 * Names and quotes are written from left to right: among words that are written the other way they
 * would change places with their neighbours.
 */
function isolate(text: string): string {
  return direction() === 'rtl' ? `\u{2068}${text}\u{2069}` : text
}

function inOrder<V>(values: Partial<Record<string, V>>): [string, V][] {
  return Object.entries(values as Record<string, V>).sort(([a], [b]) => (a < b ? -1 : 1))
}
