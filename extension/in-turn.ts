/** Runs pieces of work one after the other; one that fails keeps none of the others from running. */
export function createQueue(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }
}

/** Runs work once for any number of calls while it runs, and once more if it was called meanwhile. */
export function createLatest(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  let again = false
  const run = async (): Promise<void> => {
    do {
      again = false
      await work()
    } while (again)
  }
  return () => {
    again = true
    return (running ??= run().finally(() => (running = undefined)))
  }
}
