import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kindCloseness, sameKind } from '../../../core/context/kind-closeness.ts'
import { ACTION_KINDS } from '../../../core/source-index.ts'

const kind = fc.constantFrom(...ACTION_KINDS)

describe.each([
  ['how surely two words mean one deed', sameKind],
  ['how much acts of two kinds tell of one another', kindCloseness],
])('%s', (_what, closeness) => {
  it('is 1 for a kind and itself only, 0 to 1 for others, and the same both ways', () => {
    fc.assert(
      fc.property(kind, kind, (a, b) => {
        const value = closeness(a, b)
        expect(value === 1).toBe(a === b)
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1)
        expect(closeness(b, a)).toBe(value)
      }),
    )
  })
})

describe('kinds of action', () => {
  it.each([
    ['ban', 'legislate'],
    ['lift', 'deny-export'],
    ['designate', 'warn'],
  ] as const)('%s and %s bear on each other and are two deeds', (a, b) => {
    expect(kindCloseness(a, b)).toBeGreaterThan(0)
    expect(sameKind(a, b)).toBe(0)
  })
  it('puts the order that is lifted before the fine that was paid', () => {
    expect(kindCloseness('lift', 'deny-export')).toBeGreaterThan(kindCloseness('lift', 'fine'))
  })
})
