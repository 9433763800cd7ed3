import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import { close, listen } from './site.ts'

/**
 * Where the browser is told to send its own housekeeping (signed-in accounts, component updates).
 * The name cannot exist, so what goes there is told apart from everything that a page or an
 * extension could ask for, and reaches nobody.
 */
export const BROWSER_OWN = 'browser-own.invalid'

/** Host names that lead to the test server, so that tests can stand on sites with names. */
const TEST_HOST = /^([a-z0-9-]+\.)*test$/

export type Request = {
  method: string
  url: string
  /** The browser's own headers say that an extension's code asked, not a page. */
  byExtension: boolean
}

/** A proxy that every request of the browser goes through: it logs all and refuses all but the site. */
export type Traffic = {
  port: number
  /** Everything asked for so far, in order, refused or not. */
  requests: Request[]
  /** What went neither to the test server nor to `BROWSER_OWN`: must stay empty. */
  elsewhere(): Request[]
  /** What an extension's own processes asked for, wherever: must stay empty. */
  byExtension(): Request[]
  close(): Promise<void>
}

/** Starts the proxy; `sitePort` is the one port of 127.0.0.1 that may be reached. */
export async function recordTraffic(sitePort: number): Promise<Traffic> {
  const requests: Request[] = []
  const server = createServer((incoming, response) => {
    const url = incoming.url ?? ''
    requests.push({ method: incoming.method ?? '', url, byExtension: isByExtension(incoming) })
    if (leadsToSite(url, sitePort)) forward(incoming, response, sitePort)
    else response.writeHead(403).end()
  })
  server.on('connect', (incoming, socket) => {
    requests.push({
      method: 'CONNECT',
      url: incoming.url ?? '',
      byExtension: isByExtension(incoming),
    })
    // A browser that ends takes its connections with it.
    socket.on('error', () => socket.destroy())
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
  })
  const port = await listen(server)
  return {
    port,
    requests,
    elsewhere: () =>
      requests.filter(({ url }) => !leadsToSite(url, sitePort) && hostOf(url) !== BROWSER_OWN),
    byExtension: () => requests.filter((it) => it.byExtension),
    close: () => close(server),
  }
}

/** Browsers name an extension's pages and workers as the origin, or none where it has the host's rights. */
function isByExtension({ headers }: IncomingMessage): boolean {
  const isNamed = [headers.origin, headers.referer].some((it) =>
    /^(chrome|moz)-extension:/.test(it ?? ''),
  )
  const isScript = headers['sec-fetch-dest'] === 'empty' && headers['sec-fetch-site'] === 'none'
  return isNamed || isScript
}

function leadsToSite(url: string, sitePort: number): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, port } = new URL(url)
  const isLocal = hostname === '127.0.0.1' || hostname === 'localhost'
  return (
    protocol === 'http:' && (TEST_HOST.test(hostname) || (isLocal && port === String(sitePort)))
  )
}

/** `CONNECT` names a host and port, everything else a whole address. */
function hostOf(url: string): string {
  if (/^[^/]+:\d+$/.test(url)) return url.slice(0, url.lastIndexOf(':'))
  return URL.canParse(url) ? new URL(url).hostname : ''
}

function forward(incoming: IncomingMessage, response: ServerResponse, port: number): void {
  const { pathname, search } = new URL(incoming.url ?? '')
  const { method, headers } = incoming
  const onward = ask(
    { host: '127.0.0.1', port, path: pathname + search, method, headers },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    },
  )
  onward.on('error', () => response.destroy())
  incoming.pipe(onward)
}

/** Where each browser of the specs leaves what it was seen to ask for, one line a browser. */
export const TRAFFIC_FOLDER = '.cache/test-reports/traffic'

/** Adds a browser's counts to the record of the run. Throws where an extension asked for anything. */
export function noteTraffic(browser: string, traffic: Traffic): void {
  const own = traffic.byExtension()
  const counts = { requests: traffic.requests.length, byExtension: own.length }
  mkdirSync(TRAFFIC_FOLDER, { recursive: true })
  appendFileSync(join(TRAFFIC_FOLDER, `${browser}.jsonl`), `${JSON.stringify(counts)}\n`)
  if (own.length > 0)
    throw new Error(`an extension asked for ${own.map((it) => it.url).join(', ')}`)
}
