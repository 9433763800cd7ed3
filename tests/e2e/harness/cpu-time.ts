import type { CDPSession, Page } from 'puppeteer-core'
import { inWindow } from './firefox.ts'
import type { Rig } from './rig.ts'

/**
 * The processor's time that the main thread of a page has taken so far, in ms: not the clock's, so that
 * a machine with other things to do changes nothing.
 */
export async function cpuTimeOf(rig: Rig, page: Page): Promise<number> {
  return rig.name === 'chromium' ? chromiumTime(page) : firefoxTime(rig, page)
}

const sessions = new WeakMap<Page, Promise<CDPSession>>()

async function startSession(page: Page): Promise<CDPSession> {
  const session = await page.createCDPSession()
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return session
}

async function chromiumTime(page: Page): Promise<number> {
  const session = sessions.get(page) ?? startSession(page)
  sessions.set(page, session)
  const { metrics } = await (await session).send('Performance.getMetrics')
  const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value
  if (seconds === undefined) throw new Error('no TaskDuration among the metrics')
  return seconds * 1000
}

/** Of the process that shows the page, the thread that has worked most. */
async function firefoxTime(rig: Rig, page: Page): Promise<number> {
  const path = new URL(page.url()).pathname
  const nanoseconds = await inWindow(
    rig.browser,
    `ChromeUtils.requestProcInfo().then(({ children }) => {
      const shows = (it) => it.windows.some(({ documentURI }) => documentURI?.spec?.endsWith(${JSON.stringify(path)}))
      return Math.max(...(children.find(shows)?.threads ?? []).map((it) => it.cpuTime))
    })`,
  )
  if (typeof nanoseconds !== 'number' || !Number.isFinite(nanoseconds))
    throw new Error(`no process shows ${path}`)
  return nanoseconds / 1e6
}
