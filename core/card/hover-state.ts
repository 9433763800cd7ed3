/** Pointer rest before the card shows, in ms. Page Previews waits 500 in all; below 300 people open
 * cards by accident. */
export const REST_MS = 300
/** When the lookup starts, in ms of rest: early enough for the answer to be there at its end. */
export const LOOKUP_MS = 100
/** How long the card stays when the pointer leaves it, in ms, so that the gap can be crossed. As in
 * Page Previews. */
export const GRACE_MS = 300

/** One interest in one mention; answers and timers carry its token. */
export type Dwell<M> = {
  mention: M
  token: number
  /** A key or a tap asked for it: then the pointer's going away does not close the card. */
  asked: boolean
}
export type Shown<M, A> = Dwell<M> & { answer: A }

export type HoverState<M, A> = {
  /** The mention whose card was pinned; that card stands beside whatever else happens. */
  pinned?: M
} & (
  | { name: 'idle'; token: number }
  | ({ name: 'dwelling'; answer?: A } & Dwell<M>)
  | ({ name: 'loading' } & Dwell<M>)
  | ({ name: 'shown' } & Shown<M, A>)
  | ({ name: 'leaving'; next?: Dwell<M> & { answer?: A }; newest: number } & Shown<M, A>)
)

/** `waited`: for how many ms the pointer has stood there already. */
export type Over<M> = { mention: M; waited?: number }

export type HoverSignal<M, A> =
  | ({ type: 'over' } & Over<M>)
  /** The pointer passes through: whatever it is over, the rest begins anew. */
  | { type: 'hurry'; waited?: number }
  | { type: 'over-card' }
  | { type: 'away' }
  /** Somebody types, scrolls, selects, drags or holds a button: not the time to open anything. */
  | { type: 'busy' }
  | { type: 'lookup' | 'rest' | 'grace'; token: number }
  | { type: 'answer'; token: number; answer: A }
  /** There is nothing to show, or nobody answers. */
  | { type: 'nothing'; token: number }
  /** Opens at once, without a rest: a key or a tap asked for it. */
  | { type: 'open'; mention: M }
  | { type: 'pin' }
  | { type: 'unpin' }
  | { type: 'dismiss' }

export type HoverOrder<M, A> =
  | { type: 'wait'; timer: 'lookup' | 'rest' | 'grace'; ms: number; token: number }
  | { type: 'find'; mention: M; token: number }
  | { type: 'show'; mention: M; answer: A }
  | { type: 'hide' }
  /** The card that shows stays from now on, in place of one that was pinned before. */
  | { type: 'pin' }
  | { type: 'unpin' }

export type HoverStep<M, A> = [state: HoverState<M, A>, orders: HoverOrder<M, A>[]]
