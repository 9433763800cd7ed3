export type Timers = { start(call: () => void, ms: number): void }

/** Timers of which none outlives `signal`. */
export function createTimers(signal: AbortSignal): Timers {
  const running = new Set<ReturnType<typeof setTimeout>>()
  signal.addEventListener('abort', () => running.forEach((timer) => clearTimeout(timer)))
  return {
    start: (call, ms) => {
      const timer = setTimeout(() => {
        running.delete(timer)
        call()
      }, ms)
      running.add(timer)
    },
  }
}
