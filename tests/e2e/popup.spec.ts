import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { faultsIn } from './harness/axe.ts'
import { untilMarks } from './harness/marks.ts'
import { inExtension } from './harness/own-api.ts'
import { tabOf } from './harness/own-pages.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { until, untilEqual } from './harness/until.ts'
import { pageView, type View } from './harness/view.ts'

describe('popup', () => {
  let rig: Rig
  let page: Page
  let tab: Page
  let popup: View
  beforeAll(async () => {
    rig = await startRig()
  })
  afterAll(() => rig.close())
  afterEach(async () => {
    await tab.close()
    await page.close()
  })

  const open = async (address: string, words: string) => {
    page = await rig.open(address)
    await rig.badge(page)
    await openOn(await tabOf(await rig.findOwnPage('/manifest.json'), page), words)
  }
  const openOn = async (id: number, words: string) => {
    tab = await rig.openOwn(`/popup.html?tab=${id}`)
    popup = pageView(tab)
    await until(`“${words}”`, async () => (await popup.text()).includes(words))
  }
  const focused = () =>
    popup.evaluate(() => {
      const at = document.activeElement as HTMLElement | null
      return at?.getAttribute('aria-label') ?? at?.innerText ?? ''
    })

  test('begins with the switch, which Space and Enter turn', async () => {
    await open('http://keys.test/report.html', 'keys.test')
    await untilMarks(page, 'zte', ['ZTE', 'ZTE'])
    await untilEqual('the focus', focused, 'Source Context on keys.test')
    await tab.keyboard.press(' ')
    await untilMarks(page, 'zte', [])
    await tab.keyboard.press('Enter')
    await until('it is on', async () => (await popup.text()).includes('Mentions are marked.'))
    await tab.keyboard.press('Enter')
    await until('it is off', async () => (await popup.text()).includes('Nothing is marked on this'))
  })

  test('everything on it is reached with Tab, in the order of reading', async () => {
    await open('http://www.order.test/report.html', 'order.test')
    await until('counts', async () => (await popup.text()).includes('action'))
    await untilEqual('the focus', focused, 'Source Context on order.test')
    const met: string[] = []
    for (let step = 0; step < 6; step += 1) {
      await tab.keyboard.press('Tab')
      met.push((await focused()).split('\n')[0] ?? '')
    }
    expect(met.slice(1)).toEqual([
      'In this tab',
      'For 1 hour',
      'Until restart',
      'Everywhere',
      'Open digest',
    ])
  })

  test('shows the keys of the switch and of the digest', async () => {
    await open('http://shown.test/report.html', 'shown.test')
    await untilEqual(
      'keys',
      () => popup.evaluate(() => [...document.querySelectorAll('kbd')].map((it) => it.textContent)),
      ['Alt+Shift+M', 'Alt+Shift+D'],
    )
  })

  test('says of a page of the browser’s own that it cannot be read', async () => {
    const front = await rig.open('http://front.test/elsewhere.html')
    page = await rig.openBrowserPage()
    const id = await inExtension(rig, front, async (api) => {
      const tabs = await api.tabs.query({})
      // The browser keeps the addresses of its own pages to itself.
      return tabs.find((it) => !/^(?:http|chrome-ext|moz-ext)/.test(it.url ?? ''))?.id ?? -1
    })
    await openOn(id, 'Browsers keep extensions out of their own pages.')
    await front.close()
  })

  test('says of our own pages what they are', async () => {
    const front = await rig.open('http://front.test/elsewhere.html')
    page = await rig.openOwn('/options.html')
    const id = await inExtension(rig, front, async (api) => {
      const tabs = await api.tabs.query({})
      return tabs.find((it) => it.url?.endsWith('/options.html'))?.id ?? -1
    })
    await openOn(id, 'A page of Source Context')
    await front.close()
  })

  // Axe looks the same way at the same elements in both browsers; once is enough.
  test.skipIf(process.env['E2E_BROWSER'] === 'firefox')(
    'is accessible, on, off and paused',
    async () => {
      await open('http://www.axe.test/report.html', 'axe.test')
      await until('counts', async () => (await popup.text()).includes('action'))
      expect(await faultsIn(popup)).toEqual([])
      await popup.click('switch', 'axe.test')
      await until('off', async () => (await popup.text()).includes('Nothing is marked'))
      expect(await faultsIn(popup)).toEqual([])
      await popup.click('button', 'In this tab')
      await until('paused', async () => (await popup.text()).includes('Paused in this tab.'))
      expect(await faultsIn(popup)).toEqual([])
      await popup.click('button', 'Resume')
    },
  )
})
