import { unzipSync } from 'fflate'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { zipFiles } from '../../scripts/zip-files.ts'

const files = fc.uniqueArray(
  fc.record({
    name: fc.stringMatching(/^[a-z]{1,4}(\/[a-z]{1,4})?\.txt$/),
    data: fc.uint8Array({ maxLength: 200 }),
  }),
  { selector: ({ name }) => name, maxLength: 8 },
)

it('gives the same bytes whatever the order in which files come', () => {
  fc.assert(
    fc.property(files, (some) => {
      const one = zipFiles(some)
      expect(Buffer.from(zipFiles(some.toReversed())).equals(one)).toBe(true)
    }),
  )
})

it('keeps every file as it was', () => {
  fc.assert(
    fc.property(files, (some) => {
      const kept = unzipSync(zipFiles(some))
      expect(Object.keys(kept)).toHaveLength(some.length)
      for (const { name, data } of some) expect(kept[name]).toEqual(data)
    }),
  )
})

it('gives the same bytes in every time zone', () => {
  const zone = process.env['TZ']
  const zips = ['UTC', 'Pacific/Chatham', 'America/St_Johns'].map((name) => {
    process.env['TZ'] = name
    return Buffer.from(zipFiles([{ name: 'a.txt', data: new Uint8Array([1]) }])).toString('hex')
  })
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
  expect(new Set(zips).size).toBe(1)
})
