import { describe, expect, it } from 'vitest'
import {
  createSpeedGate,
  HURRY_SPEED,
  type PointerSample,
} from '../../../core/card/pointer-speed.ts'

/** Whether the last of some samples, one each 16 ms, hurries. */
function hurries(places: { x: number; y: number }[]): boolean {
  const gate = createSpeedGate()
  return places.map((place, at) => gate.isHurrying({ ...place, time: at * 16 })).at(-1) ?? false
}

/** A straight way of `length` samples at `speed` px per ms. */
const way = (speed: number, length = 20) =>
  Array.from({ length }, (_, at) => ({ x: at * 16 * speed, y: 0 }))

describe('the speed gate', () => {
  it.each([
    ['a hand on its way elsewhere', way(1), true],
    ['a hand that reads along a line', way(0.2), true],
    ['a hand just above the limit', way(HURRY_SPEED + 0.01), true],
    ['a hand just below the limit', way(HURRY_SPEED - 0.01), false],
    ['a hand that rests', way(0), false],
    ['a single place', [{ x: 400, y: 300 }], false],
  ])('%s', (_, places, expected) => {
    expect(hurries(places)).toBe(expected)
  })

  it('takes a trembling hand for one that rests', () => {
    const trembling = Array.from({ length: 30 }, (_, at) => ({ x: (at % 2) * 5, y: (at % 3) * 2 }))
    expect(hurries(trembling)).toBe(false)
  })

  it('lets a hand rest that has come fast and then stopped', () => {
    const stop: PointerSample[] = way(1, 5).map((place, at) => ({ ...place, time: at * 16 }))
    const gate = createSpeedGate()
    for (const sample of stop) gate.isHurrying(sample)
    expect(gate.isHurrying({ x: 66, y: 0, time: 600 })).toBe(false)
  })
})
