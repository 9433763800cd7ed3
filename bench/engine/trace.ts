import type { Page } from 'puppeteer-core'

type TraceEvent = {
  name: string
  ph: string
  ts: number
  dur?: number
  /** Time on the processor, in µs: what another process took in between is not ours. */
  tdur?: number
  pid: number
  tid: number
  args?: { data?: { url?: string } }
}

/** Time that scripts took, in ms: in all, and the longest single one. */
export type ScriptTime = { total: number; longest: number; layouts: number }

const SCRIPTS = new Set(['FunctionCall', 'EvaluateScript'])
/** What a script has put off until it ends runs as this, and has no address: it follows at once, in µs. */
const PUT_OFF = 'RunMicrotasks'
const AT_ONCE = 100

/** Records what the browser does while `work` runs. */
export async function record(page: Page, work: () => Promise<unknown>): Promise<TraceEvent[]> {
  await page.tracing.start({
    // No more than is asked for: to record every function that is compiled costs more than to run it.
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'],
  })
  await work()
  const file = await page.tracing.stop()
  const { traceEvents } = JSON.parse(Buffer.from(file ?? []).toString()) as {
    traceEvents: TraceEvent[]
  }
  return traceEvents
}

/**
 * The share of the scripts whose address matches, and of what they put off; calls inside calls count
 * once.
 */
export function scriptTime(events: TraceEvent[], address: RegExp): ScriptTime {
  const calls = events
    .filter(
      ({ name, ph, args }) =>
        SCRIPTS.has(name) && ph === 'X' && address.test(args?.data?.url ?? ''),
    )
    .toSorted((a, b) => a.ts - b.ts)
  const ends = new Map<string, number>()
  const outer = calls.filter(({ pid, tid, ts, dur = 0 }) => {
    const key = `${pid}:${tid}`
    if (ts < (ends.get(key) ?? 0)) return false
    ends.set(key, ts + dur)
    return true
  })
  const inside = (event: TraceEvent) =>
    outer.some(
      ({ pid, tid, ts, dur = 0 }) =>
        pid === event.pid && tid === event.tid && event.ts >= ts && event.ts <= ts + dur,
    )
  const putOff = events.filter(({ name, ph }) => name === PUT_OFF && ph === 'X')
  const behind = ({ pid, tid, ts, dur = 0 }: TraceEvent) => {
    const gap = (event: TraceEvent) => event.ts - (ts + dur)
    return putOff
      .filter((event) => event.pid === pid && event.tid === tid)
      .filter((event) => gap(event) >= 0 && gap(event) < AT_ONCE)
  }
  const times = outer.map((call) =>
    [call, ...behind(call)].reduce((sum, { dur = 0, tdur = dur }) => sum + tdur / 1000, 0),
  )
  return {
    total: times.reduce((sum, one) => sum + one, 0),
    longest: Math.max(0, ...times),
    layouts: events.filter(
      (event) =>
        /^(Layout|UpdateLayoutTree)$/.test(event.name) && event.ph === 'X' && inside(event),
    ).length,
  }
}
