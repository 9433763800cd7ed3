import { storage } from '#imports'
import { addCounts, type MentionCounts } from '../core/page-report.ts'
import type { FrameReport } from './messages.ts'

/**
 * What each tab's frames last reported, kept for the browser's session because the background
 * sleeps between reports. Only the background uses it, for the badge.
 */
type TabFrames = Record<string, FrameReport>
const tabFrames = storage.defineItem<Record<string, TabFrames>>('session:tabFrames', {
  fallback: {},
})

const TOP_FRAME = 0

export type TabCounts = { counts: MentionCounts; off: boolean }

// Reports come in bursts, one a frame; reading and writing must not interleave.
let queue: Promise<unknown> = Promise.resolve()
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const result = queue.then(work)
  queue = result.catch(() => undefined)
  return result
}

/** Takes one frame's report and answers the tab's new sum. A fresh top frame is a new page. */
export function recordFrame(
  tabId: number,
  frameId: number,
  report: FrameReport,
): Promise<TabCounts> {
  return inTurn(async () => {
    const all = await tabFrames.getValue()
    const before = report.fresh && frameId === TOP_FRAME ? {} : all[tabId]
    const frames = { ...before, [frameId]: report }
    await tabFrames.setValue({ ...all, [tabId]: frames })
    return sumFrames(frames)
  })
}

export function forgetTab(tabId: number): Promise<void> {
  return inTurn(async () => {
    const { [tabId]: _gone, ...others } = await tabFrames.getValue()
    await tabFrames.setValue(others)
  })
}

function sumFrames(frames: TabFrames): TabCounts {
  const reports = Object.values(frames)
  return {
    counts: addCounts(reports.map((one) => one.counts)),
    off: frames[TOP_FRAME]?.off ?? false,
  }
}
