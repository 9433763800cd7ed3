import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  GRACE_MS,
  LOOKUP_MS,
  REST_MS,
  startHover,
  stepHover,
  type HoverOrder,
  type HoverSignal,
  type HoverState,
} from '../../core/hover.ts'

type Signal = HoverSignal<string, string>
type Order = HoverOrder<string, string>

/** Plays signals; `last` stands for the newest token, which a real timer or lookup would carry. */
function play(...signals: (Signal | ((token: number) => Signal))[]) {
  let state: HoverState<string, string> = startHover()
  let token = 0
  const orders: Order[] = []
  for (const signal of signals) {
    const [next, ordered] = stepHover(state, typeof signal === 'function' ? signal(token) : signal)
    state = next
    for (const order of ordered) if ('token' in order) token = order.token
    orders.push(...ordered)
  }
  return { state, orders, shown: orders.filter((order) => order.type === 'show') }
}

const over = (mention: string): Signal => ({ type: 'over', mention })
const away: Signal = { type: 'away' }
const overCard: Signal = { type: 'over-card' }
const lookup = (token: number): Signal => ({ type: 'lookup', token })
const rest = (token: number): Signal => ({ type: 'rest', token })
const grace = (token: number): Signal => ({ type: 'grace', token })
const answer =
  (text: string) =>
  (token: number): Signal => ({ type: 'answer', token, answer: text })

describe('the hover', () => {
  it('waits for a rest before it shows, and looks up before that', () => {
    const { orders } = play(over('a'))
    expect(orders).toEqual([
      { type: 'wait', timer: 'lookup', ms: LOOKUP_MS, token: 1 },
      { type: 'wait', timer: 'rest', ms: REST_MS, token: 1 },
    ])
    expect(LOOKUP_MS).toBeLessThan(REST_MS)
  })

  it('shows when the rest ends and the answer is there', () => {
    const { state, shown } = play(over('a'), lookup, answer('A'), rest)
    expect(shown).toEqual([{ type: 'show', mention: 'a', answer: 'A' }])
    expect(state.name).toBe('shown')
  })

  it('shows as soon as a slow answer comes', () => {
    expect(play(over('a'), lookup, rest).state.name).toBe('loading')
    expect(play(over('a'), lookup, rest, answer('A')).shown).toHaveLength(1)
  })

  it('shows nothing when the pointer only passes', () => {
    const { state, shown } = play(over('a'), lookup, away, answer('A'), rest)
    expect(shown).toEqual([])
    expect(state.name).toBe('idle')
  })

  it('begins the rest anew while the pointer hurries', () => {
    const { state } = play(over('a'), { type: 'hurry' }, { type: 'rest', token: 1 })
    expect(state).toMatchObject({ name: 'dwelling', token: 2 })
  })

  it('ignores an answer that belongs to an earlier mention', () => {
    const { shown } = play(
      over('a'),
      lookup,
      over('b'),
      { type: 'answer', token: 1, answer: 'A' },
      rest,
    )
    expect(shown).toEqual([])
  })

  it('stays while the pointer crosses the gap into the card', () => {
    const opened = [over('a'), lookup, answer('A'), rest] as const
    expect(play(...opened, away, overCard, { type: 'grace', token: 2 }).state.name).toBe('shown')
    expect(play(...opened, away).orders.at(-1)).toMatchObject({ timer: 'grace', ms: GRACE_MS })
  })

  it('hides when the grace ends outside', () => {
    const { state, orders } = play(over('a'), lookup, answer('A'), rest, away, grace)
    expect(orders.at(-1)).toEqual({ type: 'hide' })
    expect(state.name).toBe('idle')
  })

  it('changes to another mention that the pointer rests on', () => {
    const { shown } = play(
      over('a'),
      lookup,
      answer('A'),
      rest,
      over('b'),
      lookup,
      answer('B'),
      rest,
    )
    expect(shown.map((order) => order.type === 'show' && order.answer)).toEqual(['A', 'B'])
  })

  it('opens at once when a key asks for it', () => {
    const { shown } = play({ type: 'open', mention: 'a' }, answer('A'))
    expect(shown).toHaveLength(1)
  })

  it('closes on dismissal from every state', () => {
    const ways: (Signal | ((token: number) => Signal))[][] = [
      [over('a')],
      [over('a'), lookup, rest],
      [over('a'), lookup, answer('A'), rest],
      [over('a'), lookup, answer('A'), rest, away],
    ]
    for (const way of ways) expect(play(...way, { type: 'dismiss' }).state.name).toBe('idle')
  })
})

describe('whatever happens in whatever order', () => {
  const token = fc.nat(12)
  const mention = fc.constantFrom('a', 'b')
  const signal: fc.Arbitrary<Signal> = fc.oneof(
    mention.map(over),
    fc.constantFrom<Signal>(away, overCard, { type: 'hurry' }, { type: 'dismiss' }),
    mention.map((one): Signal => ({ type: 'open', mention: one })),
    fc.record({ type: fc.constantFrom('lookup', 'rest', 'grace'), token }) as fc.Arbitrary<Signal>,
    token.map((one): Signal => ({ type: 'answer', token: one, answer: `for ${one}` })),
  )

  it('shows and hides in turn, and never a late answer', () => {
    fc.assert(
      fc.property(fc.array(signal, { maxLength: 60 }), (signals) => {
        let state: HoverState<string, string> = startHover()
        let visible = false
        for (const one of signals) {
          const [next, orders] = stepHover(state, one)
          state = next
          for (const order of orders) {
            if (order.type === 'hide') {
              expect(visible).toBe(true)
              visible = false
            }
            if (order.type !== 'show') continue
            visible = true
            expect(order.answer).toBe(`for ${'token' in state ? state.token : 'nothing'}`)
          }
          expect(visible).toBe(state.name === 'shown' || state.name === 'leaving')
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('gives every lookup and timer a token of its own', () => {
    fc.assert(
      fc.property(fc.array(signal, { maxLength: 60 }), (signals) => {
        let state: HoverState<string, string> = startHover()
        const timers = new Set<string>()
        for (const one of signals) {
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
