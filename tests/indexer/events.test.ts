import { describe, expect, it } from 'vitest'
import type { SourceEvent, SourceIndex } from '../../core/source-index.ts'
import { build, fixtureInputs } from './build-fixture.ts'

/** The index of texts of June 2019, one document each. */
function indexOf(...texts: string[]): SourceIndex {
  const published = { value: '2019-06-14', precision: 'day', basis: 'text' }
  return build(fixtureInputs(texts.map((text, i) => ({ file: `${i}.txt`, text, published }))))
}

function told(event: SourceEvent | undefined): string {
  if (!event) return 'nothing'
  const { agencies, action, targets, date, status } = event
  return [agencies.join('+'), action, targets.join('+'), date?.value, status].join(' ')
}

function conflicts(...texts: string[]): string[] {
  return indexOf(...texts).events.flatMap((event) =>
    event.conflicts.map(
      ({ field, readings }) => `${field}: ${readings.map(({ value }) => value).join(' | ')}`,
    ),
  )
}

describe('an event', () => {
  it.each([
    ['The Pentagon banned Huawei phones in March 2019.', 'us-dod ban huawei 2019-03 in-force'],
    ['Huawei was banned by the Pentagon last month.', 'us-dod ban huawei 2019-05 in-force'],
    ['The FBI warned people about ZTE phones in May.', 'us-fbi warn zte 2019-05 announced'],
    [
      'Senator Ann Roe introduced a bill in May that would ban Huawei.',
      'us-congress legislate huawei 2019-05 proposed',
    ],
    [
      'ZTE agreed to pay $90 million in 2016 after the U.S. government had found a breach.',
      'us-government fine zte 2016 past',
    ],
    ['ZTE was hit with a fine of $90 million in 2016.', ' fine zte 2016 past'],
    [
      'The Australian government blocked Huawei from its 5G networks in August 2018.',
      'au-government ban huawei 2018-08 in-force',
    ],
    [
      'ZTE pleaded guilty in March 2017 and paid $900 million to the US government.',
      'us-government settle zte 2017-03 past',
    ],
    [
      'The government in Tokyo barred Huawei from official contracts in May.',
      'jp-government ban huawei 2019-05 in-force',
    ],
    [
      'The FCC proposed a rule in May that would bar carriers from buying Huawei gear.',
      'us-fcc restrict huawei 2019-05 proposed',
    ],
    [
      'The United States asked its allies in May to stop buying Huawei equipment.',
      'us-government urge-allies huawei 2019-05 announced',
    ],
    [
      'Huawei Germany chief Ann Roe said the BSI had examined Huawei phones in May.',
      'de-bsi investigate huawei 2019-05 announced',
    ],
  ])('is read from one sentence: %s', (text, expected) => {
    expect(indexOf(text).events.map(told)).toEqual([expected])
  })

  it.each([
    ['a denial', 'The Pentagon did not ban Huawei phones.'],
    ['a possibility', 'The Pentagon could ban Huawei phones.'],
    ['advice to an agency', 'The FBI chief said the Pentagon should ban Huawei phones.'],
    ['a company abroad', 'Huawei Australia called the warning baseless.'],
    ['an endorsement', 'Attorney General Ann Roe endorsed the ban on Huawei.'],
    ['a call for it', 'Brussels ignored American calls to ban Huawei.'],
    ['a complaint', 'Huawei took its complaint to a court in Stockholm to have the ban lifted.'],
    ['other matters', 'The Pentagon banned soft drinks at its schools.'],
    ['a reader', 'Huawei sells phones.\n\nComments\n\nThe FBI warned people about ZTE phones.'],
    ['a headline alone', 'FBI warns of ZTE\n\nThe weather was fine in Shenzhen.'],
  ])('is not made of %s', (_, text) => {
    expect(indexOf(text).events).toEqual([])
  })

  it('is the home government’s where a text says "the federal government"', () => {
    const text = `Australia's intelligence service warned of Huawei in 2018.

In May, the federal government blocked Huawei from a railway in Perth.`
    expect(indexOf(text).events.map(told)).toContain('au-government ban huawei 2019-05 in-force')
  })

  it('is one where a later sentence dates it', () => {
    const { events } = indexOf(
      'The FBI had warned carriers of ZTE equipment.\n\nThe warning was given in March 2019.',
    )
    expect(events.map(told)).toEqual(['us-fbi warn zte 2019-03 announced'])
  })

  it('is not the one that another agency did in its month', () => {
    const { events } = indexOf(
      'The FCC banned Huawei equipment in April 2019.',
      'The Pentagon banned Huawei phones in April 2019.',
    )
    expect(events).toHaveLength(2)
  })

  it('is no old one, where an undated telling is news', () => {
    const { events } = indexOf(
      'The Pentagon banned Huawei phones in July 2018.',
      'The Pentagon has banned Huawei phones.',
    )
    expect(events).toHaveLength(2)
  })

  it('is one where several documents tell it', () => {
    const { events } = indexOf(
      'The Department of Commerce banned exports to ZTE in April 2019.',
      'The Bureau of Industry and Security blocked exports to ZTE in April.',
    )
    expect(events.map(told)).toEqual(['us-bis+us-commerce deny-export zte 2019-04 in-force'])
    expect(events[0]?.passages).toHaveLength(2)
  })

  it.each([
    [
      'different agencies',
      'The Pentagon banned Huawei phones in May.',
      'The FCC banned Huawei phones in May.',
    ],
    [
      'different companies',
      'The FBI warned about ZTE phones in May.',
      'The FBI warned about Huawei phones in May.',
    ],
    [
      'different times',
      'The FCC fined ZTE $5 million in 2014.',
      'The FCC fined ZTE $5 million in 2018.',
    ],
    [
      'different things',
      'The FCC banned Huawei phones in May.',
      'The FCC banned Huawei network equipment in May.',
    ],
    [
      'different people’s bills',
      'Senator Ann Roe introduced a bill to ban Huawei.',
      'Senator Bo Lind introduced a bill to ban Huawei.',
    ],
  ])('is not one with another of %s', (_, one, other) => {
    expect(indexOf(one, other).events).toHaveLength(2)
  })

  it('brings the company’s reply, and no other company’s', () => {
    const { events, passages } = indexOf(
      'The Pentagon banned Huawei phones in May.\n\nZTE denied that it spies.\n\nHuawei denied that it spies.',
    )
    const replies = passages.filter(({ id }) => events[0]?.replies.includes(id))
    expect(replies.map(({ text }) => text)).toEqual(['Huawei denied that it spies.'])
  })
})

describe('documents that differ', () => {
  const fine = (sum: string, place = 'Iran') =>
    `The Commerce Department fined ZTE ${sum} in 2017 for sales to ${place}.`

  it('are shown with both amounts', () => {
    expect(conflicts(fine('$1 billion'), fine('$1.19 billion'))).toEqual([
      'amount: $1 billion | $1.19 billion',
    ])
  })

  it('agree where one writes the same amount in another way', () => {
    expect(conflicts(fine('$1.2 billion'), fine('$1,200 million'), fine('$1.2bn'))).toEqual([])
  })

  it('are shown with both places', () => {
    expect(conflicts(fine('$1 billion'), fine('$1 billion', 'Iran and North Korea'))).toEqual([
      'place: Iran | Iran and North Korea',
    ])
  })

  it('are shown with both durations', () => {
    const ban = (years: string) =>
      `In April 2019 the Commerce Department blocked exports to ZTE for ${years} years.`
    expect(conflicts(ban('seven'), ban('ten'))).toEqual(['duration: seven years | ten years'])
    expect(conflicts(ban('seven'), ban('7'))).toEqual([])
  })

  it('are shown with the months in which each puts a public warning', () => {
    const warning = (when: string) => `The FBI ${when} warned people not to buy Huawei phones.`
    expect(conflicts(warning('in March 2019'), warning('in May 2019'))).toEqual([
      'date: March 2019 | May 2019',
    ])
    expect(conflicts(warning('in May 2019'), warning('last month'))).toEqual([])
  })

  it('are shown with both owners of a company', () => {
    const { entities } = indexOf(
      'ZTE is a state-owned company.',
      '“As a publicly traded company, we obey,” ZTE said.',
    )
    const zte = entities.find(({ id }) => id === 'zte')
    expect(
      zte?.conflicts.map(({ field, readings }) => [field, ...readings.map(({ value }) => value)]),
    ).toEqual([['ownership', 'state-owned', 'publicly traded']])
  })

  it('are two documents: one that tells two sums is none', () => {
    expect(conflicts(`${fine('$1 billion')} ${fine('$1.19 billion')}`)).toEqual([])
  })
})
