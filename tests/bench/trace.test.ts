import { describe, expect, test } from 'vitest'
import { scriptTime, type TraceEvent } from '../../bench/engine/trace.ts'

const OURS = /ours\.js$/
const at = (name: string, ts: number, dur: number, more: Partial<TraceEvent> = {}): TraceEvent => ({
  name,
  ph: 'X',
  ts,
  dur,
  pid: 1,
  tid: 1,
  ...more,
})
const call = (url: string, ts: number, dur: number) =>
  at('FunctionCall', ts, dur, { args: { data: { url } } })

describe('the time of our scripts in a recording', () => {
  test('is that of our own calls, each once, however deep', () => {
    const events = [
      call('ours.js', 0, 5000),
      call('ours.js', 1000, 2000),
      call('page.js', 9000, 3000),
      call('ours.js', 20_000, 1000),
    ]
    expect(scriptTime(events, OURS)).toMatchObject({ total: 6, longest: 5 })
  })
  test('holds what they put off, which follows at once, as one stretch', () => {
    const events = [call('ours.js', 0, 1000), at('RunMicrotasks', 1010, 8000)]
    expect(scriptTime(events, OURS)).toMatchObject({ total: 9, longest: 9 })
  })
  test('holds a call out of what was put off once', () => {
    const events = [
      call('ours.js', 0, 1000),
      at('RunMicrotasks', 1010, 8000),
      call('ours.js', 2000, 3000),
    ]
    expect(scriptTime(events, OURS).total).toBe(9)
  })
  test('holds nothing that others put off, or that another thread does', () => {
    const events = [
      call('ours.js', 0, 1000),
      call('page.js', 5000, 1000),
      at('RunMicrotasks', 6010, 8000),
      at('RunMicrotasks', 1010, 7000, { tid: 2 }),
    ]
    expect(scriptTime(events, OURS).total).toBe(1)
  })
  test('counts the layouts in all of it', () => {
    const events = [
      call('ours.js', 0, 1000),
      at('RunMicrotasks', 1010, 8000),
      at('Layout', 500, 10),
      at('UpdateLayoutTree', 3000, 10),
      at('Layout', 12_000, 10),
    ]
    expect(scriptTime(events, OURS).layouts).toBe(2)
  })
})
