import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText } from '../../../core/detect/normalise.ts'

/** Letters, marks, invisible and compatibility characters that real pages hold. */
const piece = fc.constantFrom(
  'a',
  'Z',
  ' ',
  '\n',
  '\u00ad',
  '\u200b',
  '\u2060',
  '\ufeff',
  '\u00a0',
  'ﬁ',
  'Ｚ',
  '…',
  '’',
  '“',
  '–',
  '—',
  'é',
  'e\u0301',
  '华',
  'ﾌ',
  'ﾞ',
  '한',
  '\u1112',
  '\u116a',
  '\u11ab',
  '🙂',
  'ß',
)
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

describe('foldText', () => {
  it('returns plain text as it is', () => {
    expect(foldText('The FCC.').text).toBe('The FCC.')
  })
  it.each([
    ['Hua\u00adwei', 'Huawei'],
    ['Hua\u200b\u2060wei', 'Huawei'],
    ['화웨이'.normalize('NFD'), '화웨이'],
    ['ＺＴＥ', 'ZTE'],
    ['Huawei’s “5G”', 'Huawei\'s "5G"'],
    ['a\u00a0b\u3000c', 'a b c'],
    ['x‑y', 'x-y'],
    ['ﾌｧｰｳｪｲ', 'ファーウェイ'],
  ])('folds %j', (original, folded) => {
    expect(foldText(original).text).toBe(folded)
  })
  it('leads from a folded span back to the original characters', () => {
    const original = 'x Hua\u00adwei y'
    const { text: folded, toOriginal } = foldText(original)
    const at = folded.indexOf('Huawei')
    const { start, end } = toOriginal(at, at + 6)
    expect(original.slice(start, end)).toBe('Hua\u00adwei')
  })
  it('never shifts an offset', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const original = `${before} Huawei ${after}`
        const { text: folded, toOriginal } = foldText(original)
        const at = folded.indexOf('Huawei')
        const { start, end } = toOriginal(at, at + 6)
        expect(original.slice(start, end)).toBe('Huawei')
        expect(start).toBe(original.indexOf('Huawei'))
      }),
    )
  })
  it('maps spans in order, inside the text', () => {
    fc.assert(
      fc.property(text, (original) => {
        const { text: folded, toOriginal } = foldText(original)
        let last = 0
        for (let i = 0; i < folded.length; i++) {
          const { start, end } = toOriginal(i, i + 1)
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeLessThanOrEqual(original.length)
          expect(end).toBeGreaterThan(start)
          last = start
        }
      }),
    )
  })
})
