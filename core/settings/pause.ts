import * as v from 'valibot'

/** One hour, in ms. */
export const HOUR_MS = 60 * 60 * 1000

/**
 * A pause, beside what is set for sites: `hour` ends by itself, `restart` with the browser, `tabs`
 * each with its tab, `everywhere` when somebody ends it.
 */
export type Pause =
  | { name: 'none' }
  | { name: 'tabs'; tabIds: number[] }
  /** `until` in ms since 1970. */
  | { name: 'hour'; until: number }
  | { name: 'restart' }
  | { name: 'everywhere' }

/** What a person can ask for, in a tab. */
export type PauseChoice = 'none' | 'tab' | 'hour' | 'restart' | 'everywhere'

export const NO_PAUSE: Pause = { name: 'none' }

const Integer = v.pipe(v.number(), v.integer())
const PauseSchema = v.variant('name', [
  v.object({ name: v.literal('none') }),
  v.object({ name: v.literal('tabs'), tabIds: v.array(Integer) }),
  v.object({ name: v.literal('hour'), until: v.pipe(v.number(), v.finite()) }),
  v.object({ name: v.literal('restart') }),
  v.object({ name: v.literal('everywhere') }),
])

/** What is stored is hostile until checked: whatever is no pause is none. */
export function readPause(stored: unknown): Pause {
  const checked = v.safeParse(PauseSchema, stored)
  return checked.success ? checked.output : NO_PAUSE
}

/** The pause after somebody has asked for one in a tab, at `now` (ms). `none` ends what holds there. */
export function changePause(
  pause: Pause,
  choice: PauseChoice,
  tabId: number | undefined,
  now: number,
): Pause {
  const paused = pause.name === 'tabs' ? pause.tabIds.filter((id) => id !== tabId) : []
  if (choice === 'hour') return { name: 'hour', until: now + HOUR_MS }
  if (choice === 'restart' || choice === 'everywhere') return { name: choice }
  const tabIds = choice === 'tab' && tabId !== undefined ? [...paused, tabId] : paused
  return tabIds.length > 0 ? { name: 'tabs', tabIds } : NO_PAUSE
}

/** Pauses that outlive the browser; the others are kept in its session storage. */
export function outlivesBrowser(pause: Pause): boolean {
  return pause.name === 'hour' || pause.name === 'everywhere'
}

/**
 * Whether a pause holds for a tab (`undefined`: for all tabs) at `now`. An hour that ends later than
 * in an hour was set by a clock that has since been put back: it is over.
 */
export function isPaused(pause: Pause, tabId: number | undefined, now: number): boolean {
  if (pause.name === 'none') return false
  if (pause.name === 'tabs') return tabId !== undefined && pause.tabIds.includes(tabId)
  if (pause.name === 'hour') return now < pause.until && pause.until <= now + HOUR_MS
  return true
}
