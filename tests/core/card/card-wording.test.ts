import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EventLine, Quote, ShownQuote, Subject } from '../../../core/card/card-content.ts'
import type { Reply } from '../../../core/card/card-replies.ts'
import {
  sayField,
  sayMarked,
  sayOtherAgencies,
  sayReading,
  sayReason,
  sayReplyHead,
  sayTitle,
  sayUnanswered,
} from '../../../core/card/card-wording.ts'
import { citeMarkdown, escapeMarkdown } from '../../../core/cite.ts'
import { readCatalogue } from '../../../core/read-catalogue.ts'
import { sayCoverage } from '../../../core/wording.ts'
import { speakMeanwhile } from '../../../core/words.ts'
import english from '../../../public/_locales/en/messages.json' with { type: 'json' }

const company: Subject = {
  kind: 'company',
  company: 'zte',
  name: 'ZTE',
  country: 'CN',
  documents: 4,
}
const action: Subject = { kind: 'action', agency: 'FCC', action: 'ban', target: 'huawei' }
const event: EventLine = {
  agencies: ['FCC'],
  action: 'ban',
  targets: ['Huawei'],
  status: 'announced',
}

const quote: Quote = {
  passage: 'p1',
  text: 'They said *no* to [all] 5G_cores.\n1. And why?',
  start: 3,
  end: 40,
  document: 'd1',
  file: 'a.txt',
  publisher: 'The Gazette',
  title: 'Sale | stopped',
  published: { value: '2018-05', precision: 'month', basis: 'inferred' },
  address: 'https://gazette.example/sale_(1)',
  readerComment: false,
}
const reply = (of: Partial<Reply>): Reply => ({
  ...quote,
  by: ['ZTE'],
  firstHand: true,
  toThis: true,
  ...of,
})

describe('what was marked', () => {
  it.each<[string, Subject, EventLine | undefined, string]>([
    ['中兴通讯', company, undefined, '“中兴通讯” · company, China'],
    ['FCC banned', action, event, '“FCC banned” · agency action'],
    ['FCC banned', action, undefined, '“FCC banned” · agency action'],
    ['FCC banned', action, { ...event, action: 'restrict' }, '“FCC banned” · read as FCC, ban'],
  ])('is said of %s', (surface, subject, line, expected) => {
    expect(sayMarked({ surface }, subject, line)).toBe(expected)
  })

  it('asks back where the name was found in a misspelling', () => {
    const marked = { surface: 'ZTTE', suggested: true } as const
    expect(sayMarked(marked, company)).toBe('“ZTTE” · did you mean ZTE?')
  })
})

describe('the title', () => {
  it('names up to three agencies, and counts the others of more', () => {
    const three = { ...event, agencies: ['FBI', 'CIA', 'NSA'] }
    expect(sayTitle(action, three)).toBe('FBI, CIA, NSA · ban · Huawei')
    expect(sayOtherAgencies(three)).toBeUndefined()
    const four = { ...event, agencies: ['FBI', 'CIA', 'NSA', 'DIA'] }
    expect(sayTitle(action, four)).toBe('FBI, CIA, 2 others · ban · Huawei')
    expect(sayOtherAgencies(four)).toBe('With NSA, DIA')
  })

  it('is the subject where the sources have no event', () => {
    expect(sayTitle(action)).toBe('FCC · ban · Huawei')
    expect(sayTitle(company)).toBe('ZTE')
    expect(sayTitle(company, event)).toBe('ZTE')
  })
})

describe('why passages are shown', () => {
  const shown: ShownQuote = {
    ...quote,
    tier: 'same-event',
    stance: 'action',
  }
  it.each<[Partial<ShownQuote>, Subject, EventLine | undefined, string]>([
    [
      {},
      action,
      { ...event, support: { documents: 3, independent: 3 } },
      'On this event · 3 documents',
    ],
    [
      {},
      action,
      { ...event, support: { documents: 3, independent: 2 } },
      'On this event · 3 documents, 2 independent',
    ],
    [
      {},
      company,
      { ...event, support: { documents: 2, independent: 2 } },
      'On this event · 2 documents',
    ],
    [{}, company, event, 'On this event'],
    [{}, company, undefined, 'On ZTE, closest to this page’s sentence first'],
    [{ tier: 'same-action' }, action, undefined, 'A similar action'],
    [{ tier: 'background' }, action, undefined, 'Background on Huawei'],
    [{ tier: 'background' }, company, undefined, 'On ZTE, closest to this page’s sentence first'],
  ])('%j', (of, subject, line, expected) => {
    const card = { subject, ...(line && { event: line }) }
    expect(sayReason({ ...shown, ...of }, card)).toBe(expected)
  })
})

describe('replies', () => {
  it.each<[Partial<Reply>, string]>([
    [{}, 'ZTE replied'],
    [{ by: ['Huawei', 'ZTE'] }, 'Huawei and ZTE replied'],
    [{ firstHand: false }, 'Reply by ZTE, as reported'],
    [{ toThis: false }, 'ZTE on another occasion'],
    [{ by: [] }, 'A reply'],
  ])('%j are headed by who answers', (of, head) => {
    expect(sayReplyHead(reply(of))).toBe(head)
  })

  it('that are missing are said to be', () => {
    expect(sayUnanswered(['ZTE'], true)).toBe('No reply by ZTE to this in the sources.')
    expect(sayUnanswered(['Huawei', 'ZTE'], false)).toBe(
      'No reply by Huawei or ZTE in the sources.',
    )
  })
})

describe('disagreements', () => {
  it.each([
    ['2018-02', 'February 2018'],
    ['2018-11-03', '3 November 2018'],
    ['February 2018', 'February 2018'],
    ['3 November 2018', '3 November 2018'],
    ['Size 2018', 'Size 2018'],
    ['$1.19 billion', '$1.19 billion'],
    ['2018', '2018'],
  ])('read %s as %s', (value, words) => {
    expect(sayReading(value)).toBe(words)
  })

  it.each([
    ['2018-02', 'Februar 2018'],
    ['February 2018', 'Februar 2018'],
    ['3 November 2018', '3. November 2018'],
    ['state-owned', 'state-owned'],
  ])('read %s as %s in German', (value, words) => {
    const german = readCatalogue({ ...english, locale: { message: 'de' } })
    expect(speakMeanwhile(german, () => sayReading(value))).toBe(words)
  })

  it('ask in plain words', () => {
    expect(sayField('ownership')).toBe('who owns it')
    expect(sayField('colour')).toBe('colour')
  })
})

describe('coverage', () => {
  const date = (value: string) => ({ value, precision: 'month', basis: 'text' }) as const
  const five = { documents: 5, from: date('2018-02'), to: date('2018-11') }
  it.each([
    [{ nothingBy: 'FCC' }, '; nothing by the FCC'],
    [{ nothingBy: 'Ofcom' }, '; nothing by Ofcom'],
    [{ nothingBy: 'NATO' }, '; nothing by NATO'],
    [{ nothingBy: 'MI5' }, '; nothing by MI5'],
    [{ noEventBy: 'US Congress' }, '; no action by the US Congress'],
    [{}, ''],
  ])('%j', (lack, end) => {
    expect(sayCoverage({ ...five, ...lack })).toBe(`5 documents, Feb to Nov 2018${end}`)
  })
})

describe('a citation in Markdown', () => {
  it('quotes, and links the title to the address', () => {
    expect(citeMarkdown(quote)).toBe(
      [
        '> “They said \\*no\\* to \\[all\\] 5G\\_cores.',
        '> 1\\. And why?”',
        '>',
        '> — The Gazette, [“Sale \\| stopped”](<https://gazette.example/sale_(1)>), about May 2018 (d1, characters 3–40)',
      ].join('\n'),
    )
  })

  it('leaves out what is not known', () => {
    const words = citeMarkdown({ ...quote, text: '“No.”', title: null, address: null })
    expect(words).toBe('> “No.”\n>\n> — The Gazette, about May 2018 (d1, characters 3–40)')
  })

  it('keeps every character, and lets none but letters and digits stand unescaped at risk', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const escaped = escapeMarkdown(text)
        expect(escaped.replace(/\\([\\`*_[\]<>|~&#.)+=-])/g, '$1')).toBe(text)
        // What is escaped stands for itself: a letter in its place.
        expect(escaped.replace(/\\./gs, 'x')).not.toMatch(/[`*_[\]<>|~&#]|^\s*(?:[-+=]|\d+[.)])/m)
      }),
    )
  })
})
