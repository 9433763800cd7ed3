import { describe, expect, it } from 'vitest'
import { checkCompanyFigures, checkFigures } from '../../../core/digest/number-check.ts'
import { smallLookup } from './small-index.ts'

/** Where a date is checked, `[ ]` stands around the words that tell of the act. */
const differing = (marked: string, event: string) => {
  const act = /\[(.*)\]/.exec(marked)?.[1] ?? ''
  const sentence = marked.replaceAll(/[[\]]/g, '')
  return checkFigures(smallLookup, { sentence, act, event }).map(({ figure, readings }) => [
    figure.text,
    ...readings.map((reading) => reading.value),
  ])
}

describe('an amount on the page', () => {
  it.each([
    ['another sum', 'ZTE settled for $892 million.', '$892 million'],
    ['another sum in words', 'ZTE agreed to pay two billion dollars.', 'two billion dollars'],
    ['a sum that is too high for the bound', 'ZTE paid more than $1.5 billion.', '$1.5 billion'],
    ['a sum that is too low for the bound', 'ZTE was fined up to $300 million.', '$300 million'],
    ['a sum too far for "about"', 'ZTE paid about $2 billion.', '$2 billion'],
    ['another sum beside a year', 'In 2017 ZTE paid a fine of $700 million.', '$700 million'],
    ['a penalty by its name', 'The $700 million civil penalty hit ZTE hard.', '$700 million'],
    ['a fine of', 'A record fine of 700 million dollars ended it.', '700 million dollars'],
    [
      'told of the firm as “the company”',
      'Commerce fined the company $700 million.',
      '$700 million',
    ],
    ['told with a currency code', 'ZTE was fined USD 892 million.', 'USD 892 million'],
    [
      'told in larger number words',
      'ZTE paid twenty-two billion dollars.',
      'twenty-two billion dollars',
    ],
    ['a thousand times too low', 'ZTE was fined $1.19 million.', '$1.19 million'],
    ['paid to the department', 'ZTE paid $892 million to the Commerce Department.', '$892 million'],
    ['paid for a breach', 'ZTE paid $892 million for breaching sanctions.', '$892 million'],
    ['paid in fines', 'ZTE will have paid $892 million in fines.', '$892 million'],
    ['in a settlement', 'It came to a $700 million settlement for ZTE.', '$700 million'],
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
    ['a market value', 'ZTE, whose market value is $17 billion, settled.'],
    ['a share of the turnover', 'The fine is a tenth of its $14.5 billion turnover.'],
    ['what the goods were worth', 'ZTE shipped $32 million of goods and paid a fine.'],
    ['a loss', 'ZTE lost $3 billion because of the fine.'],
    ['paid to lobbyists', 'ZTE, which paid $2.6 million to lobbyists, settled.'],
    ['paid to its chief', 'ZTE settled, and its chief was paid $3 million.'],
    ['paid in dividends', 'ZTE paid $50 million in dividends and settled.'],
    ['paid each year', 'ZTE paid $50 million a year for chips and settled.'],
    ['a range with the sources’ in it', 'ZTE paid between $1 billion and $1.2 billion.'],
    ['a range with a dash', 'ZTE paid $1–1.2 billion.'],
    ['a range with “to”', 'ZTE paid $1 to $1.2 billion.'],
    ['a half that is not read', 'ZTE paid $2 and a half billion.'],
    ['a part beside the whole', 'ZTE paid $1.19 billion, of which $300 million was suspended.'],
    ['the parts of the whole', 'ZTE paid $892 million and was fined $300 million.'],
    ['a suspended part', 'ZTE paid a suspended $300 million.'],
    ['an instalment', 'ZTE paid a first instalment of $200 million.'],
    ['a further penalty', 'ZTE paid a further penalty of $300 million.'],
    ['put in escrow', 'ZTE put $400 million in escrow and settled.'],
    ['denied', 'ZTE did not pay a $3 billion fine.'],
    ['possible', 'ZTE could be fined $3 billion.'],
    ['faced', 'ZTE faced a fine of $3 billion before it settled.'],
    ['demanded', 'The department had demanded a fine of $3 billion.'],
    ['avoided', 'To avoid a $3 billion fine ZTE settled.'],
    ['another company’s by its verb', 'Hermes, which paid a $1.9 billion fine, is like ZTE.'],
    ['another company’s by a genitive', 'Like ZTE’s, Hermes’s $1.9 billion fine came late.'],
    ['another company’s behind it', 'ZTE settled after a $1.9 billion fine on Hermes.'],
    ['another company’s as the object', 'The department that fined Hermes $1.9 billion chose ZTE.'],
    ['with a decimal comma', 'ZTE paid 1,19 billion dollars.'],
    ['with the currency behind it', 'ZTE paid 1.19 billion USD.'],
    ['with a hyphen', 'ZTE paid a $1.19-billion fine.'],
    ['somebody else’s dollars', 'ZTE paid $1.5 billion (Canadian).'],
  ])('is no difference when it is %s', (_name, sentence) => {
    expect(differing(sentence, 'event-settle')).toEqual([])
  })

  it('is nothing to compare where the sources give none', () => {
    expect(differing('The shops paid a fine of $5 million.', 'event-ban')).toEqual([])
  })

  it('names each passage that gives the other figure', () => {
    const [found] = checkFigures(smallLookup, {
      sentence: 'ZTE settled for $892 million.',
      act: 'ZTE settled',
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
    ['in words', 'A fifteen-year denial was suspended.', 'fifteen-year'],
    ['with a bound', 'ZTE was barred for more than ten years.', 'ten years'],
    ['of export privileges', 'A denial of export privileges for five years came.', 'five years'],
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
    ['another time on top', 'The ban was extended for another three years.'],
    ['a waiver', 'A temporary ban of 90 days was talked about.'],
    ['a time to answer', 'The department gave ZTE 30 days to answer the ban.'],
    ['how soon it hurt', 'The ban nearly ruined ZTE in two months.'],
    ['a threat', 'ZTE could be banned for ten years.'],
    ['a range', 'ZTE was banned for five to ten years.'],
    ['a bound that holds', 'ZTE was banned for up to ten years.'],
    ['before another stop', 'ZTE was banned; for two years it built phones.'],
  ])('is no difference when it is %s', (_name, sentence) => {
    expect(differing(sentence, 'event-settle')).toEqual([])
  })
})

describe('a date on the page', () => {
  const [BAN, SETTLE] = ['event-ban', 'event-settle']
  const MAY = 'about May 2018'

  it.each([
    ['another month', 'In August 2018 [the Pentagon told] its shops.', BAN, 'August 2018', MAY],
    ['another day', 'On 2 January 2018 [the Pentagon told] us.', BAN, '2 January 2018', MAY],
    ['after a comma', 'In August 2018, [the Pentagon told] its shops.', BAN, 'August 2018', MAY],
    [
      'before a passive',
      'In August 2018 phones were [banned by the Pentagon].',
      BAN,
      'August 2018',
      MAY,
    ],
    ['after the act', '[The Pentagon told] its shops in August 2018.', BAN, 'August 2018', MAY],
    [
      'with a weekday',
      '[The Pentagon told] them on Friday, 3 August 2018.',
      BAN,
      '3 August 2018',
      MAY,
    ],
    ['inside the act', '[The Pentagon in August 2018 told] its shops.', BAN, 'August 2018', MAY],
    [
      'in a part of a month',
      'In late August 2018 [the Pentagon told] us.',
      BAN,
      'August 2018',
      MAY,
    ],
    ['another year', 'In 2016 [ZTE settled].', SETTLE, '2016', 'Mar 2017'],
    ['the month after', 'In April 2017 [ZTE settled].', SETTLE, 'April 2017', 'Mar 2017'],
  ])('is shown when it is %s', (_name, sentence, event, figure, reading) => {
    expect(differing(sentence, event)).toEqual([[figure, reading]])
  })

  it.each([
    ['the same month', 'In May 2018 [the Pentagon told] its shops.', BAN],
    ['a day of that month', 'On 3 May 2018 [the Pentagon told] its shops.', BAN],
    ['the year alone', 'In 2018 [the Pentagon told] its shops.', BAN],
    ['a month beside an inferred one', 'In June 2018 [the Pentagon told] its shops.', BAN],
    ['one of two dates', 'In 2019, after May 2018, [the Pentagon told] its shops.', BAN],
    ['without a date in the sources', 'In 2016 [the HSC warned] of ZTE.', 'event-warn'],
    ['no date', '[The Pentagon told] its shops in spring.', BAN],
    ['so far off that it is another event', 'In May 2019 [the Pentagon told] its shops.', BAN],
    ['when it was told', 'In an August 2018 talk he said [the Pentagon told] its shops.', BAN],
    ['of the report', '[The Pentagon told] its shops, we wrote on 12 September 2018.', BAN],
    ['of somebody’s speech', 'In August 2018 she said that [the Pentagon told] its shops.', BAN],
    ['when something began', 'Since January 2018 [the Pentagon told] its shops.', BAN],
    ['when something ends', '[The Pentagon told] its shops to wait until August 2018.', BAN],
    ['from when it holds', '[The Pentagon told] its shops to stop from August 2018.', BAN],
    ['by when something was done', '[The Pentagon told] shops that had grown by August 2018.', BAN],
    ['of a thing', '[The Pentagon banned] the phone launched in August 2018.', BAN],
    ['of a thing between commas', '[The Pentagon banned] a phone, shown in August 2018.', BAN],
    ['of another act', '[The Pentagon told] its shops after a hearing in August 2018.', BAN],
    ['of an election', 'Before the August 2018 vote [the Pentagon told] its shops.', BAN],
    ['of a law', 'Under a law of August 2018 [the Pentagon told] its shops.', BAN],
    ['a span', 'Between May 2018 and August 2018 [the Pentagon told] its shops.', BAN],
    [
      'far from the act',
      '[The Pentagon told] its shops on bases in Europe and all over Asia and at home in August 2018.',
      BAN,
    ],
  ])('is no difference when it is %s', (_name, sentence, event) => {
    expect(differing(sentence, event)).toEqual([])
  })
})

describe('a figure of a sentence that names a company alone', () => {
  const found = (sentence: string, company = 'zte') =>
    checkCompanyFigures(smallLookup, { sentence, company }).map((one) => one.figure.text)

  it.each([
    [
      'an amount in the event’s month',
      'In March 2017 ZTE agreed to pay $892 million.',
      '$892 million',
    ],
    ['an amount in the event’s year', 'ZTE was fined $892 million in 2017.', '$892 million'],
    ['a bar in the event’s year', 'In 2017 ZTE was barred for ten years.', 'ten years'],
  ])('is shown when it is %s', (_name, sentence, figure) => {
    expect(found(sentence)).toEqual([figure])
  })

  it.each([
    ['what the sources give', 'In March 2017 ZTE agreed to pay $1.19 billion.'],
    ['without a year', 'ZTE agreed to pay $892 million.'],
    ['of another year', 'In 2019 ZTE agreed to pay $892 million.'],
    ['of two years', 'In 2017 and again in 2019 ZTE agreed to pay $892 million.'],
    ['no penalty', 'In March 2017 ZTE earned $892 million.'],
    ['only a date', 'In March 2017 ZTE built a mast.'],
  ])('is no difference when it is %s', (_name, sentence) => {
    expect(found(sentence)).toEqual([])
  })

  it('is no difference when it is another company’s', () => {
    expect(found('In March 2017 Huawei agreed to pay $892 million.', 'huawei')).toEqual([])
  })
})

it('a sentence about an unknown event differs in nothing', () => {
  expect(differing('ZTE paid $892 million in 2016.', 'no-such-event')).toEqual([])
})
