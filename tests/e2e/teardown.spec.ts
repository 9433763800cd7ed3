import type { Page } from 'puppeteer-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { untilCard } from './harness/card.ts'
import { sendCommand } from './harness/commands.ts'
import { holdBackground } from './harness/hold-background.ts'
import { untilMarks } from './harness/marks.ts'
import { leftBehind, oursIn, startCounted, tracesIn } from './harness/ours.ts'
import { hover } from './harness/pointer.ts'
import { browserUnderTest, type Rig } from './harness/rig.ts'
import { until, untilEqual } from './harness/until.ts'

/** What hears that the site is switched on again, or that the page comes back from the history. */
const EARS = ['listener pagehide', 'listener pageshow']

/** How long the background is kept from answering, in ms: longer than it takes to take a frame away. */
const BUSY_MS = 2500

/** No observer, timer, range or listener of ours outlives its reason. All of them are counted. */
describe('teardown', () => {
  let rig: Rig
  beforeEach(async () => {
    rig = await startCounted()
  })
  afterEach(() => rig.close())

  const open = async () => {
    const page = await rig.open('http://daily.test/report.html')
    await untilMarks(page, 'zte', ['ZTE', 'ZTE'])
    await untilMarks(page, 'action', ['Pentagon ordered'])
    return page
  }
  /** Has everything at work that can be: a card, a mention stepped to, a digest that follows. */
  const useAll = async (page: Page) => {
    await page.evaluate(() => {
      const host = document.createElement('section')
      document.body.append(host)
      host.attachShadow({ mode: 'open' }).innerHTML = '<p>Here is ZTE.</p>'
    })
    await until('marks in the shadow tree', () =>
      page.evaluate(() => CSS.highlights.get('source-context-zte')?.size === 3),
    )
    await sendCommand(rig, page, 'stepMention', 1)
    const digest = await rig.openDigest(page)
    await until('the digest', async () => (await digest.text()).includes('Pentagon'))
    await page.bringToFront()
    await hover(page, 'Pentagon ordered')
    await untilCard(page)
    return digest
  }
  const switchSite = async (page: Page, done: () => Promise<unknown>) => {
    const popup = await rig.openPopup(page)
    await until('the site’s name', async () => (await popup.text()).includes('daily.test'))
    await popup.click('switch', 'daily.test')
    // The popup stands in a tab here; a page behind it is not painted.
    await page.bringToFront()
    await done()
    await popup.close()
  }
  const kindsIn = async (page: Pick<Page, 'evaluate'>) => [...new Set(await oursIn(page))]

  test('the count sees what is there', async () => {
    const page = await open()
    await hover(page, 'Pentagon ordered')
    await untilCard(page)
    const kinds = await kindsIn(page)
    for (const kind of ['MutationObserver', 'IntersectionObserver', 'listener pointermove'])
      expect(kinds).toContain(kind)
    await until('a timer', async () => (await kindsIn(page)).includes('setTimeout'))
    expect(await tracesIn(page)).toEqual([
      'source-context-action',
      'source-context-huawei',
      'source-context-zte',
      'source-context-card',
    ])
  })

  test('a site that is switched off keeps only what hears that it is switched on', async () => {
    const page = await open()
    const digest = await useAll(page)
    await switchSite(page, () => untilEqual('traces', () => tracesIn(page), []))
    await digest.close()
    await untilEqual('what is left', () => kindsIn(page), EARS)
  })

  test('switching off and on leaves no more behind each time', async () => {
    const page = await open()
    const counts = new Set<string>()
    for (let turn = 0; turn < 3; turn += 1) {
      await switchSite(page, () => untilMarks(page, 'zte', []))
      await untilEqual('what is left', () => kindsIn(page), EARS)
      counts.add(String((await oursIn(page))?.length))
      await switchSite(page, () => untilMarks(page, 'zte', ['ZTE', 'ZTE']))
    }
    expect([...counts]).toHaveLength(1)
  })

  test('an extension that is gone leaves nothing in the page', async () => {
    const page = await open()
    await hover(page, 'Pentagon ordered')
    await untilCard(page)
    await removeExtension(rig)
    if (rig.name === 'chromium') {
      await untilEqual('what is left', () => oursIn(page), [])
      await untilEqual('traces', () => tracesIn(page), [])
      return
    }
    // Firefox ends scripts and styles itself, without a word to anybody: nothing can answer, and no
    // mark shows. The registry's empty names and an open card are what no extension can take back.
    await untilEqual('what is left', () => oursIn(page).then((it) => it ?? null), null)
    await untilEqual(
      'the colour of marks',
      () =>
        page.evaluate(() => {
          const [paragraph] = document.querySelectorAll('p')
          const style = paragraph && getComputedStyle(paragraph, '::highlight(source-context-zte)')
          return style?.backgroundColor
        }),
      'rgba(0, 0, 0, 0)',
    )
  })

  // Chromium brings a new version's scripts to new documents only.
  test.skipIf(browserUnderTest() === 'chromium')(
    'a new version takes over what an old one left',
    async () => {
      const page = await open()
      await rig.badge(page)
      const own = await rig.findOwnPage('/manifest.json')
      await own.evaluate(() => {
        const { browser } = globalThis as unknown as { browser: { runtime: { reload(): void } } }
        setTimeout(() => browser.runtime.reload())
      })
      await page.bringToFront()
      await page.evaluate(() => document.querySelector('#first')?.remove())
      await page.evaluate(() => document.body.append('A last word on ZTE.'))
      await until('marks of the new version', () =>
        page.evaluate(() => {
          const texts = [...(CSS.highlights.get('source-context-zte') ?? [])].map(
            ({ startContainer }) => startContainer.nodeValue ?? '',
          )
          return texts.some((text) => text.startsWith('A last word'))
        }),
      )
    },
  )

  test('a page that gave no cause lets go of an extension that is gone when it changes', async () => {
    const page = await rig.open('http://daily.test/elsewhere.html')
    await until('the gate watches', async () => (await kindsIn(page)).includes('MutationObserver'))
    await removeExtension(rig)
    await page.evaluate(() => document.body.append('A new line.'))
    await until('it is over', async () => ((await oursIn(page)) ?? []).length === 0)
  })

  test('a document that is gone leaves nothing', async () => {
    const page = await open()
    await hover(page, 'Pentagon ordered')
    await untilCard(page)
    // A page that listens for its end is not kept for the way back.
    await page.evaluate(() => addEventListener('unload', () => undefined))
    await page.goto('http://daily.test/elsewhere.html')
    await untilEqual('what is left', () => leftBehind(page), '[]')
  })

  test('a frame that is taken away leaves nothing', async () => {
    rig.site.put('/framed', '<iframe src="/report.html" width="900" height="600"></iframe>')
    const page = await rig.open('http://daily.test/framed')
    const frame = page.frames().find((it) => it.url().endsWith('/report.html'))
    await until('marks in the frame', () =>
      frame?.evaluate(() => CSS.highlights.get('source-context-zte')?.size === 2),
    )
    await page.evaluate(() => document.querySelector('iframe')?.remove())
    expect(await leftBehind(page)).toBe('[]')
  })

  test('a frame that is taken away before its gate was opened leaves nothing', async () => {
    rig.site.put('/framed', '<iframe src="/elsewhere.html"></iframe>')
    const page = await rig.open('http://daily.test/framed')
    const frame = page.frames().find((it) => it.url().endsWith('/elsewhere.html'))
    if (!frame) throw new Error('the page has no frame')
    await until('its gate watches', async () => (await kindsIn(frame)).includes('MutationObserver'))
    await holdBackground(rig, page, BUSY_MS)
    await frame.evaluate(() => document.body.append('Here is ZTE.'))
    await until('it has asked', async () => !(await kindsIn(frame)).includes('MutationObserver'))
    await page.evaluate(() => document.querySelector('iframe')?.remove())
    expect(await leftBehind(page)).toBe('[]')
  })
})

/** Takes the extension away, and leaves its scripts in the page, as an update does too. */
async function removeExtension(rig: Rig): Promise<void> {
  const id =
    browserUnderTest() === 'chromium'
      ? new URL(rig.origin).host
      : 'source-context@source-context.example'
  await rig.browser.uninstallExtension(id)
}
