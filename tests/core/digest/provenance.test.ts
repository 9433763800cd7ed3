import { describe, expect, it } from 'vitest'
import { readProvenance } from '../../../core/digest/provenance.ts'

describe('the provenance of a document', () => {
  const sources = {
    documents: [
      {
        file: 'a.txt',
        publisher: { value: 'A', basis: 'looked-up' },
        published: { value: '2018', basis: 'inferred', why: 'it says so' },
        title: { value: 'T', basis: 'guessed' },
        address: 'https://a.example/',
      },
    ],
  }
  it('holds what is known of each fact', () => {
    expect(readProvenance(sources, 'a.txt')).toEqual({
      publisher: { basis: 'looked-up' },
      published: { basis: 'inferred', why: 'it says so' },
    })
  })

  it.each([undefined, null, 3, {}, { documents: {} }, { documents: [null] }])(
    'is empty for %j',
    (data) => {
      expect(readProvenance(data, 'a.txt')).toEqual({})
    },
  )
})
