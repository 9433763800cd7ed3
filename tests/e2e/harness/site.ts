import { createReadStream, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { PassThrough } from 'node:stream'
import { extname, join, normalize, resolve } from 'node:path'

/** One page that exists only for a test. */
export type MadePage = { body: string; headers?: Record<string, string>; until?: Promise<void> }

/** The test server: folders and made pages, on 127.0.0.1 only. */
export type Site = {
  port: number
  /** `http://127.0.0.1:PORT` */
  origin: string
  /** Serves `body` at `path` from now on. */
  put(path: string, body: string, headers?: Record<string, string>): void
  /** Serves `body` at `path` and does not end the answer before what it returns is called. */
  hold(path: string, body: string): () => void
  /** Serves a page at `path` from now on that comes piece by piece, once, until it is ended. */
  stream(path: string): { write(piece: string): void; end(): void }
  /** Paths asked for so far, in order. */
  requests: string[]
  close(): Promise<void>
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
}

/**
 * Serves `folders` (address prefix to folder, e.g. `{ '/demo/': 'demo' }`) on a free port of
 * 127.0.0.1. Answers 404 for anything else, and never leaves the folders.
 */
export async function startSite(folders: Record<string, string>): Promise<Site> {
  const made = new Map<string, MadePage>()
  const streams = new Map<string, PassThrough>()
  const requests: string[] = []
  const server = createServer((request, response) => {
    const path = pathOf(request)
    requests.push(path)
    const page = made.get(path)
    const stream = streams.get(path)
    if (stream) {
      response.writeHead(200, { 'content-type': TYPES['.html'] })
      stream.pipe(response)
    } else if (page) answer(response, page)
    else sendFile(response, fileFor(path, folders))
  })
  const port = await listen(server)
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    put: (path, body, headers = {}) => void made.set(path, { body, headers }),
    hold: (path, body) => {
      const { promise, resolve } = Promise.withResolvers<void>()
      made.set(path, { body, until: promise })
      return resolve
    },
    stream: (path) => {
      const stream = new PassThrough()
      streams.set(path, stream)
      return { write: (piece) => void stream.write(piece), end: () => void stream.end() }
    },
    requests,
    close: () => close(server),
  }
}

/** Listens on a free port of 127.0.0.1 and returns its number. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}

/** Ends a server and every connection that it still holds. */
export function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

function pathOf(request: IncomingMessage): string {
  return decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname)
}

function answer(response: ServerResponse, { body, headers, until }: MadePage): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers })
  response.write(body)
  void (until ?? Promise.resolve()).then(() => response.end())
}

function fileFor(path: string, folders: Record<string, string>): string | undefined {
  const prefix = Object.keys(folders).find((start) => path.startsWith(start))
  const folder = prefix === undefined ? undefined : folders[prefix]
  if (prefix === undefined || folder === undefined) return undefined
  const root = resolve(folder)
  const file = join(root, normalize(`/${path.slice(prefix.length)}`))
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined
}

function sendFile(response: ServerResponse, file: string | undefined): void {
  if (file === undefined) {
    response.writeHead(404).end()
    return
  }
  response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
  createReadStream(file).pipe(response)
}
