import { storage } from '#imports'
import { addCounts, totalCount, type MentionCounts } from '../core/page-report.ts'
import { createQueue } from './in-turn.ts'
import type { FrameReport } from './calls.ts'

/**
 * What each tab's frames last reported, kept for the browser's session because the background
 * sleeps between reports. Only the background uses it, for the badge.
 */
type TabFrames = Record<string, FrameReport>
const tabFrames = storage.defineItem<Record<string, TabFrames>>('session:tabFrames', {
  fallback: {},
})

const TOP_FRAME = 0

// Reports come in bursts, one a frame; reading and writing must not interleave.
const inTurn = createQueue()

/**
 * Takes one frame's report and answers the tab's new sum. A fresh top frame is a new page; of its
 * own frames some may have reported before it.
 */
export function recordFrame(
  tabId: number,
  frameId: number,
  report: FrameReport,
): Promise<MentionCounts> {
  return inTurn(async () => {
    const all = await tabFrames.getValue()
    const isNewPage = report.fresh && frameId === TOP_FRAME
    const before = isNewPage ? framesSince(report.since, all[tabId]) : all[tabId]
    const frames = { ...before, [frameId]: report }
    await tabFrames.setValue({ ...all, [tabId]: frames })
    return sumFrames(frames)
  })
}

function framesSince(start: number, frames: TabFrames = {}): TabFrames {
  return Object.fromEntries(Object.entries(frames).filter(([, one]) => one.since >= start))
}

export function forgetTab(tabId: number): Promise<void> {
  return inTurn(async () => {
    const { [tabId]: _gone, ...others } = await tabFrames.getValue()
    await tabFrames.setValue(others)
  })
}

/** What was last reported of all tabs, by their ids. */
export function readTabCounts(): Promise<Map<number, MentionCounts>> {
  return inTurn(async () => {
    const all = Object.entries(await tabFrames.getValue())
    return new Map(all.map(([tabId, frames]) => [Number(tabId), sumFrames(frames)]))
  })
}

/** The frames of a tab that reported mentions, the page's own first, then as they were made. */
export function framesWithMentions(tabId: number): Promise<number[]> {
  return inTurn(async () => {
    const frames = Object.entries((await tabFrames.getValue())[tabId] ?? {})
    const marked = frames.filter(([, { counts }]) => totalCount(counts) > 0)
    return marked.map(([frameId]) => Number(frameId)).toSorted((a, b) => a - b)
  })
}

function sumFrames(frames: TabFrames): MentionCounts {
  return addCounts(Object.values(frames).map((one) => one.counts))
}
