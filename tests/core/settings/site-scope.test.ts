import { describe, expect, it } from 'vitest'
import { readSite, scopesOf } from '../../../core/settings/site-scope.ts'
import { placeOf } from '../../../core/site.ts'

describe('what a switch on a page speaks of', () => {
  it.each([
    ['https://www.example.org/a', '*.example.org', 'www.example.org'],
    ['https://example.org', '*.example.org', 'example.org'],
    ['https://news.bbc.co.uk/', '*.bbc.co.uk', 'news.bbc.co.uk'],
    ['https://a.b.example.com.cn/', '*.example.com.cn', 'a.b.example.com.cn'],
    ['https://somebody.github.io/x', '*.somebody.github.io', 'somebody.github.io'],
    ['https://www.city.kawasaki.jp/', '*.city.kawasaki.jp', 'www.city.kawasaki.jp'],
    ['https://www.ck/', '*.www.ck', 'www.ck'],
    ['https://bücher.münchen.de', '*.xn--mnchen-3ya.de', 'xn--bcher-kva.xn--mnchen-3ya.de'],
    ['https://x.公司.cn/', '*.x.xn--55qx5d.cn', 'x.xn--55qx5d.cn'],
    ['http://daily.test:8080/', '*.daily.test', 'daily.test'],
    ['https://EXAMPLE.org./', '*.example.org', 'example.org'],
  ])('%s: %s, or only %s', (address, site, host) => {
    expect(scopesOf(placeOf(address))).toEqual({ site, host })
  })

  it.each([
    ['http://localhost:3000/', 'localhost'],
    ['http://127.0.0.1/', '127.0.0.1'],
    ['http://[::1]:8080/', '[::1]'],
    ['http://intranet/', 'intranet'],
    ['https://github.io/', 'github.io'],
    ['file:///home/x.html', 'file://'],
  ])('%s: %s, whichever is asked for', (address, site) => {
    expect(scopesOf(placeOf(address))).toEqual({ site })
  })

  it.each([['about:blank'], ['chrome://version'], ['moz-extension://x/y'], ['']])(
    'nothing on “%s”',
    (address) => {
      expect(scopesOf(placeOf(address))).toBeUndefined()
    },
  )
})

describe('a site that somebody writes', () => {
  it.each([
    ['example.org', '*.example.org'],
    ['  Example.ORG  ', '*.example.org'],
    ['https://www.example.org:8443/a?b#c', '*.example.org'],
    ['news.example.org', '*.example.org'],
    ['*.news.example.org', '*.news.example.org'],
    ['*.example.org', '*.example.org'],
    ['münchen.example', '*.xn--mnchen-3ya.example'],
    ['例え.テスト', '*.xn--r8jz45g.xn--zckzah'],
    ['localhost:8080', 'localhost'],
    ['192.168.0.1', '192.168.0.1'],
    ['[2001:db8::1]', '[2001:db8::1]'],
    ['file:///home', 'file://'],
    ['javascript:1', 'javascript'],
  ])('“%s” is %s', (text, site) => {
    expect(readSite(text)).toBe(site)
  })

  it('is that host only where only that is meant', () => {
    expect(readSite('https://news.example.org/x', true)).toBe('news.example.org')
    expect(readSite('localhost', true)).toBe('localhost')
  })

  it.each([
    [''],
    ['   '],
    ['two words'],
    ['https://'],
    ['chrome://settings'],
    ['user@example.org'],
    ['*.'],
    ['a..b'],
    ['..'],
    ['%'],
    ['mailto:a@b.c'],
  ])('“%s” is none', (text) => {
    expect(readSite(text)).toBeUndefined()
  })
})
