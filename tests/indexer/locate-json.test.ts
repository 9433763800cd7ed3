import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locateJson } from '../../indexer/locate-json.ts'

const text = '{ "a": [1, { "b\\"c": "x,]}" }, [ ] ], "d": null }'

describe('locateJson', () => {
  it.each<[(string | number)[], string]>([
    [[], '{ "a"'],
    [['a'], '[1, {'],
    [['a', 0], '1, {'],
    [['a', 1], '{ "b'],
    [['a', 1, 'b"c'], '"x,]}"'],
    [['a', 2], '[ ]'],
    [['d'], 'null'],
  ])('finds %j', (path, start) => {
    expect(text.slice(locateJson(text, path))).toMatch(
      new RegExp(`^${start.replace(/[[\]{}"\\,]/g, '\\$&')}`),
    )
  })
  it('stays at the nearest value that is there', () => {
    expect(text.slice(locateJson(text, ['a', 1, 'missing']))).toMatch(/^\{ "b/)
  })
  it('finds every value of any object', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const json = JSON.stringify(value, null, 1)
        for (const [key, inner] of Object.entries(value)) {
          const found = json.slice(locateJson(json, [key]))
          expect(
            found.replace(/\s/g, '').startsWith(JSON.stringify(inner).replace(/\s/g, '')),
          ).toBe(true)
        }
      }),
    )
  })
})
