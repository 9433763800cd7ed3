import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pickFacts, type FactClues } from '../../../core/capture/pick-facts.ts'
import { plainWords } from '../../../core/capture/plain-words.ts'
import { readJsonLd } from '../../../core/capture/read-json-ld.ts'
import { parseDate } from '../../../core/capture/parse-date.ts'

const NOW = Date.parse('2024-06-01T12:00:00Z')
const NONE: FactClues = { titles: [], publishers: [], authors: [], dates: [], addresses: [] }
const facts = (clues: Partial<FactClues>) => pickFacts({ ...NONE, ...clues }, NOW)

describe('pickFacts', () => {
  it('leaves empty what nothing states', () => {
    const published = undefined
    expect(facts({})).toEqual({ title: '', publisher: '', author: '', published, address: null })
  })

  it('takes tags and character references out of a headline', () => {
    const titles = ['&lt;b&gt;Shelves&lt;/b&gt; &amp;amp; <i>crates</i>\n  in&nbsp;May']
    expect(facts({ titles }).title).toBe('Shelves & crates in May')
  })

  it('drops the outlet’s name behind a headline, and no other part of it', () => {
    const publishers = ['The Base Courier']
    expect(facts({ publishers, titles: ['Bases clear out | The Base Courier'] }).title).toBe(
      'Bases clear out',
    )
    expect(facts({ publishers, titles: ['Huawei - a history'] }).title).toBe('Huawei - a history')
  })

  it('passes over a date that is still to come', () => {
    const dates = [
      { place: 'json-ld' as const, value: '2099-01-01' },
      { place: 'meta' as const, value: '2018-05-09T10:00:00Z' },
    ]
    expect(facts({ dates }).published?.value).toBe('2018-05-09')
  })

  it('names each author once, without “By” and without addresses of profiles', () => {
    const authors = ['By Ada Penn', 'Ada Penn', 'https://social.example/ada', 'Bo Quill']
    expect(facts({ authors }).author).toBe('Ada Penn, Bo Quill')
  })

  it('names the host where no outlet is stated', () => {
    expect(facts({ opened: 'https://www.courier.example/a' }).publisher).toBe('courier.example')
  })

  it.each([
    ['https://courier.example/own', 'https://courier.example/own'],
    ['/own', 'https://www.courier.example/own'],
    ['https://elsewhere.example/other', 'https://www.courier.example/a?x=1'],
    ['javascript:alert(1)', 'https://www.courier.example/a?x=1'],
    ['https://me:secret@courier.example/own#part', 'https://courier.example/own'],
  ])('takes the address that a page calls its own only if it is its host’s: %s', (own, kept) => {
    const opened = 'https://www.courier.example/a?x=1#comments'
    expect(facts({ addresses: [own], opened }).address).toBe(kept)
  })
})

describe('plainWords', () => {
  it('gives one line without controls, never longer than asked for, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
        const words = plainWords(text, 40)
        expect(words.length).toBeLessThanOrEqual(40)
        expect(words).not.toMatch(/[\n\r\t\0\u202E]/)
      }),
    )
  })
})

describe('readJsonLd', () => {
  it('finds an article in a graph, its publisher by reference', () => {
    const graph = [
      { '@id': '#org', '@type': 'Organization', name: 'The Base Courier' },
      {
        '@type': ['Thing', 'NewsArticle'],
        headline: 'Shelves',
        author: [{ name: ['Ada Penn'] }, 'Bo Quill'],
        publisher: { '@id': '#org' },
      },
    ]
    expect(readJsonLd([JSON.stringify([{ '@graph': graph }])])).toEqual({
      headline: ['Shelves'],
      publisher: ['The Base Courier'],
      authors: ['Ada Penn', 'Bo Quill'],
      address: [],
    })
  })

  it('reads nothing of broken, hostile or foreign blocks', () => {
    const deep = '['.repeat(5000) + ']'.repeat(5000)
    const blocks = ['{', 'null', '7', deep, '{"@type":"Person","name":"Ada"}', '{"@type":{"a":1}}']
    expect(readJsonLd(blocks)).toEqual({ headline: [], publisher: [], authors: [], address: [] })
  })

  it('never throws, whatever JSON it is given', () => {
    fc.assert(fc.property(fc.json(), (block) => void readJsonLd([block])))
  })
})

describe('parseDate', () => {
  it.each([
    ['2018', 'year'],
    ['2018-05', 'month'],
    [' 2018-05-09 ', 'day'],
  ])('reads %s', (typed, precision) => {
    const value = typed.trim()
    expect(parseDate(typed, NOW)).toEqual({ value, precision, basis: 'text' })
  })

  it.each(['', 'May 2018', '2018-13', '2018-02-30', '2099-01-01', '20180509', '2018-5-9'])(
    'refuses “%s”',
    (typed) => expect(parseDate(typed, NOW)).toBeUndefined(),
  )
})
