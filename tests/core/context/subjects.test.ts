import { describe, expect, it } from 'vitest'
import { isForeign, isOtherSubject, readSubjects } from '../../../core/context/subjects.ts'
import type { ActionKind } from '../../../core/source-index.ts'

describe('what an act is about', () => {
  it.each([
    ['Officials fear spying through backdoors.', ['security']],
    ['The maker broke the embargo on Syria.', ['sanctions']],
    ['The judges heard the plaintiffs.', ['court']],
    ['A cartel case over three patents', ['competition', 'inventions']],
    ['He was arrested for bribing a minister.', ['custody', 'corruption']],
    ['The phones have large screens.', []],
    ['', []],
  ])('«%s» is about %j', (sentence, subjects) => {
    expect([...readSubjects(sentence)]).toEqual(subjects)
  })
})

describe('acts with a subject', () => {
  it.each<[ActionKind, string, string, boolean]>([
    ['investigate', 'whether it spied', 'whether it broke sanctions', true],
    ['investigate', 'whether it spied', 'a probe of snooping', false],
    ['investigate', 'whether it spied', 'a probe', true],
    ['investigate', 'a probe', 'whether it spied', false],
    ['fine', 'paid for bribery', 'paid for breaking an embargo', true],
    ['fine', 'paid for bribery', 'paid a billion', false],
    ['ban', 'for fear of spying', 'for breaking sanctions', false],
  ])('%s: «%s» and «%s» are of other subjects: %s', (kind, one, other, isOther) => {
    expect(isOtherSubject(kind, readSubjects(one), readSubjects(other))).toBe(isOther)
  })

  it('are foreign where no text of the sources speaks of one of them', () => {
    expect(isForeign(readSubjects('The court spoke of spying.'), new Set(['security']))).toBe(true)
    expect(isForeign(readSubjects('The court spoke.'), new Set(['court']))).toBe(false)
    expect(isForeign(readSubjects('A ban for spying, and an arrest'), new Set(['security']))).toBe(
      false,
    )
    expect(isForeign(readSubjects('An arrest'), new Set(['security']))).toBe(true)
    expect(isForeign(readSubjects('They spied.'), new Set(['security']))).toBe(false)
    expect(isForeign(new Set(), new Set())).toBe(false)
  })
})
