import { describe, expect, it } from 'vitest'
import { createEventSearch, createSearch, suggestWords } from '../../../core/digest/search.ts'
import { smallLookup } from './small-index.ts'

describe('the search', () => {
  const search = createSearch(smallLookup)
  const ids = (words: string, filter = {}) => search(words, filter).map((hit) => hit.quote.passage)

  it('is narrowed by company and by document', () => {
    expect(
      ids('the', { document: 'courier' }).every((id) => ['pay', 'years', 'ross'].includes(id)),
    ).toBe(true)
    expect(ids('told', { company: 'zte' })).toEqual([])
    expect(ids('told', { company: 'huawei' })).toEqual(['ban'])
  })

  it('lists all that a filter lets through before a word is typed', () => {
    expect(ids('', { company: 'zte' })).toEqual(['pay'])
    expect(ids('')).toEqual([])
  })

  it('finds events by agency, by kind, by another name and misspelt', () => {
    const events = createEventSearch(smallLookup)
    const found = (words: string) => events(words).map((event) => event.id)
    expect(found('Commerce')).toEqual(['event-settle'])
    expect(found('settlement ZTE')).toEqual(['event-settle'])
    expect(found('Pentagon')).toEqual(['event-ban'])
    expect(found('Pentagno')).toEqual(['event-ban'])
    expect(found('lighthouse')).toEqual([])
    expect(found('x')).toEqual([])
  })

  it('filters events as it filters passages', () => {
    const events = createEventSearch(smallLookup)
    const found = (words: string, filter = {}) => events(words, filter).map((event) => event.id)
    expect(found('Pentagon', { company: 'huawei' })).toEqual(['event-ban'])
    expect(found('Pentagon', { company: 'zte' })).toEqual([])
    expect(found('ZTE', { action: 'settle' })).toEqual(['event-settle'])
    expect(found('ZTE', { document: 'gazette' })).toEqual([])
    expect(found('Pentagon', { document: 'gazette' })).toEqual(['event-ban'])
  })

  it('suggests only words that find something', () => {
    const words = suggestWords(smallLookup, search)
    expect(words.length).toBeGreaterThan(1)
    for (const word of words) expect(search(word).length).toBeGreaterThan(0)
  })
})
