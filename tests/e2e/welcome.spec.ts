import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sayPromises } from '../../components/promises.ts'
import { faultsIn } from './harness/axe.ts'
import { inWindow } from './harness/firefox.ts'
import { markTexts, untilMarks } from './harness/marks.ts'
import { inExtension } from './harness/own-api.ts'
import { hover, leave } from './harness/pointer.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { until, untilEqual } from './harness/until.ts'
import { pageView, type View } from './harness/view.ts'

describe('welcome', () => {
  let rig: Rig
  let page: Page
  let front: Page
  let welcome: View
  beforeAll(async () => {
    rig = await startRig(undefined, { keepWelcome: true })
    page = await rig.findOwnPage('/welcome.html')
    welcome = pageView(page)
    front = await rig.open('http://front.test/elsewhere.html')
    await until('the page', async () => (await welcome.text()).includes('What it promises'))
  })
  afterAll(() => rig.close())

  test('opens by itself after the installation, once', async () => {
    const open = await inExtension(rig, front, async (api) => {
      const tabs = await api.tabs.query({})
      return tabs.filter((it) => it.url?.endsWith('/welcome.html')).length
    })
    expect(open).toBe(1)
  })

  test('shows real marks in its own words', async () => {
    await page.bringToFront()
    await untilMarks(page, 'action', ['Pentagon ordered'])
    expect(await markTexts(page, 'zte')).toContain('ZTE')
    const underlined = await page.evaluate(() => {
      const practice = document.querySelector('.practice')
      return (
        practice && getComputedStyle(practice, '::highlight(source-context-zte)').textDecorationLine
      )
    })
    expect(underlined).toBe('underline')
  })

  test('a pointer that rests on a mark opens the card, as on any page', async () => {
    await page.bringToFront()
    await hover(page, 'Pentagon ordered')
    const isOpen = () =>
      page.evaluate(
        () => document.querySelector('source-context-card')?.matches(':popover-open') ?? false,
      )
    await untilEqual('the card', isOpen, true)
    await leave(page)
    await untilEqual('the card', isOpen, false)
  })

  test('its button opens the digest, which lists the page itself', async () => {
    await page.bringToFront()
    await welcome.click('button', 'Open digest')
    if (rig.name === 'chromium') {
      const digest = await rig.untilDigest()
      await until('the list', async () => (await digest.text()).includes('Pentagon'))
      await digest.close()
      return
    }
    const isOpen = () => inWindow(rig.browser, 'SidebarController.isOpen')
    await untilEqual('the sidebar', isOpen, true)
    await inWindow(rig.browser, 'SidebarController.hide()')
  })

  test('its switch takes the marks away and brings them back, and the badge agrees', async () => {
    const badge = () =>
      inExtension(rig, front, async (api) => {
        const [tab] = (await api.tabs.query({})).filter((it) => it.url?.endsWith('/welcome.html'))
        return tab ? api.action.getBadgeText({ tabId: tab.id }) : ''
      })
    const count = await until('a count', async () => {
      const text = await badge()
      return /^\d+$/.test(text) && text
    })
    await page.bringToFront()
    await welcome.click('switch', 'this page')
    await untilMarks(page, 'action', [])
    await untilEqual('badge', badge, 'off')
    await page.bringToFront()
    await welcome.click('switch', 'this page')
    await untilMarks(page, 'action', ['Pentagon ordered'])
    await untilEqual('badge', badge, count)
  })

  test('names the shortcuts as the browser has them, and makes the promises', async () => {
    await until('shortcuts', async () => /Alt\+Shift\+\w/.test(await welcome.text()))
    const text = (await welcome.text()).replaceAll(/\s+/g, ' ')
    for (const promise of sayPromises()) expect(text).toContain(promise)
  })

  // Chromium lets no script take away what the manifest asks for.
  test.skipIf(process.env['E2E_BROWSER'] !== 'firefox')(
    'asks for the right to read pages where it was not given',
    async () => {
      expect(await welcome.names('button')).not.toContain('Allow reading pages')
      await inExtension(rig, front, (api) => api.permissions.remove({ origins: ['<all_urls>'] }))
      await until('the button', async () =>
        (await welcome.names('button')).includes('Allow reading pages'),
      )
    },
  )

  // Axe looks the same way at the same elements in both browsers; once is enough.
  test.skipIf(process.env['E2E_BROWSER'] === 'firefox')('is accessible', async () => {
    expect(await faultsIn(welcome)).toEqual([])
  })
})
