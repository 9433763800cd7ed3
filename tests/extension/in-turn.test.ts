import { describe, expect, test } from 'vitest'
import { createLatest, createQueue } from '../../extension/in-turn.ts'

/** Work whose ends the test decides. */
function heldWork() {
  const ends: { done: () => void; fail: () => void }[] = []
  const work = () =>
    new Promise<void>((done, reject) => {
      ends.push({ done, fail: () => reject(new Error('in vain')) })
    })
  return { ends, work, turns: () => ends.length }
}

const aWhile = () => new Promise((done) => setTimeout(done))

describe('work that is done once for many calls', () => {
  test('runs once more for all calls that came while it ran', async () => {
    const { ends, work, turns } = heldWork()
    const call = createLatest(work)
    const calls = [call(), call()]
    await aWhile()
    calls.push(call(), call())
    expect(turns()).toBe(1)
    ends[0]?.done()
    await aWhile()
    expect(turns()).toBe(2)
    ends[1]?.done()
    await Promise.all(calls)
    expect(turns()).toBe(2)
  })

  test('runs again for a call that comes at any moment of its end', async () => {
    for (let moment = 0; moment < 12; moment += 1) {
      let value = 0
      let seen = -1
      const call = createLatest(async () => {
        await undefined
        seen = value
      })
      void call()
      for (let turn = 0; turn < moment; turn += 1) await undefined
      value = 1
      await call()
      await aWhile()
      expect(seen, `${moment} turns after the first call`).toBe(1)
    }
  })

  test('that failed runs again for the call that came meanwhile, which is told how that went', async () => {
    const { ends, work, turns } = heldWork()
    const call = createLatest(work)
    const first = call()
    await aWhile()
    const second = call()
    ends[0]?.fail()
    await aWhile()
    expect(turns()).toBe(2)
    ends[1]?.done()
    await expect(Promise.all([first, second])).resolves.toBeDefined()
  })

  test('that failed last says so, and can be called again', async () => {
    const { ends, work, turns } = heldWork()
    const call = createLatest(work)
    const first = call()
    await aWhile()
    ends[0]?.fail()
    await expect(first).rejects.toThrow('in vain')
    const second = call()
    await aWhile()
    expect(turns()).toBe(2)
    ends[1]?.done()
    await second
  })
})

describe('work in turn', () => {
  test('begins when what came before has ended, well or not', async () => {
    const inTurn = createQueue()
    const steps: string[] = []
    const failing = inTurn(async () => {
      await aWhile()
      steps.push('first')
      throw new Error('in vain')
    })
    const next = inTurn(async () => steps.push('second'))
    await expect(failing).rejects.toThrow('in vain')
    await next
    expect(steps).toEqual(['first', 'second'])
  })
})
