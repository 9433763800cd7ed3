/** Runs pieces of work one after the other; one that fails keeps none of the others from running. */
export function createQueue(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }
}

/**
 * Runs work once for any number of calls while it runs, and once more if it was called meanwhile, also
 * after one that failed. What is answered tells of the last run.
 */
export function createLatest(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  let again = false
  const run = async (): Promise<void> => {
    let last: Promise<void>
    do {
      again = false
      last = Promise.resolve().then(work)
      await last.catch(() => undefined)
    } while (again)
    // At once: a call between here and the end of the promise would find nobody at work.
    running = undefined
    return last
  }
  return () => {
    again = true
    return (running ??= run())
  }
}
