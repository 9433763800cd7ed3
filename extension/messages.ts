import { browser } from 'wxt/browser'
import type { BackgroundCalls, IndexingCalls, PageCalls, ViewCalls } from './calls.ts'
import { unlessKept } from './unless-kept.ts'

/** How a call (`calls.ts`) crosses to another context, and how it is answered there. */

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
const LOST = /receiving end|(?:port|channel) (?:is )?closed|port moved|conduit|disconnected/i

/** Whether a call failed because nobody was there to answer it, and not because of what it said. */
export function isLost(error: unknown): boolean {
  return error instanceof Error && LOST.test(error.message)
}

/** How long to wait before asking again, in ms: one that is about to end still takes messages. */
const PAUSES_MS = [0, 200, 800]

/**
 * Calls the background. One that ends while it is asked is woken again, and a page that was kept for the
 * way back asks again, for all that may be repeated. Rejects when it cannot be reached (the extension was
 * updated or removed).
 */
export async function callBackground<Method extends keyof BackgroundCalls>(
  method: Method,
  ...[argument]: Parameters<BackgroundCalls[Method]>
): Promise<Answer<BackgroundCalls[Method]>> {
  const ask = async (turn: number): Promise<Answer<BackgroundCalls[Method]>> => {
    try {
      const message: Envelope = { to: 'background', method, argument }
      const answer: unknown = await unlessKept(browser.runtime.sendMessage(message))
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
