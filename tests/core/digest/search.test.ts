import { describe, expect, it } from 'vitest'
import { createLookup } from '../../../core/card/card-content.ts'
import { createSearch } from '../../../core/digest/search.ts'
import { readCommittedIndex } from '../../committed-index.ts'

const index = readCommittedIndex()
const search = createSearch(createLookup(index))
const texts = (words: string) => search(words).map((hit) => hit.quote.text)

describe('the search over all passages', () => {
  it('finds a word anywhere in a long passage', () => {
    expect(texts('Eastburn').length).toBeGreaterThan(0)
    for (const text of texts('Levy')) expect(text).toContain('Levy')
  })

  it('forgives a slip in spelling', () => {
    expect(texts('Huwaei').some((text) => text.includes('Huawei'))).toBe(true)
    expect(texts('Pentagn').some((text) => /pentagon/i.test(text))).toBe(true)
  })

  it('narrows with every further word', () => {
    const wide = texts('Huawei')
    const narrow = texts('Huawei Germany')
    expect(narrow.length).toBeGreaterThan(0)
    expect(narrow.length).toBeLessThan(wide.length)
  })

  it('says where the words stand in the text', () => {
    const [hit] = search('Conaway')
    const words = hit?.matches.map(({ start, end }) => hit.quote.text.slice(start, end)) ?? []
    expect(words.join(' ')).toMatch(/conaway/i)
  })

  it.each([
    ['an agency', { agency: 'us-dod' }],
    ['a kind of action', { action: 'ban' as const }],
    ['both', { agency: 'us-dod', action: 'ban' as const }],
  ])('lets only passages through that have %s', (_name, filter) => {
    const kept = new Set(search('Huawei', filter).map((hit) => hit.quote.passage))
    const has = index.passages.filter(
      ({ agencies, actions }) =>
        (!('agency' in filter) || agencies.includes(filter.agency)) &&
        (!('action' in filter) || actions.includes(filter.action)),
    )
    const wanted = search('Huawei').filter((hit) => has.some((one) => one.id === hit.quote.passage))
    expect(wanted.length).toBeGreaterThan(0)
    expect(kept).toEqual(new Set(wanted.map((hit) => hit.quote.passage)))
  })

  it.each([
    ['Austrailia', /Australia/],
    ['Comerce Departmnet', /Commerce/],
    ['telecomunications', /telecommunications/i],
    ['Eastbrun', /Eastburn/],
    ['Wrey', /Wray/],
  ])('forgives “%s”', (words, meant) => {
    const [first] = search(words)
    expect(`${first?.quote.text} ${first?.quote.attribution?.speaker}`).toMatch(meant)
  })

  it('finds nothing for nonsense, and nothing before two letters', () => {
    expect(search('xqzzvbk')).toEqual([])
    expect(search('h')).toEqual([])
    expect(search('   ')).toEqual([])
  })

  it('labels readers’ comments as such', () => {
    const comments = search('Oracle Cisco').filter((hit) => hit.quote.readerComment)
    expect(comments).toHaveLength(1)
  })
})
