import { describe, expect, it } from 'vitest'
import { checkFigures } from '../../../core/digest/number-check.ts'
import { smallLookup } from './small-index.ts'

const differing = (sentence: string, event: string) =>
  checkFigures(smallLookup, { sentence, event }).map(({ figure, readings }) => [
    figure.text,
    ...readings.map((reading) => reading.value),
  ])

describe('an amount on the page', () => {
  it.each([
    ['another sum', 'ZTE settled for $892 million.', '$892 million'],
    ['another sum in words', 'ZTE agreed to pay two billion dollars.', 'two billion dollars'],
    ['a sum that is too high for the bound', 'ZTE paid more than $1.5 billion.', '$1.5 billion'],
    ['a sum that is too low for the bound', 'ZTE was fined up to $300 million.', '$300 million'],
    ['a sum too far for "about"', 'ZTE paid about $2 billion.', '$2 billion'],
    ['another sum beside a year', 'In 2017 ZTE paid a fine of $700 million.', '$700 million'],
  ])('is shown beside the sources’ when it is %s', (_name, sentence, figure) => {
    expect(differing(sentence, 'event-settle')).toEqual([[figure, '$1.19 billion', '$1 billion']])
  })

  it.each([
    ['the one reading', 'ZTE agreed to pay $1.19 billion.'],
    ['the other reading', 'ZTE was fined $1 billion.'],
    ['the same rounded', 'ZTE paid $1.2 billion.'],
    ['the same in digits', 'ZTE paid $1,190,000,000.'],
    ['the same abbreviated', 'ZTE paid US$1.19bn.'],
    ['a bound that holds', 'ZTE paid more than a billion dollars.'],
    ['about the same', 'ZTE paid about $1.1 billion.'],
    ['another currency', 'ZTE paid 8 billion yuan.'],
    ['a turnover', 'ZTE, with $17 billion in revenue, settled.'],
    ['money of another matter', 'ZTE, a $17 billion company, builds phones.'],
  ])('is no difference when it is %s', (_name, sentence) => {
    expect(differing(sentence, 'event-settle')).toEqual([])
  })

  it('is nothing to compare where the sources give none', () => {
    expect(differing('The shops paid a fine of $5 million.', 'event-ban')).toEqual([])
  })

  it('names each passage that gives the other figure', () => {
    const [found] = checkFigures(smallLookup, {
      sentence: 'ZTE settled for $892 million.',
      event: 'event-settle',
    })
    expect(found?.readings.map((one) => one.passages)).toEqual([['pay'], ['fined']])
  })
})

describe('a duration on the page', () => {
  it.each([
    ['longer', 'The denial of ten years was suspended.', 'ten years'],
    ['shorter', 'A three-year denial order was suspended.', 'three-year'],
    ['in months', 'The ban was for 18 months.', '18 months'],
  ])('is shown when it is %s', (_name, sentence, figure) => {
    expect(differing(sentence, 'event-settle')).toEqual([[figure, 'seven years']])
  })

  it.each([
    ['the same', 'The seven-year denial was suspended.'],
    ['the same in digits', 'A denial of 7 years was suspended.'],
    ['the same in months', 'A denial of 84 months was suspended.'],
    ['a time ago', 'The denial was suspended two years ago.'],
    [
      'beside the order, not its length',
      'The denial order came and, for two months, the works stood still.',
    ],
    ['an age', 'The ban hit a ten-year-old firm.'],
  ])('is no difference when it is %s', (_name, sentence) => {
    expect(differing(sentence, 'event-settle')).toEqual([])
  })
})

describe('a date on the page', () => {
  it.each([
    [
      'another month',
      'In August 2018 the Pentagon told its shops.',
      'event-ban',
      'August 2018',
      'about May 2018',
    ],
    [
      'another day',
      'On 2 January 2018 the Pentagon told its shops.',
      'event-ban',
      '2 January 2018',
      'about May 2018',
    ],
    ['another year', 'In 2016 ZTE settled.', 'event-settle', '2016', 'Mar 2017'],
    ['the month after', 'In April 2017 ZTE settled.', 'event-settle', 'April 2017', 'Mar 2017'],
  ])('is shown when it is %s', (_name, sentence, event, figure, reading) => {
    expect(differing(sentence, event)).toEqual([[figure, reading]])
  })

  it.each([
    ['the same month', 'In May 2018 the Pentagon told its shops.', 'event-ban'],
    ['a day of that month', 'On 3 May 2018 the Pentagon told its shops.', 'event-ban'],
    ['the year alone', 'In 2018 the Pentagon told its shops.', 'event-ban'],
    ['a month beside an inferred one', 'In June 2018 the Pentagon told its shops.', 'event-ban'],
    ['one of two dates', 'In 2019, after the order of May 2018, the shops closed.', 'event-ban'],
    ['without a date in the sources', 'In 2016 the HSC warned of ZTE.', 'event-warn'],
    ['no date', 'The Pentagon told its shops in spring.', 'event-ban'],
    [
      'so far off that it is another event',
      'In May 2019 the Pentagon told its shops.',
      'event-ban',
    ],
  ])('is no difference when it is %s', (_name, sentence, event) => {
    expect(differing(sentence, event)).toEqual([])
  })
})

it('a sentence about an unknown event differs in nothing', () => {
  expect(differing('ZTE paid $892 million in 2016.', 'no-such-event')).toEqual([])
})
