import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { causeSources } from '../../../core/detect/cause-pattern.ts'
import { createDetector } from '../../../core/detect/detect.ts'
import type { Lexicon } from '../../../core/detect/lexicon.ts'
import { findNearName, nearNames } from '../../../core/detect/near-names.ts'

const lexicon = JSON.parse(readFileSync('data/lexicon.json', 'utf8')) as Lexicon
const { cause, plain, wide } = causeSources(lexicon)
const detector = createDetector(lexicon)
const names = nearNames(lexicon)

describe('cause patterns', () => {
  const companies = lexicon.entities.filter((entity) => entity.kind === 'company')
  const forms = companies.flatMap((entity) =>
    entity.names.map((name) => (typeof name === 'string' ? name : name.form)),
  )
  test('find every company’s every name', () => {
    expect(forms.filter((form) => !new RegExp(cause).test(form))).toEqual([])
  })
  test('apart they find what they find together', () => {
    const either = new RegExp(`${plain}|${wide}`)
    expect(forms.filter((form) => !either.test(form))).toEqual([])
  })
  test('find nothing in prose that names nobody', () => {
    const prose = 'The “council” met on Tuesday – nobody spoke of telephones, and it rained.'
    expect(new RegExp(cause).test(prose)).toBe(false)
  })
})

describe('a name told by a look', () => {
  const told: [string, string][] = [
    ['The maker Huawei spoke.', 'Huawei'],
    ['The maker Huawei Technologies Co., Ltd. spoke.', 'Huawei Technologies Co., Ltd.'],
    ['HUAWEI TECHNOLOGIES spoke.', 'HUAWEI TECHNOLOGIES'],
    ['ZTE’s phones', 'ZTE'],
    ['ZTE Corp. spoke.', 'ZTE Corp.'],
  ]
  test.each(told)('%s', (text, name) => {
    const at = text.search(new RegExp(plain))
    const found = findNearName(names, text, at)
    expect(found && text.slice(found.start, found.end)).toBe(name)
  })
  test.each(['huawei.com', 'com.huawei.hms', '@zte', 'HuaweiX', 'x-Huawei'])(
    'leaves %s to the full scan',
    (text) => {
      expect(findNearName(names, text, text.search(new RegExp(plain)))).toBeUndefined()
    },
  )
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
          const found = index < end ? undefined : findNearName(names, text, index)
          if (!found) continue
          end = found.end
          expect(full).toContainEqual(expect.objectContaining(found))
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
