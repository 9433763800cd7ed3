import { browser } from 'wxt/browser'
import type { MentionRef } from '../core/digest/digest.ts'
import type { PageReading, PageReport } from '../core/page-report.ts'
import { faultOfCall } from './call-schemas.ts'
import { isHostAccessGiven, watchHostAccess } from './host-access.ts'
import type { FromFrame, ToFrame } from './calls.ts'
import { answerCalls, callPage, DIGEST_PORT } from './messages.ts'

/** A tab as the digest and the popup see it. */
export type TabView =
  | { name: 'loading' }
  /** A browser page, a store, a built-in viewer: no extension may read it. */
  | { name: 'unreadable'; address: string | undefined }
  /** The user has taken the right to read pages away. */
  | { name: 'noAccess' }
  /** Frame 0 is the page itself. `readings` come later, and only to those who follow. */
  | {
      name: 'readable'
      frames: ReadonlyMap<number, PageReport>
      readings: ReadonlyMap<number, PageReading>
    }

export type TabWatch = {
  /** Scrolls to a mention and lights it for a moment. */
  reveal(at: MentionRef): void
  /** Scrolls to a quotation of the frame's last reading. */
  revealQuotation(at: MentionRef): void
  /** Lights a mention where it stands, and puts out the one before. */
  light(at: MentionRef | undefined): void
}

type Listeners = {
  changed(view: TabView): void
  /** The mention at the reading position; only who listens for it is told more than the mentions. */
  moved?(at: MentionRef | undefined): void
}

type FramePort = ReturnType<typeof browser.tabs.connect>

/**
 * Follows one tab through changes and navigation, until `signal` ends it. Each frame is held by a
 * port of its own: it reports when its mentions change, and the port's end is the frame's end.
 */
export function watchTab(
  tabId: number,
  { changed, moved }: Listeners,
  signal: AbortSignal,
): TabWatch {
  const ports = new Map<number, FramePort>()
  const frames = new Map<number, PageReport>()
  const readings = new Map<number, PageReading>()
  let lit: number | undefined

  const tell = (view: TabView) => signal.aborted || changed(view)
  const tellFrames = () => {
    if (frames.has(0))
      tell({ name: 'readable', frames: new Map(frames), readings: new Map(readings) })
  }
  const drop = (frameId: number, port: FramePort) => {
    if (ports.get(frameId) !== port) return
    ports.delete(frameId)
    frames.delete(frameId)
    readings.delete(frameId)
    if (frames.has(0)) tellFrames()
    else tell({ name: 'loading' })
  }
  const hear = (frameId: number, message: FromFrame) => {
    if (message.type === 'position')
      return moved?.(message.id === undefined ? undefined : { frame: frameId, id: message.id })
    if (message.type === 'report') frames.set(frameId, message.report)
    else readings.set(frameId, message.reading)
    tellFrames()
  }
  const send = (frameId: number, message: ToFrame) => ports.get(frameId)?.postMessage(message)
  const hold = (frameId: number) => {
    if (ports.has(frameId) || signal.aborted) return
    const port = browser.tabs.connect(tabId, { name: DIGEST_PORT, frameId })
    ports.set(frameId, port)
    port.onDisconnect.addListener(() => drop(frameId, port))
    port.onMessage.addListener((message) => {
      // A frame that was let go may still speak.
      if (isFromFrame(message) && ports.get(frameId) === port) hear(frameId, message)
    })
    if (moved) send(frameId, { type: 'follow' })
  }
  const release = (frameId: number) => {
    ports.get(frameId)?.disconnect()
    ports.delete(frameId)
    readings.delete(frameId)
  }
  const announce = async () => {
    const isOpening = await openGates(tabId)
    await callPage(tabId, 'announce').catch(async () => {
      if (isOpening || ports.size > 0) return
      const tab = await browser.tabs.get(tabId).catch(() => undefined)
      if (tab?.status === 'loading') return tell({ name: 'loading' })
      if (!(await isHostAccessGiven())) return tell({ name: 'noAccess' })
      tell({ name: 'unreadable', address: tab?.url })
    })
  }
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
    faultOfCall,
  )
  browser.tabs.onUpdated.addListener(updated)
  watchHostAccess(() => void announce(), signal)
  signal.addEventListener('abort', () => {
    browser.tabs.onUpdated.removeListener(updated)
    ports.forEach((port) => port.disconnect())
  })
  tell({ name: 'loading' })
  void announce()
  return {
    reveal: ({ frame, id }) => send(frame, { type: 'reveal', id }),
    revealQuotation: ({ frame, id }) => send(frame, { type: 'revealQuotation', id }),
    light: (at) => {
      if (lit !== undefined && lit !== at?.frame) send(lit, { type: 'light' })
      lit = at?.frame
      if (at) send(at.frame, { type: 'light', id: at.id })
    },
  }
}

/**
 * Opens the gate of every frame, so that quiet ones report themselves too; answers whether there was
 * any. The gate leaves a function for this, because a listener would cost every page that never needs it.
 */
async function openGates(tabId: number): Promise<boolean> {
  const opened = await browser.scripting
    .executeScript({
      target: { tabId, allFrames: true },
      func: () => {
        const { sourceContextOpenGate: open } = globalThis as { sourceContextOpenGate?: () => void }
        open?.()
        return open !== undefined
      },
    })
    .catch(() => [])
  // Firefox answers `null` for a frame of its own, which no script may enter.
  return opened.some((one: { result?: unknown } | null) => one?.result === true)
}

const TYPES = ['report', 'reading', 'position']

/** Frames are our own code; the check tells our message from a later version's. */
function isFromFrame(message: unknown): message is FromFrame {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    typeof message.type === 'string' &&
    TYPES.includes(message.type)
  )
}
