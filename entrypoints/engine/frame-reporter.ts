import { browser } from 'wxt/browser'
import { NO_MENTIONS, type PageReport } from '../../core/page-report.ts'
import { callBackground, DIGEST_PORT, type FromFrame } from '../../extension/messages.ts'
import { countMentions, listMention } from '../../page/list-mentions.ts'
import type { Marking } from './marking.ts'

type Frame = { site: string | undefined; off: boolean; marking: Marking | undefined }
type Port = Parameters<Parameters<typeof browser.runtime.onConnect.addListener>[0]>[0]

/**
 * Tells the badge how much this frame mentions and, while a digest or a popup watches, what. The
 * lists are made only while somebody watches.
 */
export function createFrameReporter(read: () => Frame, ended: () => void, signal: AbortSignal) {
  const watchers = new Set<Port>()
  let fresh = true

  const sendCounts = () => {
    const { off, marking } = read()
    const counts = marking ? countMentions(marking.engine.list()) : NO_MENTIONS
    void callBackground('reportFrame', { counts, off, fresh }).catch(ended)
    fresh = false
  }
  const sendReport = (port: Port) => {
    const message: FromFrame = { type: 'report', report: makeReport(read()) }
    port.postMessage(message)
  }
  const connect = (port: Port) => {
    if (port.name !== DIGEST_PORT || port.sender?.id !== browser.runtime.id) return
    watchers.add(port)
    port.onDisconnect.addListener(() => watchers.delete(port))
    port.onMessage.addListener((message) => {
      if (isReveal(message)) read().marking?.engine.reveal(message.id)
    })
    sendReport(port)
  }

  browser.runtime.onConnect.addListener(connect)
  signal.addEventListener('abort', () => {
    browser.runtime.onConnect.removeListener(connect)
    watchers.forEach((port) => port.disconnect())
  })
  window.addEventListener('pageshow', (event) => event.persisted && sendCounts(), { signal })
  return {
    announce: sendCounts,
    changed: () => {
      sendCounts()
      watchers.forEach(sendReport)
    },
  }
}

function makeReport({ site, off, marking }: Frame): PageReport {
  return {
    title: document.title,
    address: location.href,
    site,
    off,
    mentions: marking ? marking.engine.list().map(listMention) : [],
  }
}

function isReveal(message: unknown): message is { type: 'reveal'; id: number } {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    message.type === 'reveal' &&
    'id' in message &&
    typeof message.id === 'number'
  )
}
