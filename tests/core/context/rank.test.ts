import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRanker, readTerms, saysEnough } from '../../../core/context/rank.ts'
import { stem } from '../../../core/context/stem.ts'
import { readCommittedIndex } from '../../committed-index.ts'

const texts = readCommittedIndex().passages.map(({ text }) => text)
const ranker = createRanker(texts)
const closest = (query: string) => {
  const scores = ranker.score(query)
  return texts[scores.indexOf(Math.max(...scores))]
}

describe('closeness of words', () => {
  it('is 0 to 1, whatever is asked', () => {
    fc.assert(
      fc.property(fc.string(), (query) => {
        for (const score of ranker.score(query)) {
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
  it('is greatest for the text itself', () => {
    for (const text of texts) expect(closest(text)).toBe(text)
  })
  it.each([
    ['investigate', 'investigators', 'investigation'],
    ['ban', 'banned', 'banning'],
    ['restrict', 'restrictions', 'restricted'],
    ['supply', 'supplies', 'supplied'],
    ['testify', 'testifies', 'testified'],
  ])('takes %s, %s and %s for one word', (...words) => {
    expect(new Set(words.map(stem)).size).toBe(1)
  })
  it.each([
    ['U.S.', 'the United States'],
    ['the UK', 'the United Kingdom'],
    ['Beijing', 'the Communist Party'],
    ['the Chinese government', 'CCP'],
  ])('takes %s and %s for one', (a, b) => {
    expect(readTerms(`${a} acts`)).toEqual(readTerms(`${b} acts`))
  })
  it('leaves "us" the pronoun alone', () => {
    expect([...readTerms('it told us').keys()]).not.toContain('america')
  })
  it('means little for a few words', () => {
    expect(saysEnough('The Pentagon banned Huawei.')).toBe(false)
    expect(saysEnough('The Pentagon told shops on its bases to sell no Huawei phones.')).toBe(true)
  })
})
