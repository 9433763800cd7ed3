import type { SiteKey } from '../site.ts'

/** Of what is stored, synchronised and exported. A version that can be read stands in `migrate.ts`. */
export const SETTINGS_VERSION = 2

/** The kinds of mark, each of which can be off. */
export type MarkKind = 'huawei' | 'zte' | 'action'
export const MARK_KINDS: readonly MarkKind[] = ['huawei', 'zte', 'action']

/** Which mentions are marked: each, the first of a paragraph, the first of the page, or none. */
export type Density = 'every' | 'paragraph' | 'page' | 'none'
export const DENSITIES: readonly Density[] = ['every', 'paragraph', 'page', 'none']

export type MarkLook = 'both' | 'underline' | 'background'
export const MARK_LOOKS: readonly MarkLook[] = ['both', 'underline', 'background']

/** What is chosen once for all sites. */
export type Choices = {
  /** On everywhere but where it is off, or off everywhere but on the sites that are listed. */
  mode: 'everywhere' | 'listed'
  density: Density
  markHuawei: boolean
  markZte: boolean
  markAction: boolean
  look: MarkLook
  /** `#rrggbb`, of the line; the ground behind the words is the same colour, translucent. */
  colourHuawei: string
  colourZte: string
  colourAction: string
}

/**
 * What was said about one site. `unset` is what remains of a switch that was taken back: it keeps an
 * older device from bringing the switch back.
 */
export type SiteEntry = { site: SiteKey; state: 'off' | 'on' | 'unset'; at: number }

/** A name that is no mention on one site. `name` as it was marked; `unset` as above. */
export type HiddenName = {
  site: SiteKey
  kind: 'company' | 'action'
  name: string
  state: 'hidden' | 'unset'
  at: number
}

/** Everything that is remembered. Times are in ms since 1970, of the last change of each part. */
export type Settings = {
  version: typeof SETTINGS_VERSION
  choices: Choices
  /** When each choice was made; left out where nobody has chosen. */
  chosen: Partial<Record<keyof Choices, number>>
  sites: readonly SiteEntry[]
  hidden: readonly HiddenName[]
}

export const DEFAULT_CHOICES: Readonly<Choices> = {
  mode: 'everywhere',
  density: 'every',
  markHuawei: true,
  markZte: true,
  markAction: true,
  look: 'both',
  // The lines' colours in marks.css.
  colourHuawei: '#c25218',
  colourZte: '#0e8494',
  colourAction: '#7a68d6',
}

/** Names of the choices, in the order in which they are shown. */
export const CHOICE_NAMES = Object.keys(DEFAULT_CHOICES) as (keyof Choices)[]

export const DEFAULT_SETTINGS: Settings = {
  version: SETTINGS_VERSION,
  choices: DEFAULT_CHOICES,
  chosen: {},
  sites: [],
  hidden: [],
}

/** More than anybody has; so much still fits into the browser's local storage. */
export const MOST_SITES = 50_000
export const MOST_HIDDEN = 5000
/** What makes two hidden names the same: case, width and spaces do not matter. */
export function hiddenKey({
  site,
  kind,
  name,
}: Pick<HiddenName, 'site' | 'kind' | 'name'>): string {
  return `${site} ${kind} ${foldName(name)}`
}

/** Characters that take no place; a page may hide them in a name. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g

/** A name as it is compared. */
export function foldName(name: string): string {
  return name.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim().toLowerCase()
}
