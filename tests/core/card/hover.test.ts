import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { startHover, stepHover } from '../../../core/card/hover.ts'
import {
  GRACE_MS,
  LOOKUP_MS,
  REST_MS,
  type HoverOrder,
  type HoverSignal,
  type HoverState,
} from '../../../core/card/hover-state.ts'

type Signal = HoverSignal<string, string>
type Order = HoverOrder<string, string>
type State = HoverState<string, string>
type Play = Signal | ((token: number) => Signal)

/** Plays signals; a function gets the newest token, which a real timer or lookup would carry. */
function play(...signals: Play[]) {
  let state: State = startHover()
  let token = 0
  const orders: Order[] = []
  for (const signal of signals) {
    const [next, ordered] = stepHover(state, typeof signal === 'function' ? signal(token) : signal)
    state = next
    for (const order of ordered) if ('token' in order) token = order.token
    orders.push(...ordered)
  }
  const shows = orders.flatMap((order) => (order.type === 'show' ? [order.answer] : []))
  return { state, orders, shows, last: orders.at(-1) }
}

const over = (mention: string): Signal => ({ type: 'over', mention })
const open = (mention: string): Signal => ({ type: 'open', mention })
const away: Signal = { type: 'away' }
const busy: Signal = { type: 'busy' }
const hurry: Signal = { type: 'hurry' }
const overCard: Signal = { type: 'over-card' }
const dismiss: Signal = { type: 'dismiss' }
const pin: Signal = { type: 'pin' }
const unpin: Signal = { type: 'unpin' }
const lookup = (token: number): Signal => ({ type: 'lookup', token })
const rest = (token: number): Signal => ({ type: 'rest', token })
const grace = (token: number): Signal => ({ type: 'grace', token })
const nothing = (token: number): Signal => ({ type: 'nothing', token })
const answer =
  (text: string) =>
  (token: number): Signal => ({ type: 'answer', token, answer: text })

/** The ways into each state. */
const DWELLING: Play[] = [over('a')]
const LOADING: Play[] = [over('a'), lookup, rest]
const SHOWN: Play[] = [over('a'), lookup, answer('A'), rest]
const LEAVING: Play[] = [...SHOWN, away]
const AIMING: Play[] = [...SHOWN, over('b')]
const ASKED: Play[] = [open('a'), answer('A')]
const PINNED: Play[] = [...SHOWN, pin]

describe('each transition of the hover', () => {
  it.each<[string, Play[], string]>([
    ['idle, over: dwelling', [over('a')], 'dwelling'],
    ['idle, away: idle', [away], 'idle'],
    ['idle, over the card: idle', [overCard], 'idle'],
    ['idle, busy: idle', [busy], 'idle'],
    ['dwelling, away: idle', [...DWELLING, away], 'idle'],
    ['dwelling, busy: idle', [...DWELLING, busy], 'idle'],
    ['dwelling, nothing: idle', [...DWELLING, lookup, nothing], 'idle'],
    ['dwelling, over the same: dwelling', [...DWELLING, over('a')], 'dwelling'],
    ['dwelling, over another: dwelling', [...DWELLING, over('b')], 'dwelling'],
    ['dwelling, hurry: dwelling', [...DWELLING, hurry], 'dwelling'],
    ['dwelling, rest unanswered: loading', [...DWELLING, rest], 'loading'],
    ['dwelling, rest answered: shown', SHOWN, 'shown'],
    ['loading, answer: shown', [...LOADING, answer('A')], 'shown'],
    ['loading, nothing: idle', [...LOADING, nothing], 'idle'],
    ['loading, away: idle', [...LOADING, away], 'idle'],
    ['loading, busy: idle', [...LOADING, busy], 'idle'],
    ['loading, over another: dwelling', [...LOADING, over('b')], 'dwelling'],
    ['shown, away: leaving', LEAVING, 'leaving'],
    ['shown, over another: leaving', AIMING, 'leaving'],
    ['shown, over the card: shown', [...SHOWN, overCard], 'shown'],
    ['shown, busy: shown', [...SHOWN, busy], 'shown'],
    ['leaving, over the card: shown', [...LEAVING, overCard], 'shown'],
    ['leaving, over its mention: shown', [...LEAVING, over('a')], 'shown'],
    ['leaving, grace: idle', [...LEAVING, grace], 'idle'],
    ['leaving for another, rest answered: shown', [...AIMING, answer('B'), rest], 'shown'],
    ['leaving for another, rest unanswered: loading', [...AIMING, rest], 'loading'],
    ['leaving for another, nothing there: leaving', [...AIMING, nothing], 'leaving'],
    ['leaving for another, busy: leaving', [...AIMING, busy], 'leaving'],
    ['any state, open: loading', [...SHOWN, open('b')], 'loading'],
    ['asked for, away: shown', [...ASKED, away], 'shown'],
    ['asked for and loading, away: loading', [open('a'), away], 'loading'],
    ['asked for and loading, busy: loading', [open('a'), busy], 'loading'],
    ['shown, pin: idle', PINNED, 'idle'],
    ['leaving, pin: idle', [...LEAVING, pin], 'idle'],
    ['idle, pin: idle', [pin], 'idle'],
  ])('%s', (_, signals, name) => {
    expect(play(...signals).state.name).toBe(name)
  })

  it.each<[string, Play[]]>([
    ['dwelling', DWELLING],
    ['loading', LOADING],
    ['shown', SHOWN],
    ['leaving', LEAVING],
    ['leaving for another', AIMING],
    ['asked for', ASKED],
  ])('dismissed while %s it is idle, and what showed is hidden', (_, signals) => {
    const { state, orders } = play(...signals, dismiss)
    expect(state.name).toBe('idle')
    const showed = orders.filter((order) => order.type === 'show').length
    expect(orders.filter((order) => order.type === 'hide')).toHaveLength(showed)
  })
})

describe('the hover', () => {
  it('waits for a rest before it shows, and looks up before that', () => {
    expect(play(over('a')).orders).toEqual([
      { type: 'wait', timer: 'lookup', ms: LOOKUP_MS, token: 1 },
      { type: 'wait', timer: 'rest', ms: REST_MS, token: 1 },
    ])
    expect(LOOKUP_MS).toBeLessThan(REST_MS)
  })

  it('counts the time that the pointer has stood there already', () => {
    const times = (...signals: Play[]) =>
      play(...signals).orders.flatMap((order) => (order.type === 'wait' ? [order.ms] : []))
    expect(times({ type: 'over', mention: 'a', waited: 30 })).toEqual([
      LOOKUP_MS - 30,
      REST_MS - 30,
    ])
    expect(times({ type: 'over', mention: 'a', waited: 5000 })).toEqual([0, 0])
    expect(times(over('a'), { type: 'hurry', waited: 20 }).slice(2)).toEqual([
      LOOKUP_MS - 20,
      REST_MS - 20,
    ])
    const aimed = times(...SHOWN, { type: 'over', mention: 'b', waited: 10 }).slice(2)
    expect(aimed).toEqual([GRACE_MS, LOOKUP_MS - 10, REST_MS - 10])
  })

  it('shows when the rest ends and the answer is there, or as soon as a slow one comes', () => {
    expect(play(...SHOWN).shows).toEqual(['A'])
    expect(play(...LOADING, answer('A')).shows).toEqual(['A'])
  })

  it('begins the rest anew while the pointer hurries', () => {
    expect(play(over('a'), hurry, { type: 'rest', token: 1 }).state).toMatchObject({
      name: 'dwelling',
      token: 2,
    })
  })

  it('takes no answer and no timer that belongs to an earlier interest', () => {
    const late: Signal = { type: 'answer', token: 1, answer: 'A' }
    expect(play(over('a'), lookup, over('b'), late, rest).shows).toEqual([])
    expect(play(over('a'), lookup, over('b'), { type: 'nothing', token: 1 }).state.name).toBe(
      'dwelling',
    )
    expect(play(...LEAVING, overCard, { type: 'grace', token: 2 }).state.name).toBe('shown')
  })

  it('gives the pointer a grace to cross the gap', () => {
    expect(play(...LEAVING).last).toMatchObject({ timer: 'grace', ms: GRACE_MS })
    expect(play(...LEAVING, grace).last).toEqual({ type: 'hide' })
  })

  it('changes to another mention that the pointer rests on', () => {
    expect(play(...AIMING, lookup, answer('B'), rest).shows).toEqual(['A', 'B'])
  })

  it('keeps a card that was asked for while the pointer passes over other mentions', () => {
    const passing = play(...ASKED, over('b'), away)
    expect(passing.state).toMatchObject({ name: 'shown', mention: 'a' })
    expect(passing.orders.filter((order) => order.type === 'hide')).toEqual([])
    expect(play(...ASKED, over('b'), lookup, answer('B'), rest).shows).toEqual(['A', 'B'])
  })

  it('lets a card that was asked for go with the pointer once that has been in it', () => {
    expect(play(...ASKED, overCard, away).state.name).toBe('leaving')
  })

  it('finds and shows a card that is there already no second time', () => {
    const { orders, state } = play(...SHOWN, open('a'))
    expect(orders).toHaveLength(play(...SHOWN).orders.length)
    expect(state).toMatchObject({ name: 'shown', asked: true })
  })
})

describe('a pinned card', () => {
  it('stays through everything but being unpinned', () => {
    const { state, last } = play(...PINNED, away, busy, dismiss, over('b'), dismiss)
    expect(state).toMatchObject({ name: 'idle', pinned: 'a' })
    expect(last).not.toEqual({ type: 'unpin' })
    expect(play(...PINNED, unpin)).toMatchObject({
      state: { name: 'idle' },
      last: { type: 'unpin' },
    })
  })

  it('has another card beside it, for another mention', () => {
    expect(play(...PINNED, over('b'), lookup, answer('B'), rest).shows).toEqual(['A', 'B'])
    expect(play(...PINNED, over('a')).state.name).toBe('idle')
    expect(play(...PINNED, open('a')).state.name).toBe('idle')
  })

  it('gives way to the next one that is pinned', () => {
    const { state } = play(...PINNED, over('b'), lookup, answer('B'), rest, pin)
    expect(state).toMatchObject({ name: 'idle', pinned: 'b' })
  })
})

describe('whatever happens in whatever order', () => {
  const token = fc.nat(12)
  const mention = fc.constantFrom('a', 'b', 'c')
  const signal: fc.Arbitrary<Signal> = fc.oneof(
    mention.map(over),
    mention.map(open),
    fc.constantFrom<Signal>(away, overCard, hurry, busy, dismiss, pin, unpin),
    fc.record({
      type: fc.constantFrom('lookup', 'rest', 'grace', 'nothing'),
      token,
    }) as fc.Arbitrary<Signal>,
    token.map((one): Signal => ({ type: 'answer', token: one, answer: `for ${one}` })),
  )
  const signals = fc.array(signal, { maxLength: 80 })

  it('shows and hides in turn, and never a late answer', () => {
    fc.assert(
      fc.property(signals, (all) => {
        let state: State = startHover()
        let visible = false
        for (const one of all) {
          const [next, orders] = stepHover(state, one)
          state = next
          for (const order of orders) {
            if (order.type === 'hide' || order.type === 'pin') {
              expect(visible).toBe(true)
              visible = false
            }
            if (order.type !== 'show') continue
            visible = true
            expect(order.answer).toBe(`for ${state.token}`)
          }
          expect(visible).toBe(state.name === 'shown' || state.name === 'leaving')
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('has at most one card pinned, and never the same mention twice', () => {
    fc.assert(
      fc.property(signals, (all) => {
        let state: State = startHover()
        let pinned = false
        for (const one of all) {
          const [next, orders] = stepHover(state, one)
          state = next
          for (const order of orders) {
            if (order.type === 'pin') pinned = true
            if (order.type === 'unpin') {
              expect(pinned).toBe(true)
              pinned = false
            }
          }
          expect(pinned).toBe(state.pinned !== undefined)
          if (state.pinned !== undefined && 'mention' in state)
            expect(state.mention).not.toBe(state.pinned)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('gives every timer a token of its own', () => {
    fc.assert(
      fc.property(signals, (all) => {
        let state: State = startHover()
        const timers = new Set<string>()
        for (const one of all) {
          const [next, orders] = stepHover(state, one)
          state = next
          for (const order of orders)
            if (order.type === 'wait') {
              const key = `${order.timer} ${order.token}`
              expect(timers.has(key)).toBe(false)
              timers.add(key)
            }
        }
      }),
      { numRuns: 2000 },
    )
  })
})
