import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideSite } from '../../../core/settings/decide.ts'
import {
  applyEdit,
  editForReset,
  editForSwitch,
  invertEdit,
  type SettingsEdit,
} from '../../../core/settings/edit.ts'
import {
  DEFAULT_CHOICES,
  DEFAULT_SETTINGS,
  type Settings,
} from '../../../core/settings/settings.ts'
import { keysAt, placeOf } from '../../../core/site.ts'
import { anyEdit, anySettings } from './arbitrary-settings.ts'

/** What a person sees of the settings: times and words taken back make no difference. */
function visible({ choices, sites, hidden }: Settings) {
  return {
    choices,
    sites: sites
      .filter(({ state }) => state !== 'unset')
      .map(({ site, state }) => `${state} ${site}`),
    hidden: hidden.filter(({ state }) => state === 'hidden').map(({ at: _at, ...one }) => one),
  }
}

const sorted = (settings: Settings) => {
  const { choices, sites, hidden } = visible(settings)
  return { choices, sites: sites.toSorted(), hidden: hidden.map((it) => JSON.stringify(it)).sort() }
}

describe('a change of the settings', () => {
  it('is undone by what takes it back, whatever it was', () => {
    fc.assert(
      fc.property(anySettings, anyEdit, fc.integer({ min: 0, max: 100 }), (before, edit, now) => {
        const inverse = invertEdit(before, edit)
        const after = applyEdit(applyEdit(before, edit, now), inverse, now)
        const names = (list: string[]) => list.map((it) => it.toLowerCase()).toSorted()
        expect(sorted(after).sites).toEqual(sorted(before).sites)
        expect(sorted(after).choices).toEqual(sorted(before).choices)
        // A name that comes back may have another case: it is the same name.
        expect(names(sorted(after).hidden)).toEqual(names(sorted(before).hidden))
      }),
    )
  })

  it('is later than what it changes, even where the clock has gone back', () => {
    const off: SettingsEdit = { sites: [{ site: 'a.example', state: 'off' }] }
    const on: SettingsEdit = { sites: [{ site: 'a.example', state: 'on' }] }
    const later = applyEdit(applyEdit(DEFAULT_SETTINGS, off, 1000), on, 10)
    expect(later.sites).toEqual([{ site: 'a.example', state: 'on', at: 1001 }])
  })

  it('leaves alone what it does not name', () => {
    const before = applyEdit(DEFAULT_SETTINGS, { sites: [{ site: 'a.example', state: 'off' }] }, 5)
    const after = applyEdit(before, { choices: { density: 'page' } }, 6)
    expect(after.sites).toBe(before.sites)
    expect(after.chosen).toEqual({ density: 6 })
  })

  it('resets everything', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const { sites, hidden, choices } = visible(
          applyEdit(settings, editForReset(settings), 1000),
        )
        expect({ sites, hidden }).toEqual({ sites: [], hidden: [] })
        expect(choices).toEqual(DEFAULT_CHOICES)
      }),
    )
  })
})

describe('a switch', () => {
  it('makes hold what it says, from any settings', () => {
    const place = placeOf('https://a.one.example/')
    const keys = keysAt(place)
    fc.assert(
      fc.property(anySettings, fc.boolean(), (settings, off) => {
        // As the popup does: whatever decides here is what is switched.
        const site = decideSite(settings, place).by ?? '*.one.example'
        expect(keys).toContain(site)
        const after = applyEdit(settings, editForSwitch(settings, { site, off }), 100)
        expect(decideSite(after, place).state).toBe(off ? 'off' : 'on')
      }),
    )
  })

  it('leaves no word behind where it goes back to what holds without one', () => {
    const site = '*.a.example'
    const off = applyEdit(DEFAULT_SETTINGS, editForSwitch(DEFAULT_SETTINGS, { site, off: true }), 1)
    const on = applyEdit(off, editForSwitch(off, { site, off: false }), 2)
    expect(on.sites).toEqual([{ site, state: 'unset', at: 2 }])
    const listed = applyEdit(on, { choices: { mode: 'listed' } }, 3)
    expect(decideSite(listed, placeOf('https://a.example')).state).toBe('off')
  })

  it('says an exception inside a site that is off', () => {
    const off = applyEdit(
      DEFAULT_SETTINGS,
      editForSwitch(DEFAULT_SETTINGS, { site: '*.a.example', off: true }),
      1,
    )
    const edit = editForSwitch(off, { site: 'news.a.example', off: false })
    expect(edit.sites).toEqual([{ site: 'news.a.example', state: 'on' }])
  })

  it('takes the narrower word away when it speaks of the whole site again', () => {
    const narrow = applyEdit(
      DEFAULT_SETTINGS,
      { sites: [{ site: 'news.a.example', state: 'off' }] },
      1,
    )
    const wide = { site: '*.a.example', off: true, instead: 'news.a.example' }
    const after = applyEdit(narrow, editForSwitch(narrow, wide), 2)
    expect(visible(after).sites).toEqual(['off *.a.example'])
    const on = applyEdit(narrow, editForSwitch(narrow, { ...wide, off: false }), 2)
    expect(decideSite(on, placeOf('https://news.a.example/')).state).toBe('on')
  })

  it('ends in the last state of many quick ones', () => {
    let settings: Settings = DEFAULT_SETTINGS
    for (let turn = 0; turn < 10; turn += 1)
      settings = applyEdit(
        settings,
        editForSwitch(settings, { site: '*.a.example', off: turn % 2 === 0 }),
        7,
      )
    expect(decideSite(settings, placeOf('https://a.example')).state).toBe('on')
  })
})
