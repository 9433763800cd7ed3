import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdit } from '../../../core/settings/edit.ts'
import {
  CLOCK_LEEWAY_MS,
  forgetUnset,
  KEEP_UNSET_MS,
  mergeSettings,
} from '../../../core/settings/merge.ts'
import { DEFAULT_SETTINGS, hiddenKey, type Settings } from '../../../core/settings/settings.ts'
import { anySettings } from './arbitrary-settings.ts'

const NOW = 1000

/** Order in a list means nothing. */
function plain({ choices, chosen, sites, hidden }: Settings) {
  return {
    choices,
    chosen: Object.fromEntries(Object.entries(chosen).toSorted()),
    sites: sites.map((it) => JSON.stringify(it)).toSorted(),
    // A name's case may be either device's.
    hidden: hidden.map((it) => `${hiddenKey(it)} ${it.state} ${it.at}`).toSorted(),
  }
}

describe('what two devices know together', () => {
  it('is the same whoever begins, however often, and in whatever order', () => {
    fc.assert(
      fc.property(anySettings, anySettings, anySettings, (a, b, c) => {
        const merge = (one: Settings, other: Settings) => mergeSettings(one, other, NOW)
        expect(plain(merge(a, b))).toEqual(plain(merge(b, a)))
        expect(plain(merge(a, a))).toEqual(plain(a))
        expect(plain(merge(merge(a, b), c))).toEqual(plain(merge(a, merge(b, c))))
        expect(plain(merge(merge(a, b), b))).toEqual(plain(merge(a, b)))
      }),
    )
  })

  it('loses no site that either of them knows', () => {
    fc.assert(
      fc.property(anySettings, anySettings, (a, b) => {
        const merged = new Set(mergeSettings(a, b, NOW).sites.map(({ site }) => site))
        for (const { site } of [...a.sites, ...b.sites]) expect(merged).toContain(site)
      }),
    )
  })

  it('keeps different choices of both, and the later of the same', () => {
    const one = applyEdit(DEFAULT_SETTINGS, { choices: { density: 'page', look: 'underline' } }, 5)
    const other = applyEdit(DEFAULT_SETTINGS, { choices: { density: 'none', markZte: false } }, 6)
    const { choices } = mergeSettings(one, other, NOW)
    expect(choices).toMatchObject({ density: 'none', look: 'underline', markZte: false })
  })

  it('does not let an older device bring back what was taken back', () => {
    const off = applyEdit(DEFAULT_SETTINGS, { sites: [{ site: 'a.example', state: 'off' }] }, 5)
    const back = applyEdit(off, { sites: [{ site: 'a.example', state: 'unset' }] }, 6)
    expect(mergeSettings(off, back, NOW).sites[0]?.state).toBe('unset')
  })

  it('does not let a clock that is far ahead win for ever', () => {
    const wrong = applyEdit(
      DEFAULT_SETTINGS,
      { sites: [{ site: 'a.example', state: 'off' }], choices: { density: 'none' } },
      NOW + 2 * CLOCK_LEEWAY_MS,
    )
    const merged = mergeSettings(DEFAULT_SETTINGS, wrong, NOW)
    expect(merged.sites[0]?.at).toBe(NOW)
    expect(merged.chosen.density).toBe(NOW)
  })
})

describe('words that were taken back', () => {
  it('are forgotten after long, all others never', () => {
    const settings: Settings = {
      ...DEFAULT_SETTINGS,
      sites: [
        { site: 'a.example', state: 'unset', at: 1 },
        { site: 'b.example', state: 'off', at: 1 },
        { site: 'c.example', state: 'unset', at: KEEP_UNSET_MS },
      ],
    }
    const kept = forgetUnset(settings, KEEP_UNSET_MS + 2).sites.map(({ site }) => site)
    expect(kept).toEqual(['b.example', 'c.example'])
  })
})
