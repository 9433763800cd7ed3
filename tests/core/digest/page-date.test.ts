import { describe, expect, it } from 'vitest'
import { pickPageDate, readDate } from '../../../core/digest/page-date.ts'

describe('a page’s own date', () => {
  it.each([
    ['2019-06-14', '2019-06-14'],
    ['2019-06-14T08:30:00+02:00', '2019-06-14'],
    ['2019-06-14 08:30', '2019-06-14'],
    ['20190614', '2019-06-14'],
    ['2019-06', '2019-06'],
    ['14 June 2019', '2019-06-14'],
    ['Friday, 14 June 2019', '2019-06-14'],
    ['14th Jun. 2019', '2019-06-14'],
    ['June 14, 2019', '2019-06-14'],
    ['Jun 14 2019 at 8:30 am', '2019-06-14'],
  ])('is read from “%s”', (words, date) => {
    expect(readDate(words)).toBe(date)
  })

  it.each(['yesterday', '', '14/06/2019', '1970-01-01', '2019-19-40', 'No. 2019 of the paper'])(
    'is not made of “%s”',
    (words) => {
      expect(readDate(words)).toBeUndefined()
    },
  )

  it('is taken from where it is surest', () => {
    const clues = [
      { place: 'time' as const, value: '2020-01-02' },
      { place: 'meta' as const, value: '2019-06-14' },
      { place: 'json-ld' as const, value: 'soon' },
    ]
    expect(pickPageDate(clues)).toEqual({
      place: 'meta',
      date: { value: '2019-06-14', precision: 'day', basis: 'text' },
    })
  })

  it('is missing where the page states none', () => {
    expect(pickPageDate([])).toBeUndefined()
  })
})
