import { describe, expect, it } from 'vitest'
import { placeFragment, readPlace } from '../../../core/digest/reader-place.ts'
import { smallLookup } from './small-index.ts'

describe('an address of the reader', () => {
  const { documents } = smallLookup
  it('leads to a passage, to a document, to a stretch of it', () => {
    expect(readPlace(smallLookup, 'pay')).toMatchObject({
      document: documents.get('courier'),
      cited: { start: 0, end: 80 },
    })
    expect(readPlace(smallLookup, 'courier')).toMatchObject({ cited: undefined })
    expect(readPlace(smallLookup, placeFragment('courier', { start: 3, end: 9 }))?.cited).toEqual({
      start: 3,
      end: 9,
    })
  })

  it.each(['courier:9-3', 'courier:3-999999', 'courier:x-y', 'courier:-1-2', 'courier:3-3'])(
    'lights nothing for the stretch of “%s”',
    (fragment) => {
      expect(readPlace(smallLookup, fragment)).toMatchObject({ cited: undefined })
    },
  )

  it.each(['', 'nowhere', '__proto__', 'nowhere:1-2'])('leads nowhere for “%s”', (fragment) => {
    expect(readPlace(smallLookup, fragment)).toBeUndefined()
  })
})
