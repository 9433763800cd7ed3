import { describe, expect, it } from 'vitest'
import { LOCAL_FILES, nameSite, siteOf } from '../../core/site.ts'

describe('the site of an address', () => {
  it.each([
    ['https://News.Example.org/a?b#c', 'news.example.org'],
    ['http://example.org:8080/', 'example.org'],
    ['https://127.0.0.1:3000/x', '127.0.0.1'],
    ['file:///home/me/page.html', LOCAL_FILES],
  ])('%s is %s', (address, site) => {
    expect(siteOf(address)).toBe(site)
  })

  it.each([['chrome://settings'], ['about:blank'], ['moz-extension://x/y'], ['no address'], ['']])(
    'is unknown for %s',
    (address) => {
      expect(siteOf(address)).toBeUndefined()
    },
  )

  it('is shown without www', () => {
    expect(nameSite('www.example.org')).toBe('example.org')
    expect(nameSite(LOCAL_FILES)).toBe('local files')
  })
})
