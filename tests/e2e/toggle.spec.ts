import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { untilMarks } from './harness/marks.ts'
import { callBackground } from './harness/own-api.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { until, untilEqual } from './harness/until.ts'
import { startVariant } from './harness/variant.ts'

describe('toggle', () => {
  let rig: Rig
  beforeAll(async () => {
    rig = await startRig()
  })
  afterAll(() => rig.close())

  test('one click in the popup takes the marks away without a reload, another brings them back', async () => {
    const page = await rig.open('http://daily.test/report.html')
    await untilMarks(page, 'zte', ['ZTE', 'ZTE'])
    await untilEqual('badge', () => rig.badge(page), '5')
    await page.evaluate(() => (document.body.dataset['same'] = 'yes'))

    const popup = await rig.openPopup(page)
    await until('the site’s name', async () => (await popup.text()).includes('daily.test'))
    await popup.click('switch', 'daily.test')
    await until('it says so', async () => (await popup.text()).includes('Nothing is marked'))
    await untilMarks(page, 'zte', [])
    await untilMarks(page, 'huawei', [])
    await untilMarks(page, 'action', [])
    await untilEqual('badge', () => rig.badge(page), 'off')

    const again = await rig.openPopup(page)
    await again.click('switch', 'daily.test')
    // The popup stands in a tab here; a page behind it is not painted.
    await page.bringToFront()
    await untilMarks(page, 'zte', ['ZTE', 'ZTE'])
    await untilEqual('badge', () => rig.badge(page), '5')
    expect(await page.evaluate(() => document.body.dataset['same'])).toBe('yes')
    await popup.close()
    await again.close()
  })

  test('off is remembered for the whole site and for no other', async () => {
    const page = await rig.open('http://monthly.test/report.html')
    const popup = await rig.openPopup(page)
    await until('the site’s name', async () => (await popup.text()).includes('monthly.test'))
    await popup.click('switch', 'monthly.test')
    await untilEqual('badge', () => rig.badge(page), 'off')
    await popup.close()

    await page.reload()
    await untilEqual('badge after a reload', () => rig.badge(page), 'off')
    await untilMarks(page, 'zte', [])
    const sibling = await rig.open('http://monthly.test/long.html')
    await untilEqual('badge on another page', () => rig.badge(sibling), 'off')
    await untilMarks(sibling, 'huawei', [])
    const elsewhere = await rig.open('http://yearly.test/report.html')
    await untilMarks(elsewhere, 'zte', ['ZTE', 'ZTE'])
  })

  test('all tabs of a site follow at once', async () => {
    const first = await rig.open('http://evening.test/report.html')
    const second = await rig.open('http://evening.test/long.html')
    await untilMarks(second, 'huawei', ['Huawei'])
    const popup = await rig.openPopup(first)
    await until('the site’s name', async () => (await popup.text()).includes('evening.test'))
    await popup.click('switch', 'evening.test')
    await untilMarks(first, 'zte', [])
    await untilMarks(second, 'huawei', [])
    await popup.close()
  })

  test('the popup shows how much the page mentions', async () => {
    const page = await rig.open('http://morning.test/report.html')
    const popup = await rig.openPopup(page)
    const counts = () =>
      popup.evaluate(() =>
        [...document.querySelectorAll('.counts dd')].map((it) => Number(it.textContent)),
      )
    await untilEqual('counts', counts, [2, 2, 1])
    await popup.close()
  })

  test('the badge follows the page as it changes', async () => {
    const page = await rig.open('http://noon.test/report.html')
    await untilEqual('badge', () => rig.badge(page), '5')
    await page.evaluate(() => document.body.append('A last word on Huawei.'))
    await untilEqual('badge', () => rig.badge(page), '6')
  })
})

/** Firefox answers when all its processes have; one that is busy holds that up. */
describe('a browser that is slow to take the list of sites', () => {
  const QUIET = 'http://slow.test/elsewhere.html'
  const site = '*.slow.test'
  const startSlow = async (register: string) => {
    const rig = await startVariant(
      'background.js',
      (code) => `{
        const { scripting } = globalThis.browser ?? globalThis.chrome
        const register = scripting.registerContentScripts.bind(scripting)
        scripting.registerContentScripts = (list) => ${register}
      };${code}`,
    )
    onTestFinished(() => rig.close())
    return rig
  }

  test('has the badges right meanwhile', async () => {
    const rig = await startSlow('new Promise(() => {})')
    const page = await rig.open(QUIET)
    await callBackground(rig, page, 'switchSite', { site, off: true })
    await untilEqual('badge', () => rig.badge(page), 'off')
  })

  test('has the badge of a page right that opened meanwhile', async () => {
    const rig = await startSlow(
      'new Promise((done) => setTimeout(done, 3000)).then(() => register(list))',
    )
    const before = await rig.open(QUIET)
    await callBackground(rig, before, 'switchSite', { site, off: true })
    await untilEqual('badge of a page before', () => rig.badge(before), 'off')
    const page = await rig.open(`${QUIET}?meanwhile`)
    await untilEqual('badge', () => rig.badge(page), 'off')
  })
})
