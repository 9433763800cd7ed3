/**
 * The hover, as a pure state machine. Time, pointer and lookups come in as signals; what is to be
 * done goes out as orders. Every dwell carries a token, and an answer or a timer that carries
 * another one is late and changes nothing.
 *
 *             over                    rest (answered)
 *     idle ─────────▶ dwelling ───────────────────────▶ shown ◀──────────┐
 *      ▲ ◀───────────   │  rest (not answered)            │  ▲           │
 *      │    away, busy, ▼                         away or │  │ over it   │ rest on
 *      │    nothing  loading ──── answer ──────▶  another │  │ or card   │ another
 *      │                ▲                                 ▼  │           │
 *      │        open    │      ◀───── grace ─────────── leaving ─────────┘
 *      │  (any state) ──┘
 *      │
 *      └── pin: from shown and leaving; the card stays as the pinned one, the hover starts afresh
 *
 * `dismiss` (Esc, scrolling away, a click elsewhere, navigation) leads to idle from everywhere; the
 * pinned card stays until `unpin`. A card that a key or a tap asked for does not mind `away`.
 */
import {
  GRACE_MS,
  LOOKUP_MS,
  REST_MS,
  type HoverOrder,
  type HoverSignal,
  type HoverState,
  type HoverStep,
  type Over,
  type Shown,
} from './hover-state.ts'

type In<Name, M, A> = HoverState<M, A> & { name: Name }

export function startHover<M, A>(): HoverState<M, A> {
  return { name: 'idle', token: 0 }
}

/** One step: the state after `signal`, and what is to be done now, in order. */
export function stepHover<M, A>(
  state: HoverState<M, A>,
  signal: HoverSignal<M, A>,
): HoverStep<M, A> {
  const pinned = state.pinned
  if (signal.type === 'pin') return pin(state)
  if (signal.type === 'unpin') return unpin(state)
  const [next, orders] = stepCard(state, aside(signal, pinned))
  return [pinned === undefined ? next : { ...next, pinned }, orders]
}

/** A mention whose card is pinned has its card already: it opens no second one. */
function aside<M, A>(signal: HoverSignal<M, A>, pinned: M | undefined): HoverSignal<M, A> {
  const isPinned = 'mention' in signal && pinned !== undefined && signal.mention === pinned
  return isPinned ? { type: 'away' } : signal
}

function stepCard<M, A>(state: HoverState<M, A>, signal: HoverSignal<M, A>): HoverStep<M, A> {
  if (signal.type === 'dismiss') return rest(state)
  if (signal.type === 'open') return open(state, signal.mention)
  switch (state.name) {
    case 'idle':
      return signal.type === 'over' ? dwell(state, signal.mention, signal.waited) : [state, []]
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

function isVisible<M, A>(state: HoverState<M, A>): boolean {
  return state.name === 'shown' || state.name === 'leaving'
}

function rest<M, A>(state: HoverState<M, A>): HoverStep<M, A> {
  return [{ name: 'idle', token: newestToken(state) }, isVisible(state) ? [{ type: 'hide' }] : []]
}

function pin<M, A>(state: HoverState<M, A>): HoverStep<M, A> {
  if (state.name !== 'shown' && state.name !== 'leaving') return [state, []]
  return [{ name: 'idle', token: newestToken(state), pinned: state.mention }, [{ type: 'pin' }]]
}

function unpin<M, A>(state: HoverState<M, A>): HoverStep<M, A> {
  const { pinned, ...others } = state
  return pinned === undefined ? [state, []] : [others, [{ type: 'unpin' }]]
}

/** The rest counts from when the pointer came to stand, not from when somebody found out. */
function restTimers<M, A>(token: number, waited: number): HoverOrder<M, A>[] {
  const wait = (timer: 'lookup' | 'rest', ms: number) =>
    ({ type: 'wait', timer, ms: Math.max(0, ms - waited), token }) as const
  return [wait('lookup', LOOKUP_MS), wait('rest', REST_MS)]
}

function dwell<M, A>(state: HoverState<M, A>, mention: M, waited = 0): HoverStep<M, A> {
  const token = newestToken(state) + 1
  return [{ name: 'dwelling', mention, token, asked: false }, restTimers(token, waited)]
}

function open<M, A>(state: HoverState<M, A>, mention: M): HoverStep<M, A> {
  if ((state.name === 'shown' || state.name === 'leaving') && state.mention === mention)
    return [stay({ ...state, asked: true }, newestToken(state)), []]
  const token = newestToken(state) + 1
  const find = { type: 'find', mention, token } as const
  return [{ name: 'loading', mention, token, asked: true }, [...rest(state)[1], find]]
}

function stepDwelling<M, A>(
  state: In<'dwelling', M, A>,
  signal: HoverSignal<M, A>,
): HoverStep<M, A> {
  const { mention, token, asked } = state
  if ('token' in signal && signal.token !== token) return [state, []]
  switch (signal.type) {
    case 'away':
    case 'busy':
    case 'nothing':
      return rest(state)
    case 'hurry':
      return dwell(state, mention, signal.waited)
    case 'over':
      return signal.mention === mention ? [state, []] : dwell(state, signal.mention, signal.waited)
    case 'lookup':
      return [state, [{ type: 'find', mention, token }]]
    case 'answer':
      return [{ ...state, answer: signal.answer }, []]
    case 'rest':
      return state.answer === undefined
        ? [{ name: 'loading', mention, token, asked }, []]
        : show({ mention, token, asked, answer: state.answer })
    default:
      return [state, []]
  }
}

function show<M, A>(shown: Shown<M, A>): HoverStep<M, A> {
  const { mention, answer } = shown
  return [{ name: 'shown', ...shown }, [{ type: 'show', mention, answer }]]
}

function stepLoading<M, A>(state: In<'loading', M, A>, signal: HoverSignal<M, A>): HoverStep<M, A> {
  const { mention, token, asked } = state
  switch (signal.type) {
    case 'over':
      return signal.mention === mention ? [state, []] : dwell(state, signal.mention, signal.waited)
    case 'away':
    case 'busy':
      return asked ? [state, []] : rest(state)
    case 'nothing':
      return signal.token === token ? rest(state) : [state, []]
    case 'answer':
      if (signal.token !== token) return [state, []]
      return show({ mention, token, asked, answer: signal.answer })
    default:
      return [state, []]
  }
}

function stepShown<M, A>(state: In<'shown', M, A>, signal: HoverSignal<M, A>): HoverStep<M, A> {
  switch (signal.type) {
    case 'away':
      return state.asked ? [state, []] : [leaving(state), [graceTimer(state.token + 1)]]
    case 'over-card':
      // Whoever goes into it with the pointer leaves it with the pointer.
      return [{ ...state, asked: false }, []]
    case 'over':
      return signal.mention === state.mention ? [state, []] : leaveFor(state, signal)
    default:
      return [state, []]
  }
}

/** The pointer has left; unless it comes back, the card goes when the grace ends. */
function leaving<M, A>({ mention, answer, asked, token }: Shown<M, A>): In<'leaving', M, A> {
  return { name: 'leaving', mention, token: token + 1, answer, asked, newest: token + 1 }
}

function graceTimer<M, A>(token: number): HoverOrder<M, A> {
  return { type: 'wait', timer: 'grace', ms: GRACE_MS, token }
}

/** A card that was asked for stays until the other mention's card is due. */
function leaveFor<M, A>(state: Shown<M, A>, { mention, waited }: Over<M>): HoverStep<M, A> {
  const [aimed, timers] = aim(leaving(state), mention, waited)
  return [aimed, state.asked ? timers : [graceTimer(state.token + 1), ...timers]]
}

function stepLeaving<M, A>(state: In<'leaving', M, A>, signal: HoverSignal<M, A>): HoverStep<M, A> {
  switch (signal.type) {
    case 'over-card':
      return [stay({ ...state, asked: false }, state.newest), []]
    case 'over':
      if (signal.mention === state.mention) return [stay(state, state.newest), []]
      if (signal.mention === state.next?.mention) return [state, []]
      return aim(state, signal.mention, signal.waited)
    case 'hurry':
      return state.next ? aim(state, state.next.mention, signal.waited) : [state, []]
    case 'away':
    case 'busy':
      return state.asked ? [stay(state, state.newest), []] : [withoutNext(state), []]
    case 'grace':
      return signal.token === state.token ? endGrace(state) : [state, []]
    default:
      return stepNext(state, signal)
  }
}

function stay<M, A>({ mention, answer, asked }: Shown<M, A>, token: number): In<'shown', M, A> {
  return { name: 'shown', mention, token, answer, asked }
}

/** While leaving, the pointer aims at another mention: its rest begins. */
function aim<M, A>(state: In<'leaving', M, A>, mention: M, waited = 0): HoverStep<M, A> {
  const newest = state.newest + 1
  const next = { mention, token: newest, asked: false }
  return [{ ...state, newest, next }, restTimers(newest, waited)]
}

function withoutNext<M, A>({ next: _next, ...state }: In<'leaving', M, A>): In<'leaving', M, A> {
  return state
}

function endGrace<M, A>(state: In<'leaving', M, A>): HoverStep<M, A> {
  return state.next ? [{ name: 'dwelling', ...state.next }, [{ type: 'hide' }]] : rest<M, A>(state)
}

/** What concerns the mention that the pointer went to from a card that still shows. */
function stepNext<M, A>(state: In<'leaving', M, A>, signal: HoverSignal<M, A>): HoverStep<M, A> {
  const { next } = state
  if (!next || !('token' in signal) || signal.token !== next.token) return [state, []]
  const { mention, token, asked, answer } = next
  switch (signal.type) {
    case 'lookup':
      return [state, [{ type: 'find', mention, token }]]
    case 'answer':
      return [{ ...state, next: { ...next, answer: signal.answer } }, []]
    case 'nothing':
      return state.asked ? [stay(state, state.newest), []] : [withoutNext(state), []]
    case 'rest':
      return answer === undefined
        ? [{ name: 'loading', mention, token, asked }, [{ type: 'hide' }]]
        : show({ mention, token, asked, answer })
    default:
      return [state, []]
  }
}
