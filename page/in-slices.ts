/** Longest stretch of work before the page gets its turn: half a frame at 60 Hz. */
const SLICE_MS = 8

/**
 * Runs work that yields at every point where it may stop, and gives the page its turn in between.
 * Answers what the work returns, or `undefined` when `signal` ended it first.
 */
export async function inSlices<Result>(
  work: Generator<void, Result>,
  signal: AbortSignal,
): Promise<Result | undefined> {
  let sliceEnd = performance.now() + SLICE_MS
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value
    if (performance.now() < sliceEnd) continue
    await nextTurn()
    if (signal.aborted) return undefined
    sliceEnd = performance.now() + SLICE_MS
  }
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
