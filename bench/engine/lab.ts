import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core'
import { findChromium } from '../../scripts/browsers.mjs'
import type { Bundle } from './bundle.ts'

/**
 * Hosts under `localhost` lead to the bench's own server; each new one is a new site, and so a new
 * process. All others are not found at once: pages ask for pictures that are nowhere.
 */
const HOSTS = 'MAP *.localhost 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'

export type Lab = {
  browser: Browser
  /** Address of one of the server's pages on a host. */
  address(path: string, host: string): string
  /** Opens a page of the server in a tab; `host` chooses the site. */
  open(path: string, host?: string): Promise<Visit>
  close(): Promise<void>
}

/** A page that is open for measuring. */
export type Visit = {
  page: Page
  session: CDPSession
  /** Runs a probe in an isolated world that nobody has used. Answers what its `run` answers. */
  probe<Answer>(bundle: Bundle, call?: string): Promise<Answer>
  /** The same as a task of its own, which a recording shows: what the inspector runs it does not. */
  task<Answer>(bundle: Bundle, call: string): Promise<Answer>
  close(): Promise<void>
}

const FLAGS = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--site-per-process',
  '--enable-precise-memory-info',
  '--js-flags=--expose-gc',
]

/** Starts Chromium for measuring, with unpacked extensions if wished. */
export async function openLab(port: number, extensions: string[] = []): Promise<Lab> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('no Chromium, Chrome, Edge or Brave found: set CHROME_PATH')
  const browser = await puppeteer.launch({
    executablePath,
    pipe: true,
    defaultViewport: { width: 1000, height: 720 },
    ...(extensions.length > 0 && { enableExtensions: extensions }),
    args: [
      ...FLAGS,
      `--host-resolver-rules=${HOSTS}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  })
  const address = (path: string, host: string) => `http://${host}:${port}${path}`
  return {
    browser,
    address,
    open: async (path, host = 'one.localhost') => {
      const page = await browser.newPage()
      const visit = await visitOf(page)
      await page.goto(address(path, host), { waitUntil: 'load' })
      return visit
    },
    close: () => browser.close(),
  }
}

let newestWorld = 0

async function visitOf(page: Page): Promise<Visit> {
  const session = await page.createCDPSession()
  await session.send('Page.enable')
  const evaluate = async (bundle: Bundle, wrap: (source: string) => string) => {
    newestWorld += 1
    const { frameTree } = await session.send('Page.getFrameTree')
    const { executionContextId } = await session.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: `world-${newestWorld}`,
    })
    const source = bundle.source(newestWorld)
    // The garbage of what ran before must not be taken out in the middle of what is measured.
    await session.send('HeapProfiler.collectGarbage')
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: wrap(source),
      contextId: executionContextId,
      returnByValue: true,
      awaitPromise: true,
    })
    if (exceptionDetails)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value as never
  }
  const START = 'var started=performance.now();'
  return {
    page,
    session,
    probe: (bundle, call = 'run()') =>
      evaluate(bundle, (source) => START + source.replace(/;probe\n/, `;probe.${call}\n`)),
    task: (bundle, call) =>
      evaluate(
        bundle,
        (source) =>
          `new Promise((done)=>setTimeout(()=>{${START}${source.replace(/;probe\n/, `;done(probe.${call})}))\n`)}`,
      ),
    close: () => page.close(),
  }
}
