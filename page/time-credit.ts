/**
 * Of a page's time, one part in so many may go to reading what changes, however long it goes on; what
 * the browser has to paint because of it costs about as much again.
 */
const SHARE = 60
/** So many ms may be spent in a row, so that a page that comes to rest is read without delay. */
const MOST_MS = 60

export type TimeCredit = {
  /** Takes time that was used, in ms; more than there was is a debt. */
  spend(ms: number): void
  /** Ms until there is any again; none or less where there is. */
  wait(): number
}

/** Time that may be spent: full at first, used up by reading, growing back as the clock goes on. */
export function createTimeCredit(): TimeCredit {
  let credit = MOST_MS
  let counted = performance.now()
  const count = () => {
    const now = performance.now()
    credit = Math.min(MOST_MS, credit + (now - counted) / SHARE)
    counted = now
  }
  return {
    spend: (ms) => {
      count()
      credit -= ms
    },
    wait: () => {
      count()
      return -credit * SHARE
    },
  }
}
