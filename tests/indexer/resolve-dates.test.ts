import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DateValue } from '../../core/source-index.ts'
import { resolveDates } from '../../indexer/resolve-dates.ts'

function published(value: string): DateValue {
  const precision = ({ 4: 'year', 7: 'month', 10: 'day' } as const)[value.length] ?? 'day'
  return { value, precision, basis: 'text' }
}

function dates(text: string, value: string): string[] {
  return resolveDates(text, published(value)).map(
    (date) => `${date.phrase} = ${date.value} ${date.basis}`,
  )
}

describe('dates in a text', () => {
  it.each([
    ['It was fined in March 2017.', '2018-04', ['in March 2017 = 2017-03 text']],
    ['It was fined in 2017.', '2018-04', ['in 2017 = 2017 text']],
    ['It met on June 7, 2018, again.', '2019-01-02', ['on June 7, 2018 = 2018-06-07 text']],
    ['It warned people last month.', '2018-05-04', ['last month = 2018-04 inferred']],
    ['It warned people last month.', '2018-01', ['last month = 2017-12 inferred']],
    ['It ordered stores in May to stop.', '2018-11-23', ['in May = 2018-05 inferred']],
    ['It ordered stores in December to stop.', '2018-11-23', ['in December = 2017-12 inferred']],
    ['A bill came this January.', '2018-04', ['this January = 2018-01 inferred']],
    ['Earlier this month it met.', '2018-02', ['Earlier this month = 2018-02 inferred']],
    ['It said on Friday that it knew.', '2018-11-24', ['on Friday = 2018-11-23 inferred']],
    ['Yesterday it knew.', '2018-11-01', ['Yesterday = 2018-10-31 inferred']],
    ['At the turn of the year it left.', '2018-02', ['At the turn of the year = 2018-01 inferred']],
    ['The court ruled last month.', '2021-07', ['last month = 2021-06 inferred']],
    ['The department today announced it.', '2019-05-06', ['today = 2019-05-06 inferred']],
    ['It holds from April 1.', '2019-03-25', ['from April 1 = 2018-04-01 inferred']],
    ['With effect from April 1, it holds.', '2019-03-25', ['from April 1 = 2019-04-01 inferred']],
    [
      'It came in August 2018, another in November that year.',
      '2020-02',
      ['in August 2018 = 2018-08 text', 'in November = 2018-11 inferred'],
    ],
    ['It said last year that it knew.', '2018-02', ['last year = 2017 inferred']],
  ])('are resolved: %s (%s)', (text, value, expected) => {
    expect(dates(text, value)).toEqual(expected)
  })

  it.each([
    ['It said on Friday that it knew.', '2018-05', ['on Friday = 2018 inferred']],
    ['It met last week.', '2018-05', ['last week = 2018 inferred']],
    ['It met last month.', '2018', []],
  ])('are no more exact than the text’s own date allows: %s (%s)', (text, value, expected) => {
    expect(dates(text, value)).toEqual(expected)
  })

  it.each([
    'It may come and may go.',
    'They march on.',
    'A ban for seven years.',
    'Sold in 170 countries and by 46 of the 50 largest.',
    'A 72-hour interval.',
    'The 5G networks are now built.',
    'It did so recently.',
    'Four days earlier it met.',
    'The second in three years.',
    'The networks of today are built.',
  ])('are not seen where there are none: %s', (text) => {
    expect(dates(text, '2018-05-04')).toEqual([])
  })

  it('stand where they say that they stand', () => {
    const words = fc.constantFrom(
      'last month',
      'in May',
      ', ',
      'It met ',
      'on Friday',
      'in 2017',
      '. ',
      '2 May 2018',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), (parts) => {
        const text = parts.join(' ')
        for (const { phrase, start, end } of resolveDates(text, published('2018-05-04'))) {
          expect(text.slice(start, end)).toBe(phrase)
        }
      }),
    )
  })
})
