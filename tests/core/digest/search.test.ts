import { describe, expect, it } from 'vitest'
import { createLookup } from '../../../core/card/card-content.ts'
import { createSearch } from '../../../core/digest/search.ts'
import { readCommittedIndex } from '../../committed-index.ts'

const search = createSearch(createLookup(readCommittedIndex()))
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
