import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { causeSources } from '../../../core/detect/cause-pattern.ts'
import { createDetector } from '../../../core/detect/detect.ts'
import { createNearNameFinder } from '../../../core/detect/find-near-name.ts'
import type { Lexicon } from '../../../core/detect/lexicon.ts'
import { nearNames } from '../../../core/detect/near-names.ts'

const lexicon = JSON.parse(readFileSync('data/lexicon.json', 'utf8')) as Lexicon
const plain = causeSources(lexicon).plain
const detector = createDetector(lexicon)
const find = createNearNameFinder(nearNames(lexicon))

describe('a name told by a look', () => {
  const told: [string, string][] = [
    ['The maker Huawei spoke.', 'Huawei'],
    ['The maker Huawei Technologies Co., Ltd. spoke.', 'Huawei Technologies Co., Ltd.'],
    ['HUAWEI TECHNOLOGIES spoke.', 'HUAWEI TECHNOLOGIES'],
    ['ZTE’s phones', 'ZTE'],
    ['ZTE Corp. spoke.', 'ZTE Corp.'],
  ]
  test.each(told)('%s', (text, name) => {
    const found = find(text, text.search(new RegExp(plain)))
    expect(found && text.slice(found.start, found.end)).toBe(name)
  })
  test.each(['huawei.com', 'com.huawei.hms', '@zte', 'HuaweiX', 'x-Huawei', 'Shenzhen'])(
    'leaves %s to the full scan',
    (text) => {
      expect(find(text, text.search(new RegExp(plain)))).toBeUndefined()
    },
  )
  test('ends where the full scan has it end, behind a gap that is too long', () => {
    for (const length of [1, 59, 60, 61, 200]) {
      const text = `The maker Huawei${' '.repeat(length)}Technologies spoke.`
      const [full] = detector.scanBlock(text).companies
      expect(find(text, text.indexOf('Huawei'))?.end, `${length}`).toBe(full?.end)
    }
  })
  test('is found among thousands of others', () => {
    const names = Array.from(
      { length: 3000 },
      (_, i) => `Firm${String(i).padStart(4, '0')} Systems`,
    )
    const made = { id: 'made-up', kind: 'company' as const, name: 'Made up', names }
    const many = createNearNameFinder(
      nearNames({ ...lexicon, entities: [...lexicon.entities, made] }),
    )
    const missed = names.filter((name) => many(`${name} spoke`, 0)?.end !== name.length)
    expect(missed).toEqual([])
    expect(many('Huawei spoke', 0)?.company).toBe('huawei')
    expect(many('Firm Systems', 0)).toBeUndefined()
  })
  test('is a name that the full scan finds too, at the same place', () => {
    const piece = fc.constantFrom(
      ...plainForms(),
      ' said ',
      ', ',
      '. ',
      ' the ',
      'Huawei',
      'ZTE ',
      '(',
      ')',
    )
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
        const text = pieces.join(' ')
        const full = detector.scanBlock(text).companies
        let end = 0
        for (const { index } of text.matchAll(new RegExp(plain, 'g'))) {
          const found = index < end ? undefined : find(text, index)
          if (!found) continue
          end = found.end
          const { start, end: to, company } = found
          expect(full).toContainEqual(expect.objectContaining({ start, end: to, company }))
        }
      }),
    )
  })

  function plainForms(): string[] {
    return lexicon.entities
      .filter((entity) => entity.kind === 'company')
      .flatMap((entity) => entity.names)
      .map((name) => (typeof name === 'string' ? name : name.form))
      .filter((form) => /^[\x20-\x7e]+$/.test(form))
  }
})
