import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detector } from './find-mentions.ts'

const SENTENCES = [
  'The FCC has banned Huawei gear.',
  'ZTE was fined by the Commerce Department.',
  'Huawei’s reply came on Friday.',
  'The weather was fine.',
  'The two companies deny it.',
  'Australia followed suit.',
  '华为和中兴通讯否认。',
  'Hua\u00adwei phones, ＺＴＥ modems',
]
/** What is to be marked in them, to the letter. */
const COMPANIES = /Huawei(?=[ ’])|ZTE|华为|中兴通讯|Hua\u00adwei|ＺＴＥ/g
const ACTIONS = ['FCC has banned', 'fined by the Commerce Department', 'Australia followed suit']
const paragraph = fc
  .array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 4 })
  .map((list) => list.join(' '))
const page = fc.array(paragraph, { minLength: 1, maxLength: 5 })
/** Headings and cells end without a full stop: read on into the next block they would tell something else. */
const cell = fc.constantFrom(
  'Huawei',
  'Technologies Co., Ltd.',
  'About the FCC',
  'banned Huawei',
  'ZTE was fined',
  'by the Commerce Department',
  'it was investigating the firm',
)
const sheet = fc.array(fc.oneof(paragraph, cell), { minLength: 1, maxLength: 6 })

describe('detectMentions', () => {
  it('gives offsets that lie in the text, in order, with the sentence around them', () => {
    fc.assert(
      fc.property(page, (paragraphs) => {
        const text = paragraphs.join('\n\n')
        let last = 0
        for (const { start, end, sentence } of detector.detectMentions(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(sentence.start).toBeLessThanOrEqual(start)
          expect(sentence.end).toBeGreaterThanOrEqual(end)
          last = start
        }
      }),
    )
  })
  it('gives offsets that slice back to what is written', () => {
    fc.assert(
      fc.property(
        page,
        fc.constantFrom('', '\u00ad', 'ﬁ ', '🙂 ', '\u200b', '… '),
        (paragraphs, odd) => {
          const text = paragraphs.map((one) => odd + one).join('\n\n')
          const companies = detector.detectMentions(text).flatMap((one) => {
            const surface = text.slice(one.start, one.end)
            if (one.kind === 'company') return [surface]
            expect(ACTIONS).toContain(surface)
            return []
          })
          expect(companies).toEqual([...text.matchAll(COMPANIES)].map(([name]) => name))
        },
      ),
    )
  })
  it('never lets two mentions of a kind overlap', () => {
    fc.assert(
      fc.property(page, (paragraphs) => {
        const mentions = detector.detectMentions(paragraphs.join('\n\n'))
        for (const kind of ['company', 'action']) {
          const same = mentions.filter((one) => one.kind === kind)
          same.forEach((one, i) => expect(one.start).toBeGreaterThanOrEqual(same[i - 1]?.end ?? 0))
        }
      }),
    )
  })
  it('finds the same in a whole text as in its blocks', () => {
    fc.assert(
      fc.property(sheet, (paragraphs) => {
        const whole = detector.detectMentions(paragraphs.join('\n\n'))
        const gated = detector.gateMentions(paragraphs.map((one) => detector.scanBlock(one)))
        const starts = paragraphs.map(
          (_, i) => paragraphs.slice(0, i).join('\n\n').length + (i > 0 ? 2 : 0),
        )
        const parts = gated.flatMap((mentions, i) =>
          mentions.map(
            (one) => `${one.kind} ${one.start + (starts[i] ?? 0)} ${one.end + (starts[i] ?? 0)}`,
          ),
        )
        expect(parts).toEqual(whole.map((one) => `${one.kind} ${one.start} ${one.end}`))
      }),
    )
  })
  it('reads any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(Array.isArray(detector.detectMentions(text))).toBe(true)
      }),
    )
  })
  it('reads long runs without end of what looks like names', () => {
    for (const run of ['FCC, ', 'Huawei ', 'huawei/', 'The FCC banned Huawei ', 'Chinese ', '.']) {
      expect(detector.detectMentions(run.repeat(5000))).toBeInstanceOf(Array)
    }
  })
})
