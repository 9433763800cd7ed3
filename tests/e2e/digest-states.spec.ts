import { describe, expect, test } from 'vitest'
import { faultsIn } from './harness/axe.ts'
import { digestSpec, readCounts } from './harness/digest.ts'
import { untilSaid } from './harness/digest-said.ts'
import { startVariant } from './harness/variant.ts'
import { until, untilEqual } from './harness/until.ts'
import { pageView } from './harness/view.ts'

const NAMED_TABS = ['Timeline', 'Sources', 'Search']

describe('every state of the digest is accessible', () => {
  const spec = digestSpec()

  test.each([
    ['claims checked', '/claims.html', 'as in the sources'],
    ['no mention', '/elsewhere.html', 'No mention on this page'],
    ['a few mentions', '/long.html', 'Far below'],
  ])('%s', async (_name, path, words) => {
    const { panel } = await spec.openChecked(path, words)
    expect(await faultsIn(panel)).toEqual([])
  })

  test.each(NAMED_TABS)('%s of a page with claims, everything open', async (tab) => {
    const { panel } = await spec.openChecked('/claims.html', 'altered')
    await panel.click('tab', tab)
    await until('the pane', async () => (await panel.names('heading')).length > 1)
    await panel.evaluate(() => {
      for (const it of document.querySelectorAll('details')) it.open = true
    })
    expect(await faultsIn(panel)).toEqual([])
  })

  test('a search that finds nothing', async () => {
    const { panel } = await spec.openChecked('/report.html', 'Shops on bases')
    await panel.click('tab', 'Search')
    await until('the search box', async () => (await panel.names('searchbox')).length > 0)
    await panel.fill('zzzz qqqq')
    await untilSaid(panel, 'No passage')
    expect(await faultsIn(panel)).toEqual([])
  })

  test.each(['by company', 'by agency', 'in reading order'])('mentions %s', async (order) => {
    const { panel } = await spec.openChecked('/claims.html', 'altered')
    await panel.choose('Order of the mentions', order)
    expect(await faultsIn(panel)).toEqual([])
  })

  test('a page that is still loading, until it is there', async () => {
    const finish = spec.rig.site.hold('/slow.html', '<!doctype html><title>Slow</title><p>ZTE')
    const { page, panel } = await spec.openChecked('/report.html', 'Shops on bases')
    const there = page.goto(`${spec.rig.site.origin}/slow.html`)
    await untilSaid(panel, 'Reading the page')
    expect(await faultsIn(panel)).toEqual([])
    finish()
    await there
    await untilEqual('counts', () => readCounts(panel), [0, 1, 0])
  })

  test('a site that is off', async () => {
    const { panel } = await spec.openChecked('http://weekly.test/report.html', 'Shops on bases')
    await panel.click('switch', 'weekly.test')
    await untilSaid(panel, 'Off on weekly.test')
    expect(await faultsIn(panel)).toEqual([])
    await panel.click('tab', 'Sources')
    await untilSaid(panel, 'The Inquirer')
  })

  test('claims, in the dark', async () => {
    const { page } = await spec.openChecked('/claims.html', 'altered')
    const tab = await spec.rig.openDigestTab(page)
    await spec.rig.setScheme(tab, 'dark')
    const panel = pageView(tab)
    await untilSaid(panel, 'altered')
    expect(await faultsIn(panel)).toEqual([])
    await panel.click('tab', 'Timeline')
    await untilSaid(panel, 'Events in the sources'.toUpperCase())
    expect(await faultsIn(panel)).toEqual([])
    await spec.rig.setScheme(tab, 'light')
    await tab.close()
  })

  test('the narrowest sidebar, where nothing is cut', async () => {
    const path = '/commission.html'
    spec.rig.site.put(
      path,
      `<!doctype html><title>Commission</title>
       <p>The US-China Economic and Security Review Commission warned of Huawei and ZTE in a report.</p>
       <p>The US Department of Commerce banned exports to ZTE.</p>`,
    )
    const { page } = await spec.openChecked(path, 'Commission')
    const tab = await spec.rig.openDigestTab(page)
    await tab.setViewport({ width: 230, height: 700 })
    const panel = pageView(tab)
    await until('headings', () => tab.evaluate(() => document.querySelector('.group') !== null))
    const cut = await tab.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.group')]
        .filter((it) => it.scrollHeight > it.clientHeight || it.scrollWidth > it.clientWidth)
        .map((it) => it.textContent),
    )
    expect(cut).toEqual([])
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(230)
    await untilSaid(panel, 'Export')
    await panel.click('button', 'Export')
    const left = await tab.evaluate(
      () => document.querySelector('.export ul')?.getBoundingClientRect().left ?? -1,
    )
    expect(left).toBeGreaterThanOrEqual(0)
    expect(await faultsIn(panel)).toEqual([])
    await tab.close()
  })

  test('the menu of exports, which closes with Escape', async () => {
    const { panel } = await spec.openChecked('/claims.html', 'altered')
    await panel.click('button', 'Export')
    await until('the menu', async () => (await panel.names('button')).includes('JSON, everything'))
    expect(await faultsIn(panel)).toEqual([])
    await panel.evaluate(() =>
      document
        .querySelector('.export')
        ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
    )
    await until(
      'it is closed',
      async () => !(await panel.names('button')).includes('JSON, everything'),
    )
  })

  test('a page to print, which holds all of it', async () => {
    const { panel } = await spec.openChecked('/claims.html', 'altered')
    await panel.click('button', 'Export')
    await panel.click('button', 'A page to print')
    const printed = pageView(await spec.rig.findOwnPage('/sidepanel.html?print'))
    await untilSaid(printed, 'What the page mentions')
    const text = await printed.text()
    expect(text).toContain('Quotations checked')
    expect(text).toMatch(/SHA-256 [0-9a-f]{64}/)
    expect(await faultsIn(printed)).toEqual([])
    await printed.close()
  })

  test('the reader, at a passage and where there is none', async () => {
    const { panel } = await spec.openChecked('/report.html', 'Shops on bases')
    await panel.click('tab', 'Search')
    await until('the search box', async () => (await panel.names('searchbox')).length > 0)
    await panel.fill('Eastburn evaluating')
    await panel.click('button', 'Show in source')
    const page = await spec.rig.findOwnPage('/reader.html')
    const reader = pageView(page)
    await until('the passage', () => page.evaluate(() => document.querySelector('mark') !== null))
    expect(await faultsIn(reader)).toEqual([])
    await page.evaluate(() => void (location.hash = '#nowhere'))
    await untilSaid(reader, 'cannot be shown')
    expect(await faultsIn(reader)).toEqual([])
    await reader.close()
  })
})

describe('without an index', () => {
  const spec = digestSpec(() => startVariant('index.json', () => '{"schemaVersion": 1'))

  test('every pane says that the sources cannot be read, and offers to try again', async () => {
    const { panel } = await spec.openChecked('/report.html', 'The sources cannot be read')
    for (const tab of NAMED_TABS) {
      await panel.click('tab', tab)
      await untilSaid(panel, 'The sources cannot be read')
      expect(await panel.names('button')).toContain('Try again')
    }
    expect(await faultsIn(panel)).toEqual([])
  })
})

/** What the browser makes of a manifest whose right to read pages the user has withheld. */
function withoutAccess(manifest: string): string {
  const { host_permissions: hosts, content_scripts: _none, ...rest } = JSON.parse(manifest)
  return JSON.stringify({ ...rest, optional_host_permissions: hosts })
}

/** Chromium lets no script take away what the manifest asks for; Firefox has the next test. */
describe.skipIf(process.env['E2E_BROWSER'] === 'firefox')('without the right to read pages', () => {
  const spec = digestSpec(() => startVariant('manifest.json', withoutAccess))

  test('the digest says so and offers to ask for it, and the sources still work', async () => {
    const { panel } = await spec.openChecked('/report.html', 'No page may be read')
    expect(await panel.names('button')).toContain('Allow reading pages')
    expect(await faultsIn(panel)).toEqual([])
    await panel.click('tab', 'Sources')
    await untilSaid(panel, 'The Inquirer')
  })
})

/** Chromium has the test before this one. */
describe.skipIf(process.env['E2E_BROWSER'] !== 'firefox')('when the right is taken away', () => {
  const spec = digestSpec()

  test('the digest says so and offers to ask for it, and the sources still work', async () => {
    const { page, panel } = await spec.openChecked('/report.html', 'Shops on bases')
    const helper = await spec.rig.findOwnPage('/manifest.json')
    await helper.evaluate(async () => {
      const { browser } = globalThis as unknown as {
        browser: { permissions: { remove(of: object): Promise<boolean> } }
      }
      await browser.permissions.remove({ origins: ['<all_urls>'] })
    })
    await page.reload()
    await untilSaid(panel, 'No page may be read')
    expect(await panel.names('button')).toContain('Allow reading pages')
    expect(await faultsIn(panel)).toEqual([])
    await panel.click('tab', 'Sources')
    await untilSaid(panel, 'The Inquirer')
  })
})
