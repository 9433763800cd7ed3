/**
 * A stretch of work before the page gets its turn, in ms: with what cannot be parted at its end, less
 * than half a frame at 60 Hz on most pages.
 */
const SLICE_MS = 4

/** When the page is to get its turn; shared by what is done one after the other. */
export type Slice = { end: number }

export function newSlice(): Slice {
  return { end: performance.now() + SLICE_MS }
}

/**
 * Runs work that yields at every point where it may stop, and gives the page its turn in between.
 * Answers what the work returns, or `undefined` when `signal` ended it first.
 */
export async function inSlices<Result>(
  work: Generator<void, Result>,
  signal: AbortSignal,
  slice = newSlice(),
): Promise<Result | undefined> {
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value
    if (performance.now() < slice.end) continue
    await giveTurn(slice)
    if (signal.aborted) return undefined
  }
}

/** Gives the page its turn before something that cannot be parted; a new slice begins. */
export async function giveTurn(slice: Slice): Promise<void> {
  await nextTurn()
  slice.end = performance.now() + SLICE_MS
}

/** After input and frames that wait; timers would be clamped and throttled. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(undefined)
  })
}
