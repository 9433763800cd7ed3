import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideSite } from '../../../core/settings/decide.ts'
import { applyEdit, editForReset, editForSwitch } from '../../../core/settings/edit.ts'
import {
  applyPolicy,
  dropLocked,
  isLockedSite,
  LOCKABLE,
  NO_POLICY,
  overrulePolicy,
  readPolicy,
  type Policy,
} from '../../../core/settings/policy.ts'
import {
  CHOICE_NAMES,
  DENSITIES,
  DEFAULT_SETTINGS,
  MARK_LOOKS,
} from '../../../core/settings/settings.ts'
import { anyEdit, anySettings } from './arbitrary-settings.ts'

const at = (host: string) => ({ kind: 'host', host }) as const
const stateOf = (settings: typeof DEFAULT_SETTINGS, host: string) =>
  decideSite(settings, at(host)).state

/** Makes a change as the store does. */
function change(
  own: typeof DEFAULT_SETTINGS,
  policy: Policy,
  make: (settings: typeof DEFAULT_SETTINGS) => Parameters<typeof dropLocked>[0],
) {
  const settings = applyPolicy(own, policy)
  return applyEdit(own, dropLocked(overrulePolicy(make(settings), settings, policy), policy), 100)
}

describe('what an organisation has set', () => {
  it.each([
    ['nothing', undefined, []],
    ['a list', [1], ['policy']],
    ['text', 'density', ['policy']],
    ['an unknown name', { densitiy: 'page' }, ['densitiy']],
    ['a value of the wrong kind', { density: 3, markZte: 'no' }, ['density', 'markZte']],
    ['a colour that is none', { colourZte: 'url(//x)' }, ['colourZte']],
    ['a site that is none', { sitesOff: ['*.one.example', 'http://two/'] }, ['sitesOff']],
    ['a list that is none', { locked: 'mode' }, ['locked']],
    ['a lock that is none', { locked: ['mode', '__proto__'] }, ['locked']],
    ['a name of the object itself', JSON.parse('{"__proto__": {"mode": "listed"}}'), ['__proto__']],
  ])('names what it cannot read: %s', (_, stored, faults) => {
    expect(readPolicy(stored).faults.toSorted()).toEqual(faults)
  })

  it('counts what is right beside what is wrong', () => {
    const policy = readPolicy({ mode: 'listed', density: 'all', sitesOff: ['*.one.example', 7] })
    expect(policy.choices).toEqual({ mode: 'listed' })
    expect(policy.sites).toEqual([{ site: '*.one.example', state: 'off' }])
  })

  it('never fails, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        const policy = readPolicy(stored)
        expect(LOCKABLE).toEqual(expect.arrayContaining([...policy.locked]))
      }),
    )
  })
})

describe('a default', () => {
  const policy = readPolicy({ density: 'page', sitesOff: ['*.one.example'] })

  it('holds until a person chooses', () => {
    expect(applyPolicy(DEFAULT_SETTINGS, policy).choices.density).toBe('page')
    const own = change(DEFAULT_SETTINGS, policy, () => ({ choices: { density: 'none' } }))
    expect(applyPolicy(own, policy).choices.density).toBe('none')
  })

  it('holds again after everything was reset', () => {
    const own = change(DEFAULT_SETTINGS, policy, () => ({
      choices: { density: 'none' },
      sites: [{ site: '*.one.example', state: 'on' }],
    }))
    const reset = applyEdit(own, editForReset(own, policy.choices), 200)
    expect(applyPolicy(reset, policy).choices.density).toBe('page')
    expect(stateOf(applyPolicy(reset, policy), 'a.one.example')).toBe('off')
  })

  it('about a site gives way to the switch, both ways', () => {
    const on = change(DEFAULT_SETTINGS, policy, (settings) =>
      editForSwitch(settings, { site: '*.one.example', off: false }),
    )
    expect(stateOf(applyPolicy(on, policy), 'one.example')).toBe('on')
    const off = change(on, policy, (settings) =>
      editForSwitch(settings, { site: '*.one.example', off: true }),
    )
    expect(stateOf(applyPolicy(off, policy), 'one.example')).toBe('off')
  })
})

describe('a lock', () => {
  const policy = readPolicy({
    mode: 'everywhere',
    colourZte: '#123456',
    sitesOff: ['*.one.example'],
    locked: ['mode', 'colourZte', 'density', 'sites'],
  })

  it('holds against every change, and against what was stored before', () => {
    fc.assert(
      fc.property(anySettings, anyEdit, (before, edit) => {
        const own = change(before, policy, () => edit)
        const { choices } = applyPolicy(own, policy)
        expect(choices).toMatchObject({
          mode: 'everywhere',
          colourZte: '#123456',
          density: DEFAULT_SETTINGS.choices.density,
        })
        for (const host of ['one.example', 'a.one.example'])
          expect(stateOf(applyPolicy(own, policy), host)).toBe('off')
      }),
    )
  })

  it('leaves other sites to people', () => {
    expect(isLockedSite(policy, 'two.example')).toBe(false)
    expect(isLockedSite(policy, 'a.one.example')).toBe(true)
    const own = change(DEFAULT_SETTINGS, policy, (settings) =>
      editForSwitch(settings, { site: '*.two.example', off: true }),
    )
    expect(stateOf(applyPolicy(own, policy), 'two.example')).toBe('off')
  })

  it('changes nothing where nothing was set', () => {
    fc.assert(
      fc.property(anySettings, anyEdit, (settings, edit) => {
        expect(applyPolicy(settings, NO_POLICY)).toBe(settings)
        const { choices = {}, sites = [] } = dropLocked(edit, NO_POLICY)
        expect({ choices, sites }).toEqual({ choices: edit.choices ?? {}, sites: edit.sites ?? [] })
      }),
    )
  })
})

describe('the schema that administrators’ tools read', () => {
  const { properties } = JSON.parse(readFileSync('public/managed-schema.json', 'utf8')) as {
    properties: Record<string, { enum?: string[]; items?: { enum?: string[] } }>
  }

  it('names all that can be set and locked', () => {
    const names = [...CHOICE_NAMES, 'sitesOff', 'sitesOn', 'sync', 'locked']
    expect(Object.keys(properties).toSorted()).toEqual(names.toSorted())
    expect(properties['locked']?.items?.enum).toEqual(LOCKABLE)
  })

  it('lists the values that are read', () => {
    expect(properties['density']?.enum).toEqual(DENSITIES)
    expect(properties['look']?.enum).toEqual(MARK_LOOKS)
    for (const mode of properties['mode']?.enum ?? [])
      expect(readPolicy({ mode }).choices).toEqual({ mode })
  })
})
