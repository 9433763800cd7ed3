import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../../core/detect/sentences.ts'

const sentencesOf = (text: string) =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end))

describe('splitSentences', () => {
  it.each<[string, ...string[]]>([
    ['One. Two.', 'One.', 'Two.'],
    [
      'The U.S. Commerce Department acted. It won.',
      'The U.S. Commerce Department acted.',
      'It won.',
    ],
    ['He lives in the U.S. The rest left.', 'He lives in the U.S.', 'The rest left.'],
    ['Spokesman Maj. Dave Smith spoke.', 'Spokesman Maj. Dave Smith spoke.'],
    ['Acme Co. Ltd. makes phones. They sell.', 'Acme Co. Ltd. makes phones.', 'They sell.'],
    ['Wilbur L. Ross, Jr. said so.', 'Wilbur L. Ross, Jr. said so.'],
    ['“It is safe.” He left.', '“It is safe.”', 'He left.'],
    ['Is it? Yes! Good.', 'Is it?', 'Yes!', 'Good.'],
    ['It cost $1.19 billion. Then more.', 'It cost $1.19 billion.', 'Then more.'],
    ['华为否认。中兴沉默。', '华为否认。', '中兴沉默。'],
    ['A heading\n\nA line', 'A heading', 'A line'],
    ['visit example.com today', 'visit example.com today'],
    ['no end', 'no end'],
  ])('splits %j', (text, ...found) => {
    expect(sentencesOf(text)).toEqual(found)
  })
  it('finds nothing in white space', () => {
    expect(sentencesOf(' \n\n ')).toEqual([])
  })
  it('covers every character that is not white space, in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('A', 'b', '.', ' ', '!', '"', '\n', 'U.S.', '。')),
        (pieces) => {
          const text = pieces.join('')
          const spans = splitSentences(text)
          const kept = spans.map(({ start, end }) => text.slice(start, end)).join('')
          expect(kept.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
          spans.forEach((span, i) =>
            expect(span.start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0),
          )
        },
      ),
    )
  })
})
