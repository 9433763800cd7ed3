/** How long a state may take to arrive, in ms. Generous: it is reached only by a failing test. */
const PATIENCE = 30_000
const INTERVAL = 40

/**
 * Asks `probe` again and again until it answers with something other than `undefined` or `false`,
 * and returns that answer. Throws with `what` and the last fault when it never does.
 */
export async function until<T>(
  what: string,
  probe: () => Promise<T | undefined | false> | T | undefined | false,
  patience = PATIENCE,
): Promise<T> {
  const end = Date.now() + patience
  let fault: unknown
  while (Date.now() < end) {
    try {
      const answer = await probe()
      if (answer !== undefined && answer !== false) return answer
      fault = undefined
    } catch (error) {
      fault = error
    }
    await new Promise((resolve) => setTimeout(resolve, INTERVAL))
  }
  throw new Error(`waited ${patience} ms in vain: ${what}`, fault ? { cause: fault } : {})
}

/** Asks until the answer has the same JSON as `expected`; the error shows the last answer. */
export async function untilEqual<T>(
  what: string,
  probe: () => Promise<T> | T,
  expected: T,
  patience = PATIENCE,
): Promise<T> {
  let last: T | undefined
  try {
    return await until(
      what,
      async () => {
        last = await probe()
        return JSON.stringify(last) === JSON.stringify(expected) ? { last } : undefined
      },
      patience,
    ).then((found) => found.last)
  } catch (error) {
    const seen = `expected ${JSON.stringify(expected)}, last saw ${JSON.stringify(last)}`
    throw new Error(`${what}: ${seen}`, { cause: error })
  }
}

/** Asks until the text holds these words; the error shows the last text. */
export async function untilIncludes(
  what: string,
  probe: () => Promise<string>,
  words: string,
): Promise<void> {
  let last = ''
  await until(`${what} says “${words}”`, async () => {
    last = await probe()
    return last.includes(words)
  }).catch((error: unknown) => {
    throw new Error(`${what}: expected “${words}”, last saw “${last}”`, { cause: error })
  })
}
