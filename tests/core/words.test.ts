import { describe, expect, it } from 'vitest'
import { readCatalogue, type Messages } from '../../core/read-catalogue.ts'
import { sayCoverage, sayDate, sayDay, sayEvent } from '../../core/wording.ts'
import {
  formatLocale,
  locale,
  say,
  sayAll,
  sayAny,
  sayCount,
  sayLabel,
  sayList,
  sayNumber,
  sayParts,
  speakMeanwhile,
} from '../../core/words.ts'
import english from '../../public/_locales/en/messages.json' with { type: 'json' }

/** What `run` says in another language, with some of English's messages replaced. */
function inLanguage<Result>(tag: string, messages: Messages, run: () => Result): Result {
  const catalogue = readCatalogue({ ...english, locale: { message: tag }, ...messages })
  return speakMeanwhile(catalogue, run)
}

const from = { value: '2018-02', precision: 'month', basis: 'text' } as const
const to = { value: '2018-11-23', precision: 'day', basis: 'text' } as const

describe('a message', () => {
  it('has its values in the places of their names, whatever their order', () => {
    const months = {
      message: '$year$: $to$, $from$',
      placeholders: english.date_monthsInYear.placeholders,
    }
    expect(say('date_monthsInYear', { from: 'a', to: 'b', year: 'c' })).toBe('a to b c')
    inLanguage('de', { date_monthsInYear: months }, () => {
      expect(say('date_monthsInYear', { year: 'c', to: 'b', from: 'a' })).toBe('c: b, a')
    })
  })

  it('leaves a value that looks like a placeholder as it is', () => {
    expect(say('date_months', { from: '$to$', to: '$1' })).toBe('$to$ to $1')
  })

  it('writes a sign that stands for itself once', () => {
    const read = readCatalogue({
      price: { message: '$$5 for $who$', placeholders: { who: { content: '$1' } } },
    })
    expect(read('price', ['two'])).toBe('$5 for two')
  })

  it('comes in pieces around what is no text', () => {
    const [start, end] = [{ key: 'start' }, { key: 'end' }]
    expect(sayParts('card_citePlace', { document: 'd1', start, end })).toEqual([
      'd1',
      ', characters ',
      start,
      '–',
      end,
    ])
  })
})

describe('a counted message', () => {
  it.each([
    [0, '0 documents'],
    [1, '1 document'],
    [1200, '1,200 documents'],
  ])('says %i as the language does', (count, words) => {
    expect(sayCount('event_documents', count)).toBe(words)
  })

  it('falls back on "other" where a language has one form only', () => {
    const form = { message: '$count$份文件', placeholders: { count: { content: '$1' } } }
    inLanguage(
      'zh-CN',
      { event_documents_other: form, event_documents_one: { message: 'never' } },
      () => {
        expect(sayCount('event_documents', 1)).toBe('1份文件')
      },
    )
  })
})

describe('names and numbers', () => {
  it('are put as English puts them', () => {
    expect([sayList(['A', 'B', 'C']), sayAll(['A', 'B', 'C']), sayAny(['A', 'B'])]).toEqual([
      'A, B, C',
      'A, B and C',
      'A or B',
    ])
    expect([sayList([]), sayList(['A']), sayNumber(12_345.5)]).toEqual(['', 'A', '12,345.5'])
  })

  it('follow the language of the messages, not the machine’s', () => {
    inLanguage('de', {}, () => {
      expect([sayAll(['A', 'B']), sayAny(['A', 'B']), sayNumber(12_345.5)]).toEqual([
        'A und B',
        'A oder B',
        '12.345,5',
      ])
      expect([locale(), formatLocale()]).toEqual(['de', 'de'])
    })
    expect([locale(), formatLocale()]).toEqual(['en', 'en-GB'])
  })
})

describe('names among words that are written from right to left', () => {
  it('keep their places', () => {
    inLanguage('ar', { direction: { message: 'rtl' } }, () => {
      const name = '\u{2068}ZTE\u{2069}'
      expect(say('card_replied', { name: 'ZTE' })).toBe(`${name} replied`)
      expect([sayList(['ZTE']), sayLabel(['ZTE', undefined, 'ZTE'])]).toEqual([
        name,
        `${name} · ${name}`,
      ])
    })
    expect(say('card_replied', { name: 'ZTE' })).toBe('ZTE replied')
  })
})

describe('dates', () => {
  it.each([
    ['de', '4. Mai 2018', 'Mai 2018', '2018', 'Februar 2018'],
    ['es', '4 may 2018', 'may 2018', '2018', 'febrero de 2018'],
    ['zh-CN', '2018年5月4日', '2018年5月', '2018年', '2018年2月'],
  ])('are written as %s writes them', (tag, day, month, year, long) => {
    inLanguage(tag, {}, () => {
      const said = ['2018-05-04', '2018-05', '2018'].map((value) => sayDay(value, 'short'))
      expect([...said, sayDay('2018-02', 'long')]).toEqual([day, month, year, long])
    })
  })

  it('are about that time where they are inferred, in every language', () => {
    const about = { message: 'etwa $date$', placeholders: { date: { content: '$1' } } }
    inLanguage('de', { date_about: about }, () => {
      expect(sayDate({ value: '2018-05', precision: 'month', basis: 'inferred' })).toBe(
        'etwa Mai 2018',
      )
    })
  })

  it('span months of one year in the language’s own order', () => {
    const span = {
      message: '$year$年$from$至$to$',
      placeholders: english.date_monthsInYear.placeholders,
    }
    inLanguage('zh-CN', { date_monthsInYear: span }, () => {
      expect(sayCoverage({ documents: 2, from, to })).toBe('2 documents, 2018年2月至11月')
    })
  })
})

describe('another language for a while', () => {
  it('ends with the work, also where that fails', () => {
    const ban = { event_actionBan: { message: 'Verbot' } }
    const event = {
      agencies: ['Pentagon'],
      action: 'ban',
      targets: ['ZTE'],
      status: 'past',
    } as const
    const line = { ...event, agencies: [...event.agencies], targets: [...event.targets] }
    expect(inLanguage('de', ban, () => sayEvent(line))).toBe('Pentagon · Verbot · ZTE')
    expect(sayEvent(line)).toBe('Pentagon · ban · ZTE')
    expect(() =>
      inLanguage('de', ban, () => {
        throw new Error('broken')
      }),
    ).toThrow('broken')
    expect(sayEvent(line)).toBe('Pentagon · ban · ZTE')
  })
})
