import * as v from 'valibot'
import { readSettings } from './read-settings.ts'
import { hiddenKey, SETTINGS_VERSION, type Settings } from './settings.ts'

/**
 * How settings lie in the browser's synchronised storage. An item holds 8,192 bytes, all of them
 * 102,400. Sites and names are spread over items by a number made from their keys, so that a device
 * which switches one site writes one item, and a full item is seldom.
 */
const BUCKETS = 12
/** The browser counts the key and some encodings differently: a margin below its limit, in bytes. */
const ITEM_BYTES = 8000
const CHOICES = 'choices'

/** `left`: how many sites and names found no room. */
export type PackedSettings = { items: Record<string, unknown>; left: number }

type Row = { key: string; at: number; row: unknown[] }

/** Every item name that this version may write. */
export const SYNC_KEYS = [CHOICES, ...Array.from({ length: BUCKETS }, (_, at) => bucketName(at))]

/** The same settings make the same items on every device. What was said last goes first. */
export function packSettings(settings: Settings): PackedSettings {
  const rows = [...settings.sites.map(rowOfSite), ...settings.hidden.map(rowOfHidden)]
  const buckets = Map.groupBy(rows.toSorted(byTime), ({ key }) => bucketName(hashOf(key) % BUCKETS))
  const items: Record<string, unknown> = {}
  let left = 0
  for (const [name, all] of buckets) {
    const kept = fill(all)
    items[name] = kept
    left += all.length - kept.length
  }
  const { choices, chosen } = settings
  if (Object.keys(chosen).length > 0)
    items[CHOICES] = { version: SETTINGS_VERSION, choices, chosen }
  return { items, left }
}

/** What the synchronised items hold; hostile until checked, like everything stored. */
export function unpackSettings(items: Record<string, unknown>): Settings {
  const rows = SYNC_KEYS.slice(1).flatMap((name) => {
    const list = items[name]
    return Array.isArray(list) ? list : []
  })
  const choices = v.safeParse(v.looseObject({}), items[CHOICES])
  const { settings } = readSettings({
    version: SETTINGS_VERSION,
    ...(choices.success ? choices.output : {}),
    sites: rows.map(siteOfRow).filter((one) => one !== undefined),
    hidden: rows.map(hiddenOfRow).filter((one) => one !== undefined),
  })
  return settings
}

const STATES = ['unset', 'on', 'off'] as const

const rowOfSite = ({ site, state, at }: Settings['sites'][number]): Row => ({
  key: site,
  at,
  row: [site, STATES.indexOf(state), writeTime(at)],
})

const rowOfHidden = (one: Settings['hidden'][number]): Row => ({
  key: hiddenKey(one),
  at: one.at,
  row: [one.site, one.kind, one.name, one.state === 'hidden' ? 1 : 0, writeTime(one.at)],
})

/** In letters: shorter, and Chromium writes numbers of this size out longer than they are read. */
const writeTime = (at: number) => at.toString(36)
const readTime = (text: unknown) => (typeof text === 'string' ? Number.parseInt(text, 36) : NaN)

function siteOfRow(row: unknown) {
  if (!Array.isArray(row) || row.length !== 3) return undefined
  return { site: row[0], state: STATES[row[1]], at: readTime(row[2]) }
}

function hiddenOfRow(row: unknown) {
  if (!Array.isArray(row) || row.length !== 5) return undefined
  return {
    site: row[0],
    kind: row[1],
    name: row[2],
    state: row[3] === 1 ? 'hidden' : 'unset',
    at: readTime(row[4]),
  }
}

function byTime(a: Row, b: Row): number {
  return b.at - a.at || (a.key < b.key ? -1 : 1)
}

function fill(rows: Row[]): unknown[][] {
  let room = ITEM_BYTES
  const kept: unknown[][] = []
  for (const { row } of rows) {
    room -= bytesOf(row) + 1
    if (room < 0) break
    kept.push(row)
  }
  return kept
}

/** What the browser counts: UTF-8, where some escape everything beyond ASCII. */
function bytesOf(value: unknown): number {
  const text = JSON.stringify(value)
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x10000 ? 6 : 12
  }
  return bytes
}

function bucketName(at: number): string {
  return `sites${at}`
}

/** FNV-1a, 32 bits: the same on every device. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  return hash
}
