import { describe, expect, it } from 'vitest'
import type { Quote } from '../../core/card/card-content.ts'
import type { DateValue } from '../../core/source-index.ts'
import { citeMarkdown, citePlain } from '../../core/cite.ts'
import { sayCoverage, sayDate, sayEvent, saySpeaker } from '../../core/wording.ts'

const date = (value: string, basis: DateValue['basis'] = 'text'): DateValue => ({
  value,
  precision: value.length === 4 ? 'year' : value.length === 7 ? 'month' : 'day',
  basis,
})

const quote: Quote = {
  passage: 'p1',
  text: 'The ministry stopped the sale.',
  start: 10,
  end: 40,
  document: 'd1',
  file: 'a.txt',
  publisher: 'The Gazette',
  title: 'Sale stopped',
  published: date('2018-05-04'),
  address: 'https://gazette.example/sale',
  readerComment: false,
}

describe('a citation of a reader’s own document', () => {
  const own = { ...quote, pack: { id: 'x', name: 'My *filings*' } }

  it('names the pack, in plain text and in Markdown', () => {
    expect(citePlain(own)).toContain('My *filings*')
    expect(citeMarkdown(own)).toContain('My \\*filings\\*')
  })

  it('is the only one that names a pack', () => {
    expect(citePlain(own).replace(/.*My \*filings\*.*\n/, '')).toBe(citePlain(quote))
  })
})

describe('dates', () => {
  it.each([
    ['2018', '2018'],
    ['2018-05', 'May 2018'],
    ['2018-05-04', '4 May 2018'],
  ])('says %s as far as it is known', (value, words) => {
    expect(sayDate(date(value))).toBe(words)
  })

  it.each(['2018-02-31', '2018-13', '0018-05', 'soon'])('leaves %s as it is', (value) => {
    expect(sayDate(date(value))).toBe(value)
  })

  it('says "about" before what is inferred, and not before what was looked up', () => {
    expect(sayDate(date('2018-04', 'inferred'))).toBe('about Apr 2018')
    expect(sayDate(date('2018-04', 'looked-up'))).toBe('Apr 2018')
  })
})

describe('labels', () => {
  it('name who, what and whom', () => {
    const event = { agencies: ['Pentagon'], action: 'ban', targets: ['Huawei', 'ZTE'] } as const
    expect(
      sayEvent({
        ...event,
        agencies: [...event.agencies],
        targets: [...event.targets],
        status: 'past',
      }),
    ).toBe('Pentagon · ban · Huawei, ZTE')
  })

  it('do not repeat a role that is the speaker', () => {
    const spoken = { standing: 'spokesperson' } as const
    expect(
      saySpeaker({ ...spoken, speaker: 'Pentagon spokesperson', role: 'Pentagon spokesperson' }),
    ).toBe('Pentagon spokesperson')
    expect(saySpeaker({ ...spoken, speaker: 'A. Smith', role: 'spokesman' })).toBe(
      'A. Smith, spokesman',
    )
  })

  it('say what the documents cover', () => {
    const months = { from: date('2018-02'), to: date('2018-11-23', 'inferred') }
    expect(sayCoverage({ documents: 5, ...months })).toBe('5 documents, Feb to Nov 2018')
    expect(sayCoverage({ documents: 2, from: date('2017-12'), to: date('2018') })).toBe(
      '2 documents, Dec 2017 to 2018',
    )
    expect(sayCoverage({ documents: 1, from: date('2018-02'), to: date('2018-02') })).toBe(
      '1 document, Feb 2018',
    )
  })
})

describe('a citation', () => {
  it('holds quote, outlet, title, date, address and the place in the document', () => {
    expect(citePlain(quote)).toBe(
      [
        '“The ministry stopped the sale.”',
        '— The Gazette, “Sale stopped”, 4 May 2018',
        'https://gazette.example/sale',
        '[d1, characters 10–40]',
      ].join('\n'),
    )
  })

  it('names the speaker first', () => {
    const attribution = { speaker: 'A. Smith', role: 'minister', standing: 'on-record' } as const
    expect(citePlain({ ...quote, attribution })).toContain('— A. Smith, minister, The Gazette')
  })

  it('leaves out what is not known and adds no second quotation mark', () => {
    const words = citePlain({ ...quote, text: '“We stop,” she said.', title: null, address: null })
    expect(words.split('\n')).toEqual([
      '“We stop,” she said.',
      '— The Gazette, 4 May 2018',
      '[d1, characters 10–40]',
    ])
  })

  it('marks a reader comment as one', () => {
    expect(citePlain({ ...quote, readerComment: true })).toContain('Reader comment')
  })
})
