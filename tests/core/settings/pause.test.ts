import { describe, expect, it } from 'vitest'
import {
  changePause,
  HOUR_MS,
  isPaused,
  NO_PAUSE,
  outlivesBrowser,
  readPause,
  type Pause,
} from '../../../core/settings/pause.ts'

describe('a pause', () => {
  it('of one tab leaves the others alone, and can hold for several', () => {
    const one = changePause(NO_PAUSE, 'tab', 5, 0)
    const two = changePause(one, 'tab', 8, 0)
    expect([5, 8, 9, undefined].map((tab) => isPaused(two, tab, 0))).toEqual([
      true,
      true,
      false,
      false,
    ])
    const back = changePause(two, 'none', 5, 0)
    expect([5, 8].map((tab) => isPaused(back, tab, 0))).toEqual([false, true])
    expect(changePause(back, 'none', 8, 0)).toEqual(NO_PAUSE)
  })

  it('of an hour ends after an hour', () => {
    const pause = changePause(NO_PAUSE, 'hour', 5, 1000)
    expect(isPaused(pause, 9, 1000)).toBe(true)
    expect(isPaused(pause, 9, 1000 + HOUR_MS - 1)).toBe(true)
    expect(isPaused(pause, 9, 1000 + HOUR_MS)).toBe(false)
  })

  it('of an hour does not last longer because a clock was put back', () => {
    const pause = changePause(NO_PAUSE, 'hour', 5, 10 * HOUR_MS)
    expect(isPaused(pause, 9, HOUR_MS)).toBe(false)
  })

  it.each([['restart'], ['everywhere']] as const)('until %s holds in all tabs', (choice) => {
    const pause = changePause(NO_PAUSE, choice, 5, 0)
    expect(isPaused(pause, 6, 9e12)).toBe(true)
    expect(isPaused(pause, undefined, 0)).toBe(true)
    expect(isPaused(changePause(pause, 'none', 6, 0), 6, 0)).toBe(false)
  })

  it('outlives the browser where it says so', () => {
    const all: Pause[] = [
      { name: 'tabs', tabIds: [1] },
      { name: 'restart' },
      { name: 'hour', until: 9 },
      { name: 'everywhere' },
    ]
    expect(all.map(outlivesBrowser)).toEqual([false, false, true, true])
  })

  it.each([
    [undefined],
    [7],
    [{ name: 'ever' }],
    [{ name: 'hour' }],
    [{ name: 'hour', until: 'soon' }],
    [{ name: 'hour', until: Infinity }],
    [{ name: 'tabs', tabIds: ['one'] }],
  ])('that is stored as %j is none', (stored) => {
    expect(readPause(stored)).toEqual(NO_PAUSE)
  })
})
