/**
 * The hover, as a pure state machine. Time, pointer and lookups come in as signals; what is to be
 * done goes out as orders. Every dwell carries a token, and an answer or a timer that carries
 * another one is late and changes nothing.
 *
 *             over                    rest (answered)
 *     idle ─────────▶ dwelling ───────────────────────▶ shown ◀──────────┐
 *      ▲  ◀─────────    │  rest (not answered)            │  ▲           │
 *      │      away      ▼                         away or │  │ over it   │ rest on
 *      │             loading ──── answer ──────▶  another │  │ or card   │ another
 *      │                │                                 ▼  │           │
 *      └──── away ──────┘      ◀───── grace ─────────── leaving ─────────┘
 *
 * `dismiss` (Esc, scrolling away, a click elsewhere, navigation) leads to idle from everywhere.
 */

/** Pointer rest before the card shows. Page Previews waits 500 ms in all; below 300 ms people
 * open cards by accident. */
export const REST_MS = 300
/** The lookup starts early enough for the answer to be there when the rest ends. */
export const LOOKUP_MS = 100
/** How long the card stays when the pointer leaves it, so that the gap can be crossed. */
export const GRACE_MS = 300

type Dwell<M> = { mention: M; token: number }
type Shown<M, A> = Dwell<M> & { answer: A }

export type HoverState<M, A> =
  | { name: 'idle'; token: number }
  | ({ name: 'dwelling'; answer?: A } & Dwell<M>)
  | ({ name: 'loading' } & Dwell<M>)
  | ({ name: 'shown' } & Shown<M, A>)
  | ({ name: 'leaving'; next?: Dwell<M> & { answer?: A } } & Shown<M, A> & { newest: number })

export type HoverSignal<M, A> =
  | { type: 'over'; mention: M }
  /** The pointer passes through: whatever it rests on, the rest begins anew. */
  | { type: 'hurry' }
  | { type: 'over-card' }
  | { type: 'away' }
  | { type: 'lookup' | 'rest' | 'grace'; token: number }
  | { type: 'answer'; token: number; answer: A }
  /** Opens at once, without a rest: a key or a command asked for it. */
  | { type: 'open'; mention: M }
  | { type: 'dismiss' }

export type HoverOrder<M, A> =
  | { type: 'wait'; timer: 'lookup' | 'rest' | 'grace'; ms: number; token: number }
  | { type: 'find'; mention: M; token: number }
  | { type: 'show'; mention: M; answer: A }
  | { type: 'hide' }

type Step<M, A> = [state: HoverState<M, A>, orders: HoverOrder<M, A>[]]

export function startHover<M, A>(): HoverState<M, A> {
  return { name: 'idle', token: 0 }
}

/** One step: the state after `signal`, and what is to be done now, in order. */
export function stepHover<M, A>(state: HoverState<M, A>, signal: HoverSignal<M, A>): Step<M, A> {
  if (signal.type === 'dismiss') return rest(state)
  if (signal.type === 'open') return open(state, signal.mention)
  switch (state.name) {
    case 'idle':
      return signal.type === 'over' ? dwell(state, signal.mention) : [state, []]
    case 'dwelling':
      return stepDwelling(state, signal)
    case 'loading':
      return stepLoading(state, signal)
    case 'shown':
      return stepShown(state, signal)
    case 'leaving':
      return stepLeaving(state, signal)
  }
}

/** The newest token given out, so that the next one is unlike all before. */
function newestToken<M, A>(state: HoverState<M, A>): number {
  return state.name === 'leaving' ? state.newest : state.token
}

function rest<M, A>(state: HoverState<M, A>): Step<M, A> {
  const visible = state.name === 'shown' || state.name === 'leaving'
  return [{ name: 'idle', token: newestToken(state) }, visible ? [{ type: 'hide' }] : []]
}

function restTimers<M, A>(token: number): HoverOrder<M, A>[] {
  return [
    { type: 'wait', timer: 'lookup', ms: LOOKUP_MS, token },
    { type: 'wait', timer: 'rest', ms: REST_MS, token },
  ]
}

function dwell<M, A>(state: HoverState<M, A>, mention: M): Step<M, A> {
  const token = newestToken(state) + 1
  return [{ name: 'dwelling', mention, token }, restTimers(token)]
}

function open<M, A>(state: HoverState<M, A>, mention: M): Step<M, A> {
  const token = newestToken(state) + 1
  return [
    { name: 'loading', mention, token },
    [...rest(state)[1], { type: 'find', mention, token }],
  ]
}

function stepDwelling<M, A>(
  state: HoverState<M, A> & { name: 'dwelling' },
  signal: HoverSignal<M, A>,
): Step<M, A> {
  const { mention, token } = state
  switch (signal.type) {
    case 'away':
      return rest(state)
    case 'hurry':
      return dwell(state, mention)
    case 'over':
      return signal.mention === mention ? [state, []] : dwell(state, signal.mention)
    case 'lookup':
      return [state, signal.token === token ? [{ type: 'find', mention, token }] : []]
    case 'answer':
      return [signal.token === token ? { ...state, answer: signal.answer } : state, []]
    case 'rest':
      if (signal.token !== token) return [state, []]
      return state.answer === undefined
        ? [{ name: 'loading', mention, token }, []]
        : show({ mention, token, answer: state.answer })
    default:
      return [state, []]
  }
}

function show<M, A>(shown: Shown<M, A>): Step<M, A> {
  const { mention, answer } = shown
  return [{ name: 'shown', ...shown }, [{ type: 'show', mention, answer }]]
}

function stepLoading<M, A>(
  state: HoverState<M, A> & { name: 'loading' },
  signal: HoverSignal<M, A>,
): Step<M, A> {
  if (signal.type === 'away') return rest(state)
  if (signal.type === 'over' && signal.mention !== state.mention)
    return dwell(state, signal.mention)
  if (signal.type === 'answer' && signal.token === state.token)
    return show({ mention: state.mention, token: state.token, answer: signal.answer })
  return [state, []]
}

function leave<M, A>(state: Shown<M, A>, next?: M): Step<M, A> {
  const { mention, token, answer } = state
  const newest = next === undefined ? token + 1 : token + 2
  const graceTimer = { type: 'wait', timer: 'grace', ms: GRACE_MS, token: token + 1 } as const
  const leaving = { name: 'leaving', mention, token: token + 1, answer, newest } as const
  if (next === undefined) return [leaving, [graceTimer]]
  return [
    { ...leaving, next: { mention: next, token: newest } },
    [graceTimer, ...restTimers<M, A>(newest)],
  ]
}

function stepShown<M, A>(
  state: HoverState<M, A> & { name: 'shown' },
  signal: HoverSignal<M, A>,
): Step<M, A> {
  if (signal.type === 'away') return leave(state)
  if (signal.type === 'over' && signal.mention !== state.mention)
    return leave(state, signal.mention)
  return [state, []]
}

function stepLeaving<M, A>(
  state: HoverState<M, A> & { name: 'leaving' },
  signal: HoverSignal<M, A>,
): Step<M, A> {
  const { mention, newest, answer, next } = state
  const stay: Step<M, A> = [{ name: 'shown', mention, token: newest, answer }, []]
  switch (signal.type) {
    case 'over-card':
      return stay
    case 'over':
      if (signal.mention === mention) return stay
      if (signal.mention === next?.mention) return [state, []]
      return aim(state, signal.mention)
    case 'hurry':
      return next ? aim(state, next.mention) : [state, []]
    case 'away':
      return [withoutNext(state), []]
    case 'lookup':
      return [
        state,
        next && signal.token === next.token
          ? [{ type: 'find', mention: next.mention, token: next.token }]
          : [],
      ]
    case 'answer':
      if (!next || signal.token !== next.token) return [state, []]
      return [{ ...state, next: { ...next, answer: signal.answer } }, []]
    case 'rest':
      if (!next || signal.token !== next.token) return [state, []]
      return next.answer === undefined
        ? [{ name: 'loading', mention: next.mention, token: next.token }, [{ type: 'hide' }]]
        : show({ mention: next.mention, token: next.token, answer: next.answer })
    case 'grace':
      if (signal.token !== state.token) return [state, []]
      return next ? [{ name: 'dwelling', ...next }, [{ type: 'hide' }]] : rest(state)
    default:
      return [state, []]
  }
}

/** While leaving, the pointer aims at another mention: its rest begins. */
function aim<M, A>(state: HoverState<M, A> & { name: 'leaving' }, mention: M): Step<M, A> {
  const newest = state.newest + 1
  return [{ ...state, newest, next: { mention, token: newest } }, restTimers(newest)]
}

function withoutNext<M, A>(
  state: HoverState<M, A> & { name: 'leaving' },
): HoverState<M, A> & { name: 'leaving' } {
  const { name, mention, token, answer, newest } = state
  return { name, mention, token, answer, newest }
}
