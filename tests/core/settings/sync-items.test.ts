import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeSettings } from '../../../core/settings/merge.ts'
import { DEFAULT_SETTINGS, hiddenKey, type Settings } from '../../../core/settings/settings.ts'
import { packSettings, SYNC_KEYS, unpackSettings } from '../../../core/settings/sync-items.ts'
import { anySettings } from './arbitrary-settings.ts'

/** What the browsers allow, in bytes. */
const ITEM_LIMIT = 8192
const WHOLE_LIMIT = 102_400

const manySites = (count: number, ending = 'example') =>
  Array.from({ length: count }, (_, at) => ({
    site: `*.site-${at}.with-a-name-of-usual-length.${ending}`,
    state: 'off' as const,
    at: 1_700_000_000_000 + at,
  }))

function sizesOf(items: Record<string, unknown>): number[] {
  return Object.entries(items).map(
    ([key, value]) => new TextEncoder().encode(key + JSON.stringify(value)).length,
  )
}

const plain = ({ choices, chosen, sites, hidden }: Settings) => ({
  choices,
  chosen,
  sites: sites.map((it) => JSON.stringify(it)).toSorted(),
  hidden: hidden.map((it) => `${hiddenKey(it)} ${it.state} ${it.at}`).toSorted(),
})

describe('settings in synchronised storage', () => {
  it('come out as they went in', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const { items, left } = packSettings(settings)
        expect(left).toBe(0)
        const carried = JSON.parse(JSON.stringify(items)) as Record<string, unknown>
        expect(plain(unpackSettings(carried))).toEqual(plain(settings))
      }),
    )
  })

  it('take no item where nothing was ever set', () => {
    expect(packSettings(DEFAULT_SETTINGS)).toEqual({ items: {}, left: 0 })
  })

  it.each([
    ['ten thousand sites', manySites(10_000)],
    ['ten thousand sites in letters of their own', manySites(10_000, 'xn--fiqs8s')],
  ])('stay within the browser’s limits with %s, and tell what is left out', (_what, sites) => {
    const { items, left } = packSettings({ ...DEFAULT_SETTINGS, sites })
    const sizes = sizesOf(items)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(ITEM_LIMIT)
    expect(sizes.reduce((sum, it) => sum + it, 0)).toBeLessThanOrEqual(WHOLE_LIMIT)
    const carried = unpackSettings(items).sites
    expect(carried.length + left).toBe(sites.length)
    expect(carried.length).toBeGreaterThan(900)
  })

  it('leave out what was said longest ago', () => {
    const sites = manySites(10_000)
    const carried = unpackSettings(packSettings({ ...DEFAULT_SETTINGS, sites }).items).sites
    const newest = new Set(carried.map(({ site }) => site))
    expect(sites.slice(-100).filter(({ site }) => !newest.has(site))).toEqual([])
  })

  it('count names in other scripts as browsers do that escape them', () => {
    const hidden = Array.from({ length: 3000 }, (_, at) => ({
      site: '*.a.example',
      kind: 'company' as const,
      name: `中兴通讯第${at}号`,
      state: 'hidden' as const,
      at,
    }))
    const { items } = packSettings({ ...DEFAULT_SETTINGS, hidden })
    const escaped = Object.values(items).map(
      (it) => JSON.stringify(it).replace(/[^\0-\x7f]/g, '\\u0000').length,
    )
    expect(Math.max(...escaped)).toBeLessThanOrEqual(ITEM_LIMIT)
  })

  it('change in one item when one site is switched', () => {
    const before = { ...DEFAULT_SETTINGS, sites: manySites(200) }
    const after = {
      ...before,
      sites: before.sites.map((it, at) => (at === 7 ? { ...it, state: 'on' as const, at: 9 } : it)),
    }
    const [one, other] = [packSettings(before).items, packSettings(after).items]
    const changed = SYNC_KEYS.filter(
      (key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]),
    )
    expect(changed).toHaveLength(1)
  })

  it('settle between two devices that edited apart: both end with the same items', () => {
    const one = { ...DEFAULT_SETTINGS, sites: manySites(300, 'one.example') }
    const other = { ...DEFAULT_SETTINGS, sites: manySites(300, 'other.example') }
    // The other device's items replace the first's; each takes in what it then reads.
    const now = 1_800_000_000_000
    const first = mergeSettings(one, unpackSettings(packSettings(other).items), now)
    const second = mergeSettings(other, unpackSettings(packSettings(first).items), now)
    expect(packSettings(second).items).toEqual(packSettings(first).items)
    expect(second.sites).toHaveLength(600)
  })

  it('are hostile until checked', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...SYNC_KEYS), fc.anything()), (items) => {
        expect(unpackSettings(items).version).toBe(2)
      }),
    )
    expect(
      unpackSettings({
        sites0: [
          ['a.example', 2, '5'],
          ['b.example', 9, '5'],
          ['c.example', 2, 5],
          ['d.example', 2, '!'],
          7,
          [],
        ],
      }).sites,
    ).toEqual([{ site: 'a.example', state: 'off', at: 5 }])
  })
})
