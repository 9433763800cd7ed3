import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DateValue, SourceEvent } from '../../../core/source-index.ts'
import {
  filterChoices,
  filterEvents,
  findOldNews,
  layOutTime,
  orderEvents,
  thinTicks,
} from '../../../core/digest/time-line.ts'
import { SMALL_INDEX, smallLookup } from './small-index.ts'

const { events } = SMALL_INDEX
const dated = (value: string): DateValue => ({
  value,
  precision: value.length === 4 ? 'year' : value.length === 7 ? 'month' : 'day',
  basis: 'text',
})
const event = (id: string, value?: string): SourceEvent => ({
  id,
  agencies: ['dod'],
  action: 'ban',
  targets: ['huawei'],
  status: 'announced',
  passages: [],
  replies: [],
  conflicts: [],
  ...(value !== undefined && { date: dated(value) }),
})

describe('the time line', () => {
  it('orders events by time, the undated last', () => {
    expect(orderEvents(events).map((one) => one.id)).toEqual([
      'event-settle',
      'event-ban',
      'event-warn',
    ])
  })

  it('filters by company, agency and kind, and by all at once', () => {
    const ids = (filter: Parameters<typeof filterEvents>[1]) =>
      filterEvents(events, filter).map((one) => one.id)
    expect(ids({})).toHaveLength(3)
    expect(ids({ company: 'zte' })).toEqual(['event-settle', 'event-warn'])
    expect(ids({ agency: 'dod' })).toEqual(['event-ban'])
    expect(ids({ company: 'zte', action: 'warn' })).toEqual(['event-warn'])
    expect(ids({ company: 'huawei', action: 'warn' })).toEqual([])
  })

  it('offers only choices that some event has', () => {
    const { companies, agencies } = filterChoices(events)
    expect(companies[0]).toEqual({ value: 'zte', count: 2 })
    expect(agencies.map((one) => one.value)).not.toContain('fcc')
  })

  it('leaves out empty years and says where', () => {
    const { breaks, ticks } = layOutTime([event('a', '2012'), event('b', '2018-05')], undefined)
    expect(breaks).toHaveLength(1)
    expect(ticks.map((tick) => tick.label)).toEqual(['2012', 'May 2018'])
  })

  it('leaves out labels that have no room, but never the last one', () => {
    const months = ['2018-01', '2018-02', '2018-03', '2018-04', '2018-05']
    const { ticks } = layOutTime(
      months.map((value) => event(value, value)),
      undefined,
    )
    const labels = (width: number) => thinTicks(ticks, width).map((tick) => tick.label)
    expect(labels(0.1)).toHaveLength(5)
    expect(labels(0.4)).toEqual(['Jan 2018', 'May 2018'])
    expect(labels(0.9)).toEqual(['May 2018'])
  })

  it('puts the page’s own date on the axis', () => {
    const axis = layOutTime([event('a', '2018-05')], dated('2019-06-14'))
    expect(axis.page).toBe(1)
    expect(axis.ticks.map((tick) => tick.label)).toEqual(['May 2018', 'Jun 2019'])
  })

  it('has a place for one event, and for none', () => {
    expect(layOutTime([event('a', '2018-05')], undefined).events).toMatchObject([{ row: 0 }])
    expect(layOutTime([event('a')], undefined)).toMatchObject({ events: [], ticks: [], breaks: [] })
  })

  const month = fc
    .tuple(fc.integer({ min: 2005, max: 2024 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`)

  it('keeps every dated event on the axis, in order, and apart from its neighbours', () => {
    fc.assert(
      fc.property(fc.array(month, { maxLength: 30 }), (months) => {
        const axis = layOutTime(
          months.map((value, at) => event(String(at), value)),
          undefined,
        )
        expect(axis.events).toHaveLength(months.length)
        let last = 0
        for (const { at } of axis.events) {
          expect(at).toBeGreaterThanOrEqual(last)
          expect(at).toBeLessThanOrEqual(1)
          last = at
        }
        const places = axis.events.map(({ at, row }) => `${at} ${row}`)
        expect(new Set(places).size).toBe(places.length)
      }),
    )
  })
})

describe('an old event in a page', () => {
  const told = (sentence: string) => [{ event: 'event-ban', sentences: [sentence] }]
  const old = (sentence: string, page: string | undefined) =>
    findOldNews(told(sentence), page === undefined ? undefined : dated(page), smallLookup.events)
  const PLAIN = 'The Pentagon told its shops to stop.'

  it('may look new half a year later, when no year is given', () => {
    expect(old(PLAIN, '2018-12-01')).toEqual(['event-ban'])
  })

  it.each([
    ['the page is as old', PLAIN, '2018-06-01'],
    [
      'the sentence gives the year',
      'In May 2018 the Pentagon told its shops to stop.',
      '2019-06-14',
    ],
    ['the page has no date', PLAIN, undefined],
  ])('does not when %s', (_name, sentence, page) => {
    expect(old(sentence, page)).toEqual([])
  })

  it('does not when another sentence of the page gives the year', () => {
    const retold = [{ event: 'event-ban', sentences: [PLAIN, 'That was in 2018.'] }]
    expect(findOldNews(retold, dated('2019-06-14'), smallLookup.events)).toEqual([])
  })
})
