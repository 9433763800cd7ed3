import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inWindow, untilOrAnew } from './harness/firefox.ts'
import { readMarks, untilMarks } from './harness/marks.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { sourcesView } from './harness/sources-page.ts'
import { until } from './harness/until.ts'
import { pageView } from './harness/view.ts'

const ID = 'source-context@source-context.example'

/** Windows whose history is not kept: the person decides in the browser whether an extension sees them. */
describe('private windows', () => {
  let rig: Rig
  beforeAll(async () => {
    rig = await startRig()
  })
  afterAll(() => rig.close())

  test('are left alone until the person allows them', async () => {
    // Firefox's driver opens tabs in the window in front, so this one comes first.
    const seen = await rig.open(`${rig.site.origin}/elsewhere.html`)
    const hidden = await openPrivately(rig, `${rig.site.origin}/report.html?hidden`)
    await seen.goto(`${rig.site.origin}/report.html`)
    await untilMarks(seen, 'action', ['Pentagon ordered'])
    expect(await readMarks(hidden)).toEqual([])
    await Promise.all([hidden.close(), seen.close()])
  })

  // Chromium lets no script, and no policy of a test, allow an extension there.
  test.skipIf(process.env['E2E_BROWSER'] !== 'firefox')(
    'are marked once allowed, and keep no sources',
    async () => {
      await inWindow(rig.browser, ALLOW)
      const page = await openPrivately(rig, `${rig.site.origin}/report.html?allowed`)
      await untilMarks(page, 'action', ['Pentagon ordered'])
      const sources = await openPrivately(rig, `${rig.origin}/sources.html`)
      await sourcesView(pageView(sources)).untilSays('keeps nothing here')
      const usual = await rig.openOwn('/manifest.json')
      expect(await usual.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
      await Promise.all([page.close(), sources.close(), usual.close()])
    },
  )
})

const ALLOW = `(async () => {
  const get = (name) => ChromeUtils.importESModule('resource://gre/modules/' + name + '.sys.mjs')
  const permissions = { permissions: ['internal:privateBrowsingAllowed'], origins: [] }
  const { extension } = WebExtensionPolicy.getByID('${ID}')
  await get('ExtensionPermissions').ExtensionPermissions.add('${ID}', permissions, extension)
  const addon = await get('AddonManager').AddonManager.getAddonByID('${ID}')
  await addon.reload()
  return true
})()`

async function openPrivately(rig: Rig, address: string): Promise<Page> {
  if (rig.name === 'chromium') {
    const proxy = { proxyServer: `127.0.0.1:${rig.traffic.port}`, proxyBypassList: ['<-loopback>'] }
    const page = await (await rig.browser.createBrowserContext(proxy)).newPage()
    await page.goto(address)
    return page
  }
  await inWindow(rig.browser, `(OpenBrowserWindow({ private: true }), true)`)
  const open = `(() => {
    const front = [...Services.wm.getEnumerator('navigator:browser')].find((one) =>
      one.PrivateBrowsingUtils?.isWindowPrivate(one) && one.gBrowserInit?.delayedStartupFinished)
    if (!front) return false
    front.gBrowser.selectedTab = front.gBrowser.addTrustedTab(${JSON.stringify(address)})
    return true
  })()`
  await until('a private window', () => inWindow(rig.browser, open))
  return untilOrAnew(rig.browser, address, async () => {
    for (const page of await rig.browser.pages())
      if ((await page.evaluate(() => location.href).catch(() => '')) === address) return page
    return undefined
  })
}
