import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keepOrder } from '../../page/keep-order.ts'

const bySize = (a: number, b: number) => a - b

describe('things that are kept in order', () => {
  test('are in order whatever came, went and stayed', () => {
    const cases = fc
      .uniqueArray(fc.nat(200), { maxLength: 30 })
      .chain((all) =>
        fc.tuple(fc.subarray(all), fc.shuffledSubarray(all, { maxLength: all.length })),
      )
    fc.assert(
      fc.property(cases, ([before, now]) => {
        const known = new Set(before.toSorted(bySize))
        expect(keepOrder(now, known, bySize)).toEqual(now.toSorted(bySize))
      }),
    )
  })
  test('are not compared again where one comes behind them all', () => {
    const before = Array.from({ length: 1000 }, (_, at) => at)
    let asked = 0
    const counted = (a: number, b: number) => {
      asked += 1
      return bySize(a, b)
    }
    expect(keepOrder([2000, ...before], new Set(before), counted)).toEqual([...before, 2000])
    expect(asked).toBe(1)
  })
  test('are compared once where several come behind them all', () => {
    const before = Array.from({ length: 1000 }, (_, at) => at)
    let asked = 0
    const counted = (a: number, b: number) => {
      if (Math.min(a, b) < before.length) asked += 1
      return bySize(a, b)
    }
    const added = [2002, 2000, 2001]
    expect(keepOrder([...added, ...before], new Set(before), counted)).toEqual([
      ...before,
      ...added.toSorted(bySize),
    ])
    expect(asked).toBe(1)
  })
})
