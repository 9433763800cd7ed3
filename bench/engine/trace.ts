import type { Page } from 'puppeteer-core'

export type TraceEvent = {
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
 * once, and what follows at once is one stretch.
 */
export function scriptTime(events: TraceEvent[], address: RegExp): ScriptTime {
  const whole = events.filter(({ ph }) => ph === 'X').toSorted((a, b) => a.ts - b.ts)
  const stretches: TraceEvent[][] = []
  const last = new Map<string, TraceEvent[]>()
  for (const event of whole) {
    const { name, pid, tid, ts, args } = event
    const before = last.get(`${pid}:${tid}`)
    const sinceEnd = before ? ts - endOf(before.at(-1)) : Infinity
    if (sinceEnd < 0) continue
    const isOurs = SCRIPTS.has(name) && address.test(args?.data?.url ?? '')
    if (before && sinceEnd < AT_ONCE && (isOurs || name === PUT_OFF)) before.push(event)
    else if (isOurs) {
      const begun = [event]
      stretches.push(begun)
      last.set(`${pid}:${tid}`, begun)
    }
  }
  const outer = stretches.flat()
  const inside = (event: TraceEvent) =>
    outer.some(
      (one) =>
        one.pid === event.pid &&
        one.tid === event.tid &&
        event.ts >= one.ts &&
        event.ts <= endOf(one),
    )
  const times = stretches.map((stretch) =>
    stretch.reduce((sum, { dur = 0, tdur = dur }) => sum + tdur / 1000, 0),
  )
  return {
    total: times.reduce((sum, one) => sum + one, 0),
    longest: Math.max(0, ...times),
    layouts: whole.filter(
      (event) => /^(Layout|UpdateLayoutTree)$/.test(event.name) && inside(event),
    ).length,
  }
}

function endOf(event: TraceEvent | undefined): number {
  return event ? event.ts + (event.dur ?? 0) : -Infinity
}
