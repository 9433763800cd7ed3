import { browser } from 'wxt/browser'
import type { PageReport } from '../core/page-report.ts'
import { answerCalls, callPage, DIGEST_PORT, type FromFrame, type ToFrame } from './messages.ts'

/** A tab as the digest and the popup see it. */
export type TabView =
  | { name: 'loading' }
  /** A browser page, a store, a built-in viewer: no extension may read it. */
  | { name: 'unreadable'; address: string | undefined }
  /** Frame 0 is the page itself. */
  | { name: 'readable'; frames: ReadonlyMap<number, PageReport> }

export type TabWatch = {
  /** Scrolls to a mention and lights it. */
  reveal(frameId: number, mention: number): void
}

type FramePort = ReturnType<typeof browser.tabs.connect>

/**
 * Follows one tab through changes and navigation, until `signal` ends it. Each frame is held by a
 * port of its own: it reports when its mentions change, and the port's end is the frame's end.
 */
export function watchTab(
  tabId: number,
  changed: (view: TabView) => void,
  signal: AbortSignal,
): TabWatch {
  const ports = new Map<number, FramePort>()
  const frames = new Map<number, PageReport>()

  const tell = (view: TabView) => signal.aborted || changed(view)
  const tellFrames = () => tell({ name: 'readable', frames: new Map(frames) })
  const drop = (frameId: number, port: FramePort) => {
    if (ports.get(frameId) !== port) return
    ports.delete(frameId)
    frames.delete(frameId)
    if (frames.has(0)) tellFrames()
    else tell({ name: 'loading' })
  }
  const hold = (frameId: number) => {
    if (ports.has(frameId) || signal.aborted) return
    const port = browser.tabs.connect(tabId, { name: DIGEST_PORT, frameId })
    ports.set(frameId, port)
    port.onDisconnect.addListener(() => drop(frameId, port))
    port.onMessage.addListener((message) => {
      if (!isReport(message)) return
      frames.set(frameId, message.report)
      if (frames.has(0)) tellFrames()
    })
  }
  const release = (frameId: number) => {
    ports.get(frameId)?.disconnect()
    ports.delete(frameId)
  }
  const announce = () =>
    callPage(tabId, 'announce').catch(async () => {
      const tab = await browser.tabs.get(tabId).catch(() => undefined)
      if (ports.size > 0) return
      if (tab?.status === 'loading') tell({ name: 'loading' })
      else tell({ name: 'unreadable', address: tab?.url })
    })
  const updated = (id: number, change: { status?: string }) => {
    if (id === tabId && change.status === 'complete' && ports.size === 0) void announce()
  }

  answerCalls(
    'background',
    {
      reportFrame: ({ fresh }, { tabId: from, frameId }) => {
        if (from !== tabId || frameId === undefined) return
        // A new document's first word may overtake the end of the old one's port.
        if (fresh) release(frameId)
        hold(frameId)
      },
    },
    signal,
  )
  browser.tabs.onUpdated.addListener(updated)
  signal.addEventListener('abort', () => {
    browser.tabs.onUpdated.removeListener(updated)
    ports.forEach((port) => port.disconnect())
  })
  tell({ name: 'loading' })
  void announce()
  return {
    reveal: (frameId, id) => {
      const message: ToFrame = { type: 'reveal', id }
      ports.get(frameId)?.postMessage(message)
    },
  }
}

/** Frames are our own code; the check tells our message from a later version's. */
function isReport(message: unknown): message is FromFrame {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    message.type === 'report' &&
    'report' in message
  )
}
