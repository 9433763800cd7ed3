import { browser } from 'wxt/browser'
import { NO_MENTIONS, type PageReport } from '../../core/page-report.ts'
import { createLatest } from '../../extension/in-turn.ts'
import type { FromFrame, ToFrame } from '../../extension/calls.ts'
import { callBackground, DIGEST_PORT } from '../../extension/messages.ts'
import { followPage, type PageFollower } from '../../page/follow-page.ts'
import { countMentions, listMention } from '../../page/list-mentions.ts'
import type { Marking } from './marking.ts'

type Frame = Pick<PageReport, 'site' | 'off' | 'locked'> & { marking: Marking | undefined }
type Port = Parameters<Parameters<typeof browser.runtime.onConnect.addListener>[0]>[0]

/** A page that changes all the time is reported when it is idle, and after this long at the latest. */
const REPORT_DEADLINE_MS = 200
/** Quotations are read when nothing else is to do, and after this long at the latest. */
const READING_DEADLINE_MS = 1500

/**
 * Tells the badge how much this frame mentions and, while a digest or a popup watches, what. The
 * lists are made only while somebody watches; quotations and the reading position only for a digest.
 */
export function createFrameReporter(read: () => Frame, ended: () => void, signal: AbortSignal) {
  const watchers = new Set<Port>()
  const followers = new Set<Port>()
  let follower: (PageFollower & { end(): void }) | undefined
  let lastPosition: number | undefined
  let fresh = true

  const list = () => read().marking?.engine.list() ?? []
  const send = (ports: Iterable<Port>, message: FromFrame) => {
    for (const port of ports) port.postMessage(message)
  }
  let told = ''
  const countAll = () => (read().marking ? countMentions(list()) : NO_MENTIONS)
  // One after the other: what has to be said twice would overtake, and be older than, the next.
  const tellBackground = createLatest(async () => {
    const { off } = read()
    const counts = countAll()
    const since = performance.timeOrigin
    told = JSON.stringify(counts)
    const report = { counts, off, fresh, since }
    // Before it is told: a page may come back meanwhile, and be a new one again.
    fresh = false
    await callBackground('reportFrame', report)
  })
  const sendCounts = () => void tellBackground().catch(ended)
  let named = ''
  const name = () => `${location.href} ${document.title}`
  const isNamedAnew = () => named !== name()
  const sendReport = (ports: Iterable<Port>) => {
    named = name()
    send(ports, { type: 'report', report: makeReport(read()) })
  }
  const sendPosition = () => {
    const id = follower?.position()
    if (id === lastPosition) return
    lastPosition = id
    send(followers, { type: 'position', id })
  }
  const sendReading = () => {
    if (followers.size === 0 || !follower) return
    const reading = read().off ? { quotations: [], dates: [] } : follower.read()
    send(followers, { type: 'reading', reading })
  }
  const reportSoon = whenIdle(() => sendReport(watchers), REPORT_DEADLINE_MS, signal)
  const readSoon = whenIdle(sendReading, READING_DEADLINE_MS, signal)

  const startFollowing = () => {
    const control = new AbortController()
    const changed = () => {
      sendReading()
      if (isNamedAnew()) reportSoon()
    }
    const all = AbortSignal.any([signal, control.signal])
    const started = followPage(list, { moved: sendPosition, changed }, all)
    return { ...started, end: () => control.abort() }
  }
  const follow = (port: Port) => {
    follower ??= startFollowing()
    followers.add(port)
    lastPosition = undefined
    sendPosition()
    readSoon()
  }
  const endFollowing = () => {
    follower?.end()
    follower = undefined
  }
  const hear = (port: Port, message: ToFrame) => {
    const { marking } = read()
    if (message.type === 'follow') follow(port)
    else if (message.type === 'reveal') marking?.engine.reveal(message.id)
    else if (message.type === 'revealQuotation') follower?.goToQuotation(message.id)
    else follower?.light(message.id === undefined ? undefined : marking?.engine.get(message.id))
  }
  const connect = (port: Port) => {
    if (port.name !== DIGEST_PORT || port.sender?.id !== browser.runtime.id) return
    watchers.add(port)
    port.onDisconnect.addListener(() => {
      watchers.delete(port)
      followers.delete(port)
      if (followers.size === 0) endFollowing()
    })
    port.onMessage.addListener((message) => isToFrame(message) && hear(port, message))
    sendReport([port])
  }

  browser.runtime.onConnect.addListener(connect)
  signal.addEventListener('abort', () => {
    browser.runtime?.onConnect.removeListener(connect)
    watchers.forEach((port) => port.disconnect())
  })
  // A page that the browser keeps for the way back speaks to nobody until it is shown again.
  const letGo = () => {
    watchers.forEach((port) => port.disconnect())
    watchers.clear()
    followers.clear()
    endFollowing()
  }
  window.addEventListener('pagehide', letGo, { signal })
  // To the button a page that comes back is a new one; it reports when it knows how it is set now.
  const comeBack = ({ persisted }: PageTransitionEvent) => {
    if (persisted) fresh = true
  }
  window.addEventListener('pageshow', comeBack, { signal })
  return {
    announce: sendCounts,
    changed: () => {
      // Texts that tick change no number, and many times a second.
      if (JSON.stringify(countAll()) !== told || read().off) sendCounts()
      if (watchers.size === 0) return
      reportSoon()
      readSoon()
      sendPosition()
    },
  }
}

/** Runs `work` once for any number of calls before it. */
function whenIdle(work: () => void, timeout: number, signal: AbortSignal): () => void {
  let waiting = false
  return () => {
    if (waiting) return
    waiting = true
    requestIdleCallback(
      () => {
        waiting = false
        if (!signal.aborted) work()
      },
      { timeout },
    )
  }
}

function makeReport({ site, off, locked, marking }: Frame): PageReport {
  return {
    title: document.title,
    address: location.href,
    site,
    off,
    locked,
    mentions: marking ? marking.engine.list().map(listMention) : [],
  }
}

const TYPES = ['follow', 'reveal', 'revealQuotation', 'light']

/** The digest is our own code; the check tells its messages from a later version's. */
function isToFrame(message: unknown): message is ToFrame {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    typeof message.type === 'string' &&
    TYPES.includes(message.type) &&
    (!('id' in message) || message.id === undefined || typeof message.id === 'number')
  )
}
