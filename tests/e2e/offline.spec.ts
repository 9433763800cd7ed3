import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clickInCard, untilCard } from './harness/card.ts'
import { untilMarks } from './harness/marks.ts'
import { inExtension } from './harness/own-api.ts'
import { hover } from './harness/pointer.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { until } from './harness/until.ts'
import { startVariant } from './harness/variant.ts'

/** Every request of the whole browser goes through a proxy that writes it down. */
describe('offline', () => {
  let rig: Rig
  beforeAll(async () => {
    rig = await startRig()
  })
  afterAll(() => rig.close())

  test('a whole session asks for the page and for nothing else', async () => {
    const page = await rig.open(`${rig.site.origin}/report.html`)
    await untilMarks(page, 'zte', ['ZTE', 'ZTE'])
    await untilMarks(page, 'action', ['Pentagon ordered'])
    await hover(page, 'Pentagon ordered')
    await untilCard(page)
    await clickInCard(page, 'Copy citation')
    await untilCard(page, 'Citation copied')
    await clickInCard(page, 'Show in source')
    const reader = await rig.findOwnPage('/reader.html')
    await until('the document', () =>
      reader.evaluate(() => document.querySelector('mark') !== null),
    )
    await reader.close()

    const digest = await rig.openDigest(page)
    await until('the digest', async () => (await digest.text()).includes('Pentagon'))
    await digest.click('tab', 'Search')
    await digest.fill('Pentagon')
    await until('passages', async () => (await digest.names('button')).includes('Show in source'))
    await digest.click('tab', 'Timeline')
    await digest.close()

    const popup = await rig.openPopup(page)
    await until('the popup', async () => (await popup.text()).includes('127.0.0.1'))
    await popup.close()

    expect(rig.traffic.elsewhere()).toEqual([])
    expect(rig.site.requests.filter((path) => path !== '/favicon.ico')).toEqual(['/report.html'])
  })

  test('the record would show a request to anywhere else', async () => {
    const page = await rig.open(`${rig.site.origin}/report.html`)
    const addresses = ['http://elsewhere.example/plain', 'https://elsewhere.example/secret']
    await page.evaluate(
      (all) => Promise.all(all.map((it) => fetch(it, { mode: 'no-cors' }).catch(() => undefined))),
      addresses,
    )
    const urls = rig.traffic.elsewhere().map((it) => it.url)
    expect(urls).toContain('http://elsewhere.example/plain')
    expect(urls).toContain('elsewhere.example:443')
  })

  test('our own policy lets no page of ours ask anywhere else', async () => {
    const page = await rig.open(`${rig.site.origin}/report.html`)
    const address = `${rig.site.origin}/report.html?asked`
    const asked = inExtension(rig, page, async (_api, url) => (await fetch(url)).status, address)
    await expect(asked).rejects.toThrow()
    expect(rig.traffic.byExtension()).toEqual([])
  })
})

// Firefox does not say of a request that an extension asked.
describe.skipIf(process.env['E2E_BROWSER'] === 'firefox')('without that policy', () => {
  let rig: Rig
  beforeAll(async () => {
    rig = await startVariant('manifest.json', withoutPolicy)
  })
  afterAll(() => rig.close())

  test('the record would show what the extension itself asks for, the page’s own site included', async () => {
    const page = await rig.open(`${rig.site.origin}/report.html`)
    expect(rig.traffic.byExtension()).toEqual([])
    const address = `${rig.site.origin}/report.html?asked`
    await inExtension(rig, page, async (_api, url) => (await fetch(url)).status, address)
    expect(rig.traffic.byExtension().map((it) => it.url)).toEqual([address])
    // Asked on purpose: closing would fail.
    rig.traffic.requests.length = 0
  })
})

function withoutPolicy(text: string): string {
  const { content_security_policy: _policy, ...manifest } = JSON.parse(text) as Record<
    string,
    unknown
  >
  return JSON.stringify(manifest)
}
