import { createServer, type Server } from 'node:http'

/** What every page is served with: timers of 5 µs, and no script of its own, so that runs repeat. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "script-src 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'origin-agent-cluster': '?1',
}

export type PageServer = {
  port: number
  /** Serves a page from now on; answers its path. */
  put(name: string, html: string): string
  close(): Promise<void>
}

/** Serves pages on a free port of 127.0.0.1; everything that they ask for beside is missing. */
export async function servePages(): Promise<PageServer> {
  const pages = new Map<string, string>()
  const server = createServer((request, response) => {
    const html = pages.get(new URL(request.url ?? '/', 'http://bench').pathname)
    if (html === undefined) response.writeHead(404, HEADERS).end()
    else response.writeHead(200, HEADERS).end(html)
  })
  const port = await listen(server)
  return {
    port,
    put: (name, html) => {
      const path = `/${encodeURIComponent(name)}`
      pages.set(path, html)
      return path
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}
