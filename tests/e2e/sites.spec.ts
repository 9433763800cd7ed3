import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { readMarks, registryNames, untilMarks } from './harness/marks.ts'
import { callBackground, inExtension } from './harness/own-api.ts'
import { pressShortcut } from './harness/press-shortcut.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { until, untilEqual } from './harness/until.ts'
import type { View } from './harness/view.ts'
import { pickInMenu } from './harness/pick-in-menu.ts'

const ZTE = ['ZTE', 'ZTE']

describe('sites', () => {
  let rig: Rig
  let pages: Page[] = []
  let views: View[] = []
  beforeAll(async () => {
    rig = await startRig()
  })
  afterAll(() => rig.close())
  afterEach(async () => {
    // Some have gone with their window.
    for (const one of [...views, ...pages]) await one.close().catch(() => undefined)
    pages = []
    views = []
  })

  const open = async (address: string) => {
    const page = await rig.open(address)
    pages.push(page)
    return page
  }
  const openPopup = async (page: Page, name: string) => {
    const popup = await rig.openPopup(page)
    views.push(popup)
    await until('the site’s name', async () => (await popup.names('switch')).join().includes(name))
    return popup
  }
  const isOn = (view: View) =>
    view.evaluate(() => document.querySelector<HTMLInputElement>('[role=switch]')?.checked)
  const untilBadge = (page: Page, text: string) => untilEqual('badge', () => rig.badge(page), text)

  test('two tabs, a second window, popup and digest agree at once, and nothing is left behind', async () => {
    const first = await open('http://two.test/report.html')
    const second = await open('http://two.test/report.html?again')
    await untilMarks(second, 'zte', ZTE)
    const helper = await inExtension(
      rig,
      first,
      async (api, url) => (await api.windows.create({ url })).id,
      'http://www.two.test/report.html?window',
    )
    const third = await until('the window’s page', async () =>
      (await rig.browser.pages()).find((it) => it.url().endsWith('?window')),
    )
    await untilMarks(third, 'zte', ZTE)
    const before = await third.evaluate(() => document.documentElement.outerHTML)
    const digest = await rig.openDigest(first)
    views.push(digest)
    const popup = await openPopup(first, 'two.test')
    await popup.click('switch', 'two.test')
    for (const page of [first, second, third]) {
      await untilMarks(page, 'zte', [])
      await untilBadge(page, 'off')
      expect((await registryNames(page)).filter((it) => it.startsWith('source-context'))).toEqual(
        [],
      )
    }
    expect(await third.evaluate(() => document.documentElement.outerHTML)).toBe(before)
    const other = await openPopup(third, 'two.test')
    await untilEqual('the second popup', () => isOn(other), false)
    await other.click('switch', 'two.test')
    await untilEqual('the first popup', () => isOn(popup), true)
    for (const page of [second, third, first]) {
      await page.bringToFront()
      await untilMarks(page, 'zte', ZTE)
      await untilBadge(page, '5')
    }
    await inExtension(rig, first, (api, id) => api.windows.remove(id), helper)
  })

  test('marks of all kinds go in the same frame, and nothing is seen half gone', async () => {
    const page = await open('http://frames.test/report.html')
    await untilMarks(page, 'zte', ZTE)
    await page.evaluate(() => {
      const names = () => [...CSS.highlights.keys()].join()
      const before = names()
      let frames = 0
      const look = () => {
        frames += 1
        if (names() === before) return requestAnimationFrame(look)
        document.body.dataset['left'] = names()
        return frames
      }
      requestAnimationFrame(look)
    })
    await callBackground(rig, page, 'switchSite', { site: '*.frames.test', off: true })
    await untilMarks(page, 'zte', [])
    await untilEqual('what is left', () => page.evaluate(() => document.body.dataset['left']), '')
  })

  test('a site is a registrable domain with its subdomains, whatever the port', async () => {
    const page = await open('http://news.wide.test/report.html')
    const popup = await openPopup(page, 'wide.test')
    await popup.click('switch', 'wide.test')
    await untilMarks(page, 'zte', [])
    const other = await open('http://other.deep.wide.test:8081/report.html')
    await untilBadge(other, 'off')
    await untilMarks(other, 'zte', [])
    const elsewhere = await open('http://notwide.test/report.html')
    await untilMarks(elsewhere, 'zte', ZTE)
  })

  test('the switch can be for one host only, and moved from the one to the other', async () => {
    const page = await open('http://a.narrow.test/report.html')
    const sibling = await open('http://b.narrow.test/report.html')
    await untilMarks(sibling, 'zte', ZTE)
    const popup = await openPopup(page, 'narrow.test')
    const choose = (site: string) =>
      popup.evaluate((value) => {
        const select = document.querySelector('select')
        if (!select) throw new Error('no choice of scope')
        select.value = value
        select.dispatchEvent(new Event('change', { bubbles: true }))
      }, site)
    await choose('a.narrow.test')
    await popup.click('switch', 'a.narrow.test')
    await untilBadge(page, 'off')
    await untilBadge(sibling, '5')
    await choose('*.narrow.test')
    await untilBadge(sibling, 'off')
    await choose('a.narrow.test')
    await untilBadge(sibling, '5')
    await untilBadge(page, 'off')
  })

  test('a host in letters of its own is shown in them', async () => {
    const page = await open('http://xn--mnchen-3ya.test/report.html')
    const popup = await openPopup(page, 'münchen.test')
    expect(await popup.text()).toContain('münchen.test')
    expect(await popup.text()).not.toContain('xn--')
  })

  test('a page without a mention says off on its badge too, before and after a reload', async () => {
    const page = await open('http://quiet.test/elsewhere.html')
    await callBackground(rig, page, 'switchSite', { site: '*.quiet.test', off: true })
    await untilBadge(page, 'off')
    await page.reload()
    await untilBadge(page, 'off')
    const next = await open('http://www.quiet.test/elsewhere.html')
    await untilBadge(next, 'off')
    expect(await inExtension(rig, next, async (api) => api.action.getTitle({}))).not.toContain(
      'off',
    )
  })

  test('a page without a mention does not take on the number of the page before it', async () => {
    const page = await open('http://before.test/report.html')
    await untilBadge(page, '5')
    await page.goto('http://after.test/elsewhere.html')
    await untilBadge(page, '')
    await callBackground(rig, page, 'switchSite', { site: '*.after.test', off: true })
    await untilBadge(page, 'off')
    await callBackground(rig, page, 'switchSite', { site: '*.after.test', off: false })
    await untilBadge(page, '')
    const other = await open('http://aside.test/report.html')
    await callBackground(rig, other, 'switchSite', { site: '*.aside.test', off: true })
    await untilBadge(other, 'off')
    expect(await rig.badge(page)).toBe('')
  })

  test('a switch turned while the background sleeps is heard everywhere', async () => {
    const page = await open('http://sleepy.test/report.html')
    await untilMarks(page, 'zte', ZTE)
    const popup = await openPopup(page, 'sleepy.test')
    await rig.endBackground()
    await popup.click('switch', 'sleepy.test')
    await untilBadge(page, 'off')
    await untilMarks(page, 'zte', [])
    await rig.endBackground()
    await popup.click('switch', 'sleepy.test')
    await page.bringToFront()
    await untilMarks(page, 'zte', ZTE)
    await untilBadge(page, '5')
  })

  test('ten turns in a second end in the last state', async () => {
    const page = await open('http://quick.test/report.html')
    const second = await open('http://quick.test/report.html?second')
    await untilMarks(second, 'zte', ZTE)
    const popup = await openPopup(page, 'quick.test')
    const turn = (times: number) =>
      popup.evaluate((count) => {
        const input = document.querySelector<HTMLInputElement>('[role=switch]')
        for (let at = 0; at < count; at += 1) input?.click()
      }, times)
    await turn(9)
    for (const it of [page, second]) await untilBadge(it, 'off')
    await untilEqual('the switch', () => isOn(popup), false)
    await untilMarks(page, 'zte', [])
    await turn(10)
    await turn(1)
    for (const it of [page, second]) {
      await it.bringToFront()
      await untilMarks(it, 'zte', ZTE)
      await untilBadge(it, '5')
    }
    await untilEqual('the switch', () => isOn(popup), true)
  })

  test('ten presses of the keys end where they began', async () => {
    const page = await open('http://pressed.test/report.html')
    await untilMarks(page, 'zte', ZTE)
    await pressShortcut(rig, page, 'toggle-site')
    await untilMarks(page, 'zte', [])
    await untilBadge(page, 'off')
    for (let turn = 0; turn < 9; turn += 1) await pressShortcut(rig, page, 'toggle-site')
    await untilMarks(page, 'zte', ZTE)
    await untilBadge(page, '5')
  })

  test('the page’s context menu turns the switch', async () => {
    const page = await open('http://menu.test/report.html')
    await untilMarks(page, 'zte', ZTE)
    await pickInMenu(rig, page, 'toggle-site')
    await untilMarks(page, 'zte', [])
    await untilBadge(page, 'off')
    await pickInMenu(rig, page, 'toggle-site')
    await untilMarks(page, 'zte', ZTE)
  })

  test('a page that came back from the browser’s memory shows what holds now', async () => {
    const other = await open('http://beside.test/elsewhere.html')
    const page = await open('http://back.test/report.html')
    await untilMarks(page, 'zte', ZTE)
    await page.goto('http://elsewhere.test/elsewhere.html')
    await callBackground(rig, other, 'switchSite', { site: '*.back.test', off: true })
    await page.bringToFront()
    // Firefox's driver waits in vain for a page from memory to load, and never learns its address.
    await page.evaluate(() => history.back()).catch(() => undefined)
    await until('the page is back', () => page.evaluate(() => location.host === 'back.test'))
    await untilMarks(page, 'zte', [])
    await untilEqual('badge', () => rig.badge(page), 'off')
  })

  test('a frame belongs to the site of its page', async () => {
    rig.site.put(
      '/outer.html',
      '<!doctype html><title>Outer</title><p>Of ZTE.</p><iframe src="http://inner.test/report.html"></iframe>',
    )
    const page = await open('http://outer.test/outer.html')
    const frame = await until('the frame', () =>
      page.frames().find((it) => it.url().includes('inner')),
    )
    const inFrame = () => frame.evaluate(() => [...CSS.highlights.keys()].length)
    await until('marks in the frame', async () => (await inFrame()) > 0)
    await callBackground(rig, page, 'switchSite', { site: '*.inner.test', off: true })
    await callBackground(rig, page, 'switchSite', { site: '*.outer.test', off: true })
    await until('no marks in the frame', async () => (await inFrame()) === 0)
    await callBackground(rig, page, 'switchSite', { site: '*.outer.test', off: false })
    await until('marks in the frame', async () => (await inFrame()) > 0)
    expect((await readMarks(page)).map((it) => it.text)).toEqual(['ZTE'])
  })
})
