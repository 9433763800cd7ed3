import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { untilMarks } from './harness/marks.ts'
import { callBackground, inExtension } from './harness/own-api.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { until, untilEqual } from './harness/until.ts'
import type { View } from './harness/view.ts'

const ZTE = ['ZTE', 'ZTE']
const HOUR_MS = 60 * 60 * 1000

describe('pause', () => {
  let rig: Rig
  let first: Page
  let second: Page
  let popup: View
  beforeAll(async () => {
    rig = await startRig()
    first = await rig.open('http://one.test/report.html')
    second = await rig.open('http://two.test/report.html')
    await untilMarks(second, 'zte', ZTE)
    popup = await rig.openPopup(first)
    await until('the popup', async () => (await popup.text()).includes('one.test'))
  })
  afterAll(() => rig.close())
  afterEach(async () => {
    await callBackground(rig, first, 'setPause', { choice: 'none' })
    await untilOn(first)
    await untilOn(second)
  })

  const untilOn = async (page: Page) => {
    await page.bringToFront()
    await untilMarks(page, 'zte', ZTE)
    await untilEqual('badge', () => rig.badge(page), '5')
  }
  const untilOff = async (page: Page) => {
    await untilMarks(page, 'zte', [])
    await untilEqual('badge', () => rig.badge(page), 'off')
  }
  /** A page in a tab that is paused, from its popup. */
  const openPaused = async (address: string) => {
    const page = await rig.open(address)
    await untilMarks(page, 'zte', ZTE)
    const own = await rig.openPopup(page)
    await own.click('button', 'In this tab')
    await untilOff(page)
    await own.close()
    return page
  }
  const stored = (area: 'local' | 'session') =>
    inExtension(
      rig,
      first,
      async (api, of) => (await api.storage[of].get('pause'))['pause'] ?? null,
      area,
    )
  const usualBadge = () => inExtension(rig, first, (api) => api.action.getBadgeText({}))

  test('in this tab leaves the other tabs alone, until it is ended', async () => {
    await popup.click('button', 'In this tab')
    await untilOff(first)
    await untilOn(second)
    expect(await popup.text()).toContain('Paused in this tab.')
    await popup.click('button', 'Resume')
    await untilOn(first)
    await untilEqual(
      'buttons',
      async () => (await popup.names('button')).includes('In this tab'),
      true,
    )
  })

  test('for an hour holds everywhere, and marks return by themselves when it is over', async () => {
    await popup.click('button', 'For 1 hour')
    await untilOff(first)
    await untilOff(second)
    await untilEqual('the usual badge', usualBadge, 'off')
    await until('it says until when', async () =>
      /Paused everywhere until .*\d/.test(await popup.text()),
    )
    const ends = await inExtension(rig, first, async (api) => {
      const alarm = await api.alarms.get('pause-ends')
      return (alarm?.scheduledTime ?? 0) - Date.now()
    })
    expect(ends).toBeGreaterThan(HOUR_MS - 60_000)
    expect(ends).toBeLessThanOrEqual(HOUR_MS)
    // As after an hour: what was stored is over, and the alarm rings.
    await rig.endBackground()
    await inExtension(rig, first, async (api) => {
      await api.storage.local.set({ pause: { name: 'hour', until: Date.now() - 1 } })
      api.alarms.create('pause-ends', { when: Date.now() })
    })
    await untilOn(first)
    await untilOn(second)
    await untilEqual('the usual badge', usualBadge, '')
  })

  test('until restart is kept in the session only', async () => {
    await popup.click('button', 'Until restart')
    await untilOff(second)
    expect(await stored('session')).toEqual({ name: 'restart' })
    expect(await stored('local')).toBeNull()
    const later = await rig.open('http://three.test/report.html')
    await untilOff(later)
    await later.close()
  })

  test('everywhere outlives the browser, and pages without a mention say so too', async () => {
    await popup.click('button', 'Everywhere')
    await untilOff(first)
    expect(await stored('local')).toEqual({ name: 'everywhere' })
    const quiet = await rig.open('http://quiet.test/elsewhere.html')
    await untilEqual('badge', () => rig.badge(quiet), 'off')
    await quiet.close()
  })

  test('ends where somebody switches the site on', async () => {
    await popup.click('button', 'Everywhere')
    await untilOff(first)
    await untilEqual(
      'off',
      async () => (await popup.text()).includes('Nothing is marked: paused.'),
      true,
    )
    await popup.click('switch', 'one.test')
    await untilOn(first)
    await untilOn(second)
  })

  test('of a tab holds on its next page, which says so though it names nobody', async () => {
    const listed = () =>
      inExtension(
        rig,
        first,
        async (api) => (await api.scripting.getRegisteredContentScripts()).length,
      )
    const page = await openPaused('http://five.test/report.html')
    await page.goto('http://five.test/elsewhere.html')
    await untilEqual('badge', () => rig.badge(page), 'off')
    await page.close()
    await untilEqual('scripts that say where a page has opened', listed, 0)
  })

  test('of a tab ends with the tab', async () => {
    const page = await openPaused('http://four.test/report.html')
    await page.close()
    await untilEqual('what is stored', () => stored('session'), { name: 'none' })
  })
})
