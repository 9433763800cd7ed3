import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { readFigures } from '../../../core/digest/read-figures.ts'

describe('figures in a text', () => {
  it.each([
    ['$1.19 billion', 'USD', 1_190_000_000],
    ['US$1.2bn', 'USD', 1_200_000_000],
    ['U.S. $5 million', 'USD', 5_000_000],
    ['$892m', 'USD', 892_000_000],
    ['$1,190,000,000', 'USD', 1_190_000_000],
    ['$300 thousand', 'USD', 300_000],
    ['£3m', 'GBP', 3_000_000],
    ['€12.5 million', 'EUR', 12_500_000],
    ['A$20 million', 'AUD', 20_000_000],
    ['¥50 million', 'CNY', 50_000_000],
    ['a billion dollars', 'USD', 1_000_000_000],
    ['two million euros', 'EUR', 2_000_000],
    ['1.5 billion yuan', 'CNY', 1_500_000_000],
    ['half a million pounds', 'GBP', 500_000],
    ['40 dollars', 'USD', 40],
  ])('hold the amount %s', (text, currency, value) => {
    const [figure, ...more] = readFigures(`It cost ${text} in all.`)
    expect(more).toEqual([])
    expect(figure).toMatchObject({ kind: 'amount', currency, text })
    expect(figure?.kind === 'amount' && figure.value).toBeCloseTo(value, 0)
  })

  it.each([
    ['seven years', 7 * 365.25],
    ['a seven-year', 7 * 365.25],
    ['ten-year', 10 * 365.25],
    ['18 months', 18 * 30.4375],
    ['90 days', 90],
    ['six weeks', 42],
    ['a decade', 3652.5],
  ])('hold the duration %s', (text, days) => {
    const [figure] = readFigures(`The ban of ${text} stands.`)
    expect(figure?.kind === 'duration' && figure.days).toBeCloseTo(days, 3)
  })

  it.each([
    ['an age', 'a ten-year-old mast'],
    ['a time ago', 'two years ago'],
    ['a time later', 'three months later'],
    ['a time before', 'two years before the order'],
    ['a stretch up to now', 'in the past five years'],
    ['a share', '40 percent of phones'],
    ['a count', '170 countries'],
  ])('hold no duration for %s', (_name, text) => {
    expect(readFigures(`There was ${text}.`)).toEqual([])
  })

  it.each([
    ['May 2018', '2018-05'],
    ['4 May 2018', '2018-05-04'],
    ['4th of May 2018', '2018-05-04'],
    ['May 4, 2018', '2018-05-04'],
    ['Sept. 9, 2019', '2019-09-09'],
    ['2018-05-04', '2018-05-04'],
    ['2017', '2017'],
  ])('hold the date %s', (text, value) => {
    expect(readFigures(`It was ${text} then.`)).toMatchObject([{ kind: 'date', value, text }])
  })

  it.each([
    ['a price', '$2018'],
    ['a longer number', '20185 boats'],
    ['a decimal', '2018.5 tons'],
    ['a month that is none', '2018-13-04'],
  ])('hold no date for %s', (_name, text) => {
    expect(readFigures(`It was ${text} then.`).filter((one) => one.kind === 'date')).toEqual([])
  })

  it.each([
    ['more than $1 billion', 'more'],
    ['over $1 billion', 'more'],
    ['up to $1 billion', 'less'],
    ['about $1 billion', 'about'],
    ['nearly $1 billion', 'about'],
    ['$1 billion', 'exactly'],
  ])('say how exact “%s” is', (text, bound) => {
    expect(readFigures(`It cost ${text}.`)[0]?.bound).toBe(bound)
  })

  it('are the text’s own characters, in order, whatever the text', () => {
    const pieces = fc.constantFrom(
      '$',
      '1.2',
      ' ',
      'billion',
      'May',
      '2018',
      '-',
      'seven',
      'years',
      '\u00a0',
      '\u00ad',
      '£',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join('')
        let last = 0
        for (const { start, end, text: words } of readFigures(text)) {
          expect(text.slice(start, end)).toBe(words)
          expect(start).toBeGreaterThanOrEqual(last)
          last = start
        }
      }),
    )
  })
})
