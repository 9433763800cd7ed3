import { browser } from 'wxt/browser'
import type { CardContent } from '../core/card/card-content.ts'
import type { ContextQuery } from '../core/context/context.ts'
import type { SettingsEdit, SiteSwitch } from '../core/settings/edit.ts'
import type { PageState, TabState } from '../core/settings/page-state.ts'
import type { Policy } from '../core/settings/policy.ts'
import type { Pause, PauseChoice } from '../core/settings/pause.ts'
import type { HiddenName, Settings } from '../core/settings/settings.ts'
import type { MentionCounts, PageReading, PageReport } from '../core/page-report.ts'
import type { DocumentId } from '../core/source-index.ts'

/**
 * What the contexts say to each other: one type a receiver, one method a message. A call crosses
 * as `{ to, method, argument }`; anything else that arrives is not ours and is left alone.
 */

/** Calls that the background answers. Its callers are our content scripts and our own pages. */
export type BackgroundCalls = {
  /** What the card shows for one mention; `undefined` where the index has nothing to show. */
  findContext(query: ContextQuery): CardContent | undefined
  /** A frame's mentions changed, or it came to life, or it was switched off or on. */
  reportFrame(report: FrameReport): void
  /** What the settings say about the page that the caller's frame stands in. */
  pageState(): PageState
  /** A page whose site is set apart from the rest of the web has opened. */
  reportPlace(): void
  /** Puts the marks' present style rules into the caller's frame, in place of others; answers them. */
  restyle(before: string): string
  /** Switches a site off or on, and ends a pause that would keep it off in a tab (the caller's). */
  switchSite(change: SiteSwitch & { tabId?: number }): void
  /** A name is no mention on the caller's site, or is one again. */
  hideName(name: Pick<HiddenName, 'kind' | 'name' | 'state'>): void
  /** Brings the engine and its style sheet to the caller's frame, which concerns us. */
  openGate(): void
  /** Injects the card's code into the caller's frame. */
  loadCard(): void
  /** Opens the digest beside the caller's tab, at one of its frame's mentions. */
  openDigest(mention: number): DigestOpening
  /** Opens a source document at one passage, in a tab of its own. */
  openReader(passage: string): void
  /** Stepping through mentions has come to the end of the caller's frame: the next one goes on. */
  leaveFrame(by: 1 | -1): void
  /** For our own pages only: what the popup shows of a tab. */
  tabState(tabId: number): TabState
  /** For our own pages only. */
  setPause(pause: { choice: PauseChoice; tabId: number | undefined }): void
  /** For our own pages only: everything that is set, and how it is kept. */
  readSettings(): KeptSettings
  /** For our own pages only: changes settings, and answers what would take the change back. */
  editSettings(edit: SettingsEdit): SettingsEdit
  /** For our own pages only: everything as on the first day; answers what takes that back. */
  resetSettings(): SettingsEdit
  /** A card has shown what is new in some documents. */
  sawNew(documents: DocumentId[]): void
  /** For our own pages only: what is kept of sources has changed; indexing begins where it is needed. */
  sourcesKept(): void
  /** For our own pages only: indexing has come further, or has ended. */
  sourcesMade(ended: boolean): void
  /** For our own pages only: whether settings travel with the browser's own synchronisation. */
  setSync(on: boolean): void
}

/** Calls that our own pages hear, if any is open. */
export type ViewCalls = {
  /** Settings, a pause, or how they are kept have changed. */
  settingsChanged(): void
  /** Packs, documents, or what was made of them have changed. */
  sourcesChanged(): void
}

/** Calls that the context hears that runs the indexing worker, if one does. */
export type IndexingCalls = {
  /** Something kept has changed meanwhile. */
  again(): void
}

/**
 * How settings are kept: `saved` where the browser stores them, otherwise until it closes.
 * `damaged`: part of what was stored could not be read.
 */
export type KeptSettings = {
  settings: Settings
  policy: Policy
  damaged: boolean
  saved: boolean
  sync: SyncState
  pause: Pause
}

/** What the browser's synchronisation holds; `left` sites and names found no room in it. */
export type SyncState =
  { name: 'absent' } | { name: 'off' } | { name: 'on'; left: number } | { name: 'failed' }

/**
 * What the background, the digest and the popup are told when a frame changes. `fresh` marks the
 * first word of a new document, which began `since` (ms since the epoch).
 */
export type FrameReport = {
  counts: MentionCounts
  off: boolean
  fresh: boolean
  since: number
}

/** Only Chromium lets a click in a page open the panel; elsewhere the shortcut says how. */
export type DigestOpening = { opened: true } | { opened: false; shortcut: string | undefined }

/** Calls that the content script in every frame of a tab hears. */
export type PageCalls = {
  /** Asks each frame to report itself; fails where no content script runs. */
  announce(): void
  /** Goes to the next (1) or previous (-1) mention, in the frame that has the focus. */
  stepMention(by: 1 | -1): void
  /** Opens the card at the current mention or the text cursor, in the frame that has the focus. */
  openCard(): void
  /** Takes the focus and goes to the first (1) or last (-1) mention; `false` where there is none. */
  enterFrame(by: 1 | -1): boolean
  /** What the settings say about this page may have changed: ask for it. */
  settingsChanged(): void
  /** The sources are others now: open cards ask again. */
  sourcesChanged(): void
}

/**
 * Over the digest's port to one frame: what the frame sends. `reading` and `position` come only to
 * those who follow; `position` is the mention at the reader's eye level.
 */
export type FromFrame =
  | { type: 'report'; report: PageReport }
  | { type: 'reading'; reading: PageReading }
  | { type: 'position'; id: number | undefined }
/**
 * Over the digest's port to one frame: what the digest sends. `follow` asks for more than the
 * mentions; `light` shows a mention where it stands, without an id no longer.
 */
export type ToFrame =
  | { type: 'follow' }
  | { type: 'reveal'; id: number }
  | { type: 'revealQuotation'; id: number }
  | { type: 'light'; id?: number }

/** Name of the port by which the digest watches one frame. */
export const DIGEST_PORT = 'digest'

type Receivers = {
  background: BackgroundCalls
  page: PageCalls
  views: ViewCalls
  indexing: IndexingCalls
}
type Receiver = keyof Receivers
type Envelope = { to: Receiver; method: string; argument?: unknown }

/** Where a call came from, as far as the browser vouches for it. `own`: from one of our own pages; `isPrivate`: from a private window. */
export type Caller = {
  tabId?: number
  frameId?: number
  tabAddress?: string
  own: boolean
  isPrivate: boolean
}

type Handlers<Calls> = {
  [Method in keyof Calls]: Calls[Method] extends (...parameters: infer Parameters) => infer Answer
    ? (argument: Parameters[0], caller: Caller) => Answer | Promise<Answer>
    : never
}

type Answer<Call> = Call extends (...parameters: never[]) => infer Result ? Result : never

/** What may be asked or told a second time, because it does the same again. */
const REPEATABLE: ReadonlySet<keyof BackgroundCalls> = new Set([
  'findContext',
  'reportFrame',
  'pageState',
  'reportPlace',
  'restyle',
  'loadCard',
  'tabState',
  'readSettings',
])

/** Browsers' own words for a message that reached nobody, or whose reader ended before it answered. */
const LOST = /receiving end|(?:port|channel) closed|port moved|conduit|disconnected/i

/** Whether a call failed because nobody was there to answer it, and not because of what it said. */
export function isLost(error: unknown): boolean {
  return error instanceof Error && LOST.test(error.message)
}

/** How long to wait before asking again, in ms: one that is about to end still takes messages. */
const PAUSES_MS = [0, 200, 800]

/**
 * Calls the background. One that ends while it is asked is woken again, for all that may be
 * repeated. Rejects when it cannot be reached (the extension was updated or removed).
 */
export async function callBackground<Method extends keyof BackgroundCalls>(
  method: Method,
  ...[argument]: Parameters<BackgroundCalls[Method]>
): Promise<Answer<BackgroundCalls[Method]>> {
  const ask = async (turn: number): Promise<Answer<BackgroundCalls[Method]>> => {
    try {
      const answer: unknown = await browser.runtime.sendMessage({
        to: 'background',
        method,
        argument,
      })
      // Every answer is something: see `answerCalls`. Nothing at all comes from who has just ended.
      if (answer === undefined) throw new Error('Receiving end has ended')
      return (answer ?? undefined) as Answer<BackgroundCalls[Method]>
    } catch (error) {
      const pause = PAUSES_MS[turn]
      if (pause === undefined || !isLost(error) || !REPEATABLE.has(method)) throw error
      await new Promise((resolve) => setTimeout(resolve, pause))
      return ask(turn + 1)
    }
  }
  return ask(0)
}

/** Calls every frame of a tab. Rejects where no content script of ours runs. */
export async function callPage<Method extends keyof PageCalls>(
  tabId: number,
  method: Method,
  ...[argument]: Parameters<PageCalls[Method]>
): Promise<void> {
  await browser.tabs.sendMessage(tabId, { to: 'page', method, argument })
}

/** Calls one frame of a tab. Rejects where no content script of ours runs. */
export async function callFrame<Method extends keyof PageCalls>(
  { tabId, frameId }: { tabId: number; frameId: number },
  method: Method,
  ...[argument]: Parameters<PageCalls[Method]>
): Promise<Answer<PageCalls[Method]>> {
  return await browser.tabs.sendMessage(tabId, { to: 'page', method, argument }, { frameId })
}

/** Calls all of our own pages that are open; none may be. */
export async function callViews(method: keyof ViewCalls): Promise<void> {
  await browser.runtime.sendMessage({ to: 'views', method }).catch(() => undefined)
}

/** Tells whoever runs the indexing worker; answers whether anybody does. */
export async function callIndexing(method: keyof IndexingCalls): Promise<boolean> {
  return browser.runtime
    .sendMessage({ to: 'indexing', method })
    .then(() => true)
    .catch(() => false)
}

/**
 * Answers the calls for one receiver until `signal` ends it. Messages from other extensions, and
 * those for another receiver, are left alone. `faultOf` says what is wrong with an argument: then
 * the call is refused.
 */
export function answerCalls<Name extends Receiver>(
  receiver: Name,
  handlers: Partial<Handlers<Receivers[Name]>>,
  signal?: AbortSignal,
  faultOf?: (method: string, argument: unknown) => string | undefined,
): void {
  const known = new Map<string, (argument: never, caller: Caller) => unknown>(
    Object.entries(handlers),
  )
  const listen = (message: unknown, sender: MessageSender) => {
    if (sender.id !== browser.runtime.id || !isEnvelope(message, receiver)) return undefined
    const handler = known.get(message.method)
    if (!handler) return undefined
    const fault = faultOf?.(message.method, message.argument)
    if (fault !== undefined) return Promise.reject(new Error(`refused: ${fault}`))
    const answer = Promise.resolve(handler(message.argument as never, callerOf(sender)))
    return answer.then((it) => it ?? null)
  }
  browser.runtime.onMessage.addListener(listen)
  // An extension that is gone takes its interfaces with it, and nobody is heard any more.
  signal?.addEventListener('abort', () => browser.runtime?.onMessage.removeListener(listen))
}

type MessageSender = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1]

function callerOf(sender: MessageSender): Caller {
  return {
    ...(sender.tab?.id !== undefined && { tabId: sender.tab.id }),
    ...(sender.frameId !== undefined && { frameId: sender.frameId }),
    ...(sender.tab?.url !== undefined && { tabAddress: sender.tab.url }),
    isPrivate: sender.tab?.incognito === true,
    own: sender.url?.startsWith(browser.runtime.getURL('/')) ?? false,
  }
}

function isEnvelope(message: unknown, receiver: Receiver): message is Envelope {
  return (
    typeof message === 'object' &&
    message !== null &&
    'to' in message &&
    message.to === receiver &&
    'method' in message &&
    typeof message.method === 'string'
  )
}
