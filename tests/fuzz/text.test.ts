import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDetector } from '../../core/detect/detect.ts'
import { foldText } from '../../core/detect/normalise.ts'
import { splitSentences } from '../../core/detect/sentences.ts'
import type { Mention } from '../../core/mention.ts'
import { tally } from '../tally.ts'
import {
  ADVERSARIAL,
  AGENCIES,
  COMPANIES,
  GENERICS,
  lexicon,
  NOUNS,
  TITLES,
  VERBS,
} from './adversarial-texts.ts'
import { SEED, sized } from './fuzz-size.ts'

const detector = createDetector(lexicon)

/** Words of the lexicon, whole and broken, among everything that Unicode has. */
const piece = fc.oneof(
  ...[COMPANIES, AGENCIES, VERBS, NOUNS, TITLES, GENERICS].map((list) => fc.constantFrom(...list)),
  fc
    .constantFrom(...COMPANIES, ...AGENCIES)
    .chain((name) => fc.nat(name.length).map((at) => name.slice(0, at))),
  fc.constantFrom(
    ' ',
    ' ',
    ' ',
    ', ',
    '. ',
    ' by ',
    ' was ',
    ' of the ',
    '’s ',
    '“',
    '”',
    '(',
    ')',
    '\n',
    '\n\n',
  ),
  fc.constantFrom(
    '\u200b',
    '\u00ad',
    '\u0301',
    '\ufeff',
    '\u202e',
    '\ufffc',
    '\ud83d',
    '\u0130',
    'ß',
    'ﬃ',
    '㍿',
    '\u{1d419}',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
)
const text = fc.array(piece, { maxLength: 60, size: 'max' }).map((pieces) => pieces.join(''))

/** What every mention keeps, whatever the text: its places are places of the text, in order. */
function expectRight(source: string, mentions: Mention[]): void {
  for (const { start, end, sentence } of mentions) {
    expect(start).toBeGreaterThanOrEqual(sentence.start)
    expect(sentence.start).toBeGreaterThanOrEqual(0)
    expect(end).toBeGreaterThan(start)
    expect(sentence.end).toBeGreaterThanOrEqual(end)
    expect(sentence.end).toBeLessThanOrEqual(source.length)
    const surface = source.slice(start, end)
    expect(surface.trim()).toBe(surface)
    expect(foldText(surface).text).not.toBe('')
  }
  const starts = mentions.map((one) => one.start)
  expect(starts).toEqual(starts.toSorted((a, b) => a - b))
}

describe('any text', () => {
  it('gives mentions whose offsets lead back to it, and the same ones each time', () => {
    const runs = sized(400, 20_000)
    fc.assert(
      fc.property(text, (source) => {
        const mentions = detector.detectMentions(source)
        expectRight(source, mentions)
        expect(detector.detectMentions(source)).toEqual(mentions)
      }),
      { seed: SEED, numRuns: runs },
    )
    tally('random texts', runs)
  })

  it('is cut into sentences that lie in it, one after the other', () => {
    fc.assert(
      fc.property(text, (source) => {
        let last = 0
        for (const { start, end } of splitSentences(source)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(last).toBeLessThanOrEqual(source.length)
      }),
      { seed: SEED, numRuns: sized(400, 20_000) },
    )
  })
})

describe('text made to be hard to search', () => {
  const length = sized(6000, 100_000)
  it.each(Object.entries(ADVERSARIAL))('%s: offsets lead back', (_, make) => {
    const source = make(length)
    expectRight(source, detector.detectMentions(source))
    tally('adversarial texts', 1)
  })

  it('may be one word of three million letters', () => {
    const source = `ZTE ${'ж'.repeat(3_000_000)}`
    expect(
      detector.detectMentions(source).map(({ start, end }) => source.slice(start, end)),
    ).toEqual(['ZTE'])
  })

  it('may put a million marks on one letter', () => {
    const folded = foldText(`ZTE e${'\u0301\u0327\u0345'.repeat(300_000)}`)
    expect(folded.text.startsWith('ZTE ')).toBe(true)
  })
})
