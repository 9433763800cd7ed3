import { describe, expect, it } from 'vitest'
import type { Mention } from '../../../core/mention.ts'
import {
  chooseMarked,
  isWanted,
  MARK_ALL,
  markingFor,
  type Marking,
} from '../../../core/settings/mark-filter.ts'
import { DEFAULT_CHOICES } from '../../../core/settings/settings.ts'

const span = { start: 0, end: 1, sentence: { start: 0, end: 1 } }
const company = (id: string): Mention => ({ ...span, kind: 'company', company: id })
const action: Mention = {
  ...span,
  kind: 'action',
  agency: 'pentagon',
  action: 'ban',
  target: 'zte',
  modality: 'asserted',
}

describe('which mentions there are', () => {
  it('leaves out the kinds that are off', () => {
    const marking = markingFor({ ...DEFAULT_CHOICES, markZte: false, markAction: false }, [])
    const wanted = [company('huawei'), company('zte'), action].map((it) =>
      isWanted(marking, it, 'x'),
    )
    expect(wanted).toEqual([true, false, false])
  })

  it('leaves out hidden names, whatever their case, width and spaces', () => {
    const name = { site: 'a.example', state: 'hidden', at: 1 } as const
    const marking = markingFor(DEFAULT_CHOICES, [
      { ...name, kind: 'company', name: 'ＺＴＥ' },
      { ...name, kind: 'action', name: 'the  Pentagon\nbanned' },
    ])
    expect(isWanted(marking, company('zte'), 'zte')).toBe(false)
    expect(isWanted(marking, company('zte'), 'Z\u00adTE')).toBe(false)
    expect(isWanted(marking, company('zte'), 'ZTE Corporation')).toBe(true)
    expect(isWanted(marking, action, 'The Pentagon banned')).toBe(false)
    expect(isWanted(marking, action, 'ZTE')).toBe(true)
  })
})

describe('which mentions are marked', () => {
  const list = [
    { name: 'a', paragraph: 1 },
    { name: 'b', paragraph: 1 },
    { name: 'c', paragraph: 2 },
    { name: 'd', paragraph: 1 },
    { name: 'e', paragraph: 3 },
  ]
  const marked = (density: Marking['density']) =>
    chooseMarked({ ...MARK_ALL, density }, list, (it) => it.paragraph).map(({ name }) => name)

  it.each([
    ['every', ['a', 'b', 'c', 'd', 'e']],
    ['paragraph', ['a', 'c', 'e']],
    ['page', ['a']],
    ['none', []],
  ] as const)('%s', (density, names) => {
    expect(marked(density)).toEqual(names)
  })

  it('is nothing on a page without mentions', () => {
    expect(chooseMarked({ ...MARK_ALL, density: 'page' }, [], () => 1)).toEqual([])
  })
})
