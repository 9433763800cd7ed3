import { describe, expect, it } from 'vitest'
import {
  isSiteKey,
  keysAt,
  LOCAL_FILES,
  nameHost,
  nameSite,
  placeOf,
  siteOf,
} from '../../core/site.ts'

describe('the site of an address', () => {
  it.each([
    ['https://News.Example.org/a?b#c', 'news.example.org'],
    ['http://example.org:8080/', 'example.org'],
    ['https://example.org./', 'example.org'],
    ['https://127.0.0.1:3000/x', '127.0.0.1'],
    ['http://0x7f.1/', '127.0.0.1'],
    ['file:///home/me/page.html', LOCAL_FILES],
    ['blob:https://example.org/1-2-3', 'example.org'],
  ])('%s is %s', (address, site) => {
    expect(siteOf(address)).toBe(site)
  })

  it.each([['chrome://settings'], ['about:blank'], ['moz-extension://x/y'], ['no address'], ['']])(
    'is unknown for %s',
    (address) => {
      expect(siteOf(address)).toBeUndefined()
    },
  )
})

describe('the place of an address', () => {
  const own = 'chrome-extension://abc'
  it.each([
    ['chrome-extension://abc/welcome.html', { kind: 'extension', own: true }],
    ['chrome-extension://abcdef/x', { kind: 'extension', own: false }],
    ['moz-extension://1-2/x', { kind: 'extension', own: false }],
    ['chrome://newtab', { kind: 'browser' }],
    ['about:config', { kind: 'browser' }],
    ['data:text/html,x', { kind: 'browser' }],
    ['view-source:https://example.org', { kind: 'browser' }],
  ])('%s', (address, place) => {
    expect(placeOf(address, own)).toEqual(place)
  })
})

describe('a site’s name', () => {
  it('is shown without www and in its own letters', () => {
    expect(nameSite('www.example.org')).toBe('example.org')
    expect(nameSite('*.example.org')).toBe('example.org')
    expect(nameSite('*.xn--mnchen-3ya.example')).toBe('münchen.example')
    expect(nameSite('*.xn--fiq06l2rdsvs.xn--fiqs8s')).toBe('中文域名.中国')
    expect(nameSite(LOCAL_FILES)).toBe('local files')
  })

  it('stays as it is where it only looks encoded', () => {
    expect(nameHost('xn--0.example')).toBe('xn--0.example')
  })
})

describe('the keys that a place falls under', () => {
  it('are the narrowest first', () => {
    expect(keysAt(placeOf('https://a.b.example/'))).toEqual([
      'a.b.example',
      '*.a.b.example',
      '*.b.example',
      '*.example',
    ])
    expect(keysAt(placeOf('http://10.0.0.1/'))).toEqual(['10.0.0.1', '*.10.0.0.1'])
    expect(keysAt(placeOf('about:blank'))).toEqual([])
  })
})

describe('a key', () => {
  it.each([
    ['example.org', true],
    ['*.example.org', true],
    ['localhost', true],
    ['under_score.example', true],
    ['-odd-.example', true],
    ['xn--mnchen-3ya.example', true],
    ['127.0.0.1', true],
    ['[::1]', true],
    [LOCAL_FILES, true],
    ['', false],
    ['*', false],
    ['*.', false],
    ['*.*.example', false],
    ['Example.org', false],
    ['example.org.', false],
    ['.example.org', false],
    ['a..b', false],
    ['exa mple.org', false],
    ['example.org/path', false],
    ['example.org:80', false],
    ['user@example.org', false],
    ['http://example.org', false],
    ['münchen.example', false],
    ['127.1', false],
    ['1.2.3.999', false],
    [`${'a'.repeat(250)}.org`, false],
  ])('“%s”: %s', (text, isKey) => {
    expect(isSiteKey(text)).toBe(isKey)
  })
})
