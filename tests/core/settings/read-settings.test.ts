import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSettings } from '../../../core/settings/read-settings.ts'
import { DEFAULT_SETTINGS } from '../../../core/settings/settings.ts'
import { anySettings } from './arbitrary-settings.ts'

describe('stored settings', () => {
  it('are what was written, by way of JSON', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const read = readSettings(JSON.parse(JSON.stringify(settings)))
        expect(read).toEqual({ settings, damaged: false })
      }),
    )
  })

  it('are those of the first day where nothing is stored', () => {
    expect(readSettings(undefined)).toEqual({ settings: DEFAULT_SETTINGS, damaged: false })
    expect(readSettings(null)).toEqual({ settings: DEFAULT_SETTINGS, damaged: false })
  })

  it('of version 1 become hosts that are off, later than which any word is', () => {
    const offSites = ['www.a.example', 'file://', 'xn--mnchen-3ya.example', '127.0.0.1']
    const { settings, damaged } = readSettings({ version: 1, offSites })
    expect(damaged).toBe(false)
    expect(settings.version).toBe(2)
    expect(settings.sites).toEqual(offSites.map((site) => ({ site, state: 'off', at: 1 })))
  })

  it.each([
    ['no list', 'a.example'],
    ['an object', { 0: 'a.example' }],
    ['nothing', undefined],
  ])('of version 1 with %s instead of a list leave nothing off', (_what, offSites) => {
    expect(readSettings({ version: 1, offSites }).settings.sites).toEqual([])
  })

  it('of version 1 keep what is right beside what is broken', () => {
    const { settings, damaged } = readSettings({
      version: 1,
      offSites: ['a.example', 7, '', 'two words', null, 'B.example', 'c.example'],
    })
    expect(settings.sites.map(({ site }) => site)).toEqual(['a.example', 'c.example'])
    expect(damaged).toBe(true)
  })

  it.each([
    [7],
    ['text'],
    [[]],
    [{}],
    [{ version: 0 }],
    [{ version: -1, sites: [] }],
    [{ version: '2' }],
    [{ version: 2, sites: 'all' }],
    [{ version: 2, choices: [] }],
  ])('that are broken as a whole count as none: %j', (stored) => {
    expect(readSettings(stored).settings).toEqual(DEFAULT_SETTINGS)
  })

  it('keep each part that is right', () => {
    const { settings, damaged } = readSettings({
      version: 2,
      choices: {
        density: 'page',
        look: 'blink',
        colourZte: 'red',
        markZte: 'yes',
        colourHuawei: '#000000',
      },
      chosen: { density: 5, colourHuawei: 'today' },
      sites: [
        { site: '*.a.example', state: 'off', at: 3 },
        { site: '*.a.example', state: 'gone', at: 3 },
        { site: 'https://b.example', state: 'off', at: 3 },
        { site: 'c.example', state: 'off', at: -3 },
        { site: '*', state: 'off', at: 3 },
        { state: 'off', at: 3 },
        null,
      ],
      hidden: [
        { site: '*.a.example', kind: 'company', name: 'ZTE', state: 'hidden', at: 1 },
        { site: '*.a.example', kind: 'company', name: '', state: 'hidden', at: 1 },
      ],
    })
    expect(damaged).toBe(true)
    expect(settings.choices).toEqual({
      ...DEFAULT_SETTINGS.choices,
      density: 'page',
      colourHuawei: '#000000',
    })
    expect(settings.chosen).toEqual({ density: 5 })
    expect(settings.sites.map(({ site }) => site)).toEqual(['*.a.example'])
    expect(settings.hidden).toHaveLength(1)
  })

  it('of a later version are read as far as they are understood', () => {
    const { settings } = readSettings({
      version: 9,
      sites: [{ site: '*.a.example', state: 'off', at: 3, colour: 'blue' }],
      moods: ['new'],
    })
    expect(settings.sites).toEqual([{ site: '*.a.example', state: 'off', at: 3 }])
    expect(settings.version).toBe(2)
  })

  it('never throw, and never give anything but settings', () => {
    fc.assert(
      fc.property(fc.object({ withNullPrototype: true }), fc.nat(4), (junk, version) => {
        const { settings } = readSettings({ version, ...junk })
        expect(Object.keys(settings).toSorted()).toEqual(Object.keys(DEFAULT_SETTINGS).toSorted())
      }),
    )
  })
})
