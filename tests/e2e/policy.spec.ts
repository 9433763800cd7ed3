import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startRig, type Rig } from './harness/rig.ts'
import { until } from './harness/until.ts'

/** Each of our own pages, and words that it shows once all its code, styles and data are there. */
const PAGES = [
  ['/options.html', 'Keeping settings'],
  ['/popup.html', 'Settings'],
  ['/sidepanel.html', 'Search'],
  ['/reader.html', 'document'],
  ['/welcome.html', 'Alt+Shift'],
] as const

declare global {
  // eslint-disable-next-line no-var
  var violations: string[] | undefined
}

describe('the content security policy of our pages', () => {
  let rig: Rig
  beforeAll(async () => {
    rig = await startRig()
  })
  afterAll(() => rig.close())

  /**
   * Opens a page under the eyes of a listener. In Chromium it was there first; Firefox lets nobody
   * into one of our pages before it has loaded, so there it sees what comes later.
   */
  const openWatched = async (path: string, words: string): Promise<Page> => {
    const page = await rig.openOwn(path)
    if (rig.name === 'chromium') {
      await page.evaluateOnNewDocument(listen)
      await page.reload()
    } else {
      await page.evaluate(listen)
    }
    await until(`“${words}” on ${path}`, () =>
      page.evaluate((text) => document.body.innerText.includes(text), words),
    )
    return page
  }

  test.each(PAGES)('lets %s do all that it does', async (path, words) => {
    const page = await openWatched(path, words)
    expect(await page.evaluate(() => globalThis.violations)).toEqual([])
    const isStyled = () => getComputedStyle(document.body).marginTop !== '8px'
    expect(await page.evaluate(isStyled)).toBe(true)
    await page.close()
  })

  test('refuses code that is not the package’s, frames, forms and requests', async () => {
    const page = await openWatched('/options.html', 'Keeping settings')
    const left = await page.evaluate(async () => {
      const addScript = () => {
        const script = document.createElement('script')
        script.src = 'data:text/javascript,document.body.title="ran"'
        document.body.append(script)
      }
      const frame = document.createElement('iframe')
      frame.src = 'http://elsewhere.example/frame'
      const picture = document.createElement('img')
      picture.src = 'http://elsewhere.example/picture.png'
      document.body.append(frame, picture)
      try {
        addScript()
      } catch {
        // Where types are enforced, the address was refused before.
      }
      const asked = await fetch('http://elsewhere.example/').then(
        () => 'answered',
        () => 'refused',
      )
      return { asked, title: document.body.title }
    })
    expect(left).toEqual({ asked: 'refused', title: '' })
    await until('the refusals', () =>
      page.evaluate(() =>
        ['frame-src', 'img-src', 'connect-src'].every((part) =>
          globalThis.violations?.some((it) => it.startsWith(part)),
        ),
      ),
    )
    expect(rig.traffic.elsewhere().map(({ url }) => url)).toEqual([])
    await page.close()
  })
})

function listen(): void {
  globalThis.violations = []
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    globalThis.violations?.push(`${violatedDirective} ${blockedURI}`),
  )
}
