import { describe, expect, it } from 'vitest'
import { decideSite, listExceptions } from '../../../core/settings/decide.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../../core/settings/settings.ts'
import { placeOf } from '../../../core/site.ts'

const withWords = (
  words: Record<string, 'off' | 'on' | 'unset'>,
  mode: 'everywhere' | 'listed',
) => ({
  ...DEFAULT_SETTINGS,
  choices: { ...DEFAULT_SETTINGS.choices, mode },
  sites: Object.entries(words).map(([site, state]) => ({ site, state, at: 1 })),
})
const states = (settings: Settings, addresses: string[]) =>
  addresses.map((address) => decideSite(settings, placeOf(address)).state)

describe('what holds at a place', () => {
  it('is off on a site with all its subdomains, whatever the scheme and the port', () => {
    const settings = withWords({ '*.a.example': 'off' }, 'everywhere')
    expect(
      states(settings, [
        'https://a.example/',
        'http://a.example:8080/x',
        'https://deep.down.a.example/',
        'https://ba.example/',
        'https://example/',
      ]),
    ).toEqual(['off', 'off', 'off', 'on', 'on'])
  })

  it('is off on one host only where only that is meant', () => {
    const settings = withWords({ 'www.a.example': 'off' }, 'everywhere')
    expect(
      states(settings, ['https://www.a.example', 'https://a.example', 'https://x.www.a.example']),
    ).toEqual(['off', 'on', 'on'])
  })

  it('is what the narrowest word says', () => {
    const settings = withWords(
      { '*.a.example': 'off', '*.b.a.example': 'on', 'c.b.a.example': 'off' },
      'everywhere',
    )
    expect(
      states(settings, [
        'https://a.example',
        'https://b.a.example',
        'https://x.b.a.example',
        'https://c.b.a.example',
      ]),
    ).toEqual(['off', 'on', 'on', 'off'])
  })

  it('is off by default where only listed sites are on', () => {
    const settings = withWords({ '*.a.example': 'on', '*.b.example': 'unset' }, 'listed')
    expect(
      states(settings, [
        'https://a.example',
        'https://b.example',
        'https://c.example',
        'file:///x',
      ]),
    ).toEqual(['on', 'off', 'off', 'off'])
  })

  it('counts all local files as one site', () => {
    const settings = withWords({ 'file://': 'off' }, 'everywhere')
    expect(
      states(settings, ['file:///home/x.html', 'file:///C:/y.htm', 'https://x.example']),
    ).toEqual(['off', 'off', 'on'])
  })

  it('takes numbers whole', () => {
    const settings = withWords(
      { '*.0.0.1': 'off', '10.0.0.1': 'off', '[::1]': 'off' },
      'everywhere',
    )
    expect(
      states(settings, ['http://10.0.0.1/', 'http://127.0.0.1/', 'http://[::1]:3000/']),
    ).toEqual(['off', 'on', 'off'])
  })

  it('is not confused by hosts that are words of the language', () => {
    const settings = {
      ...DEFAULT_SETTINGS,
      sites: [{ site: 'constructor', state: 'off' as const, at: 1 }],
    }
    expect(
      states(settings, ['http://constructor/', 'http://__proto__/', 'http://tostring/']),
    ).toEqual(['off', 'on', 'on'])
  })
})

describe('the list of sites', () => {
  it('holds what differs from the rest of the web, and what differs from that', () => {
    const words = {
      '*.a.example': 'off',
      'b.a.example': 'on',
      '*.c.example': 'on',
      '*.d.example': 'unset',
    } as const
    const listed = (mode: 'everywhere' | 'listed') =>
      listExceptions(withWords(words, mode)).map(({ site }) => site)
    expect(listed('everywhere')).toEqual(['*.a.example', 'b.a.example'])
    expect(listed('listed')).toEqual(['b.a.example', '*.c.example'])
  })
})
