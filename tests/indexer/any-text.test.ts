import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createDetector } from '../../core/detect/detect.ts'
import { indexSeeds } from '../../indexer/build-index.ts'
import { prepareLexicon } from '../../indexer/prepare-lexicon.ts'
import { fixtureInputs, lexiconFiles } from './build-fixture.ts'

const PARTS = [
  'The Pentagon banned Huawei phones in May.',
  'Huawei denied it.',
  '“We know,” Senator Ann Roe said.',
  'She said that ZTE was fined $5 million.',
  'Roe said:',
  '“',
  '”',
  '"',
  '\n',
  '\r\n',
  '\n\n',
  ' ',
  '\u00a0',
  '\uFEFF',
  'according to the report',
  ', citing two officials, reports that',
  'Related: x',
  '1. No.',
  '2. Yes.',
  'Comments',
  '(Photo: x)',
  '华为',
  'U.S.',
  '🙂',
  'in 2017',
  'last week',
  'The two companies',
  'a'.repeat(120),
]

const prepared = prepareLexicon(lexiconFiles(), createDetector)

it('indexes any text with every offset right, or says what is wrong with it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PARTS), { maxLength: 30 }), (parts) => {
      const text = parts.join(' ')
      const { index, faults } = indexSeeds(fixtureInputs([{ file: 'a.txt', text }]), prepared)
      if (!index) {
        expect(faults.map(({ file }) => file)).toEqual(['a.txt'])
        return
      }
      for (const { start, end, text: own } of index.passages)
        expect(text.slice(start, end)).toBe(own)
      const body = new Set(
        index.passages.filter(({ section }) => section === 'body').map(({ id }) => id),
      )
      for (const { passages, replies } of index.events) {
        expect([...passages, ...replies].filter((id) => !body.has(id))).toEqual([])
      }
    }),
  )
})
