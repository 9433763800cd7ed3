import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { readMarks, untilMarks } from './harness/marks.ts'
import { callBackground } from './harness/own-api.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { until, untilEqual } from './harness/until.ts'
import { untilCard, untilNoCard } from './harness/card.ts'
import { hover, leave } from './harness/pointer.ts'
import type { Json } from './harness/view.ts'

const PAGE = `<!doctype html><meta charset="utf-8"><title>Three paragraphs</title>
  <body style="font: 18px/2 sans-serif; background: #fff; color: #000">
  <p id="one">In spring Huawei sold more phones than ZTE did.</p>
  <p id="two">In summer ZTE sold more phones than Huawei did.</p>
  <p id="three">The Pentagon banned phones by Huawei from its shops.</p>`

const SHADOW = `<!doctype html><meta charset="utf-8"><title>A shadow tree</title>
  <p id="one">Outside stood ZTE.</p><div id="host"></div>
  <script>
    const root = document.getElementById('host').attachShadow({ mode: 'open' })
    root.innerHTML = '<p id="inner">Inside stood ZTE.</p>'
  </script>`

/** Waits for a style; the error shows the one that was there instead. */
async function untilSeen(what: string, read: () => Promise<string>, expected: RegExp) {
  let last = ''
  await until(what, async () => expected.test((last = await read()))).catch(() =>
    expect(last, what).toMatch(expected),
  )
}

describe('marks as they are chosen', () => {
  let rig: Rig
  let page: Page
  beforeAll(async () => {
    rig = await startRig()
    rig.site.put('/chosen.html', PAGE)
    rig.site.put('/shadow.html', SHADOW)
    page = await rig.open('http://chosen.test/chosen.html')
    await untilTexts(ALL)
  })
  afterAll(() => rig.close())
  afterEach(async () => {
    await edit({
      choices: {
        density: 'every',
        markHuawei: true,
        markZte: true,
        markAction: true,
        look: 'both',
        colourHuawei: '#c25218',
        colourZte: '#0e8494',
        colourAction: '#7a68d6',
      },
    })
    await untilTexts(ALL)
    await untilEqual('the usual marks', () => paint('one', 'huawei'), USUAL)
  })

  const USUAL = 'rgba(234, 88, 12, 0.2) underline rgb(194, 82, 24)'
  const ALL = ['Huawei', 'ZTE', 'ZTE', 'Huawei', 'Pentagon banned', 'Huawei']
  const edit = (change: Json) => callBackground(rig, page, 'editSettings', change)
  const texts = async () => {
    await page.bringToFront()
    return (await readMarks(page)).map((it) => it.text)
  }
  const untilTexts = (expected: string[]) => untilEqual('marks', texts, expected)
  const untilBadge = (text: string) => untilEqual('badge', () => rig.badge(page), text)
  /** How a kind of mark is painted in an element, also in the shadow tree. */
  const paint = (id: string, kind: string, where = page) =>
    where.evaluate(
      (id, kind) => {
        const element =
          document.getElementById(id) ??
          document.getElementById('host')?.shadowRoot?.getElementById(id)
        if (!element) throw new Error(`no ${id}`)
        const style = getComputedStyle(element, `::highlight(source-context-${kind})`)
        return [style.backgroundColor, style.textDecorationLine, style.textDecorationColor].join(
          ' ',
        )
      },
      id,
      kind,
    )

  test('the first in each paragraph', async () => {
    await edit({ choices: { density: 'paragraph' } })
    await untilTexts(['Huawei', 'ZTE', 'Pentagon banned'])
    await untilBadge('6')
    await page.evaluate(() => document.getElementById('one')?.remove())
    await untilTexts(['ZTE', 'Pentagon banned'])
    await page.reload()
    await untilTexts(['Huawei', 'ZTE', 'Pentagon banned'])
  })

  test('the first on the page, and no card on the others', async () => {
    await edit({ choices: { density: 'page' } })
    await untilTexts(['Huawei'])
    await untilBadge('6')
    await hover(page, 'Huawei')
    await untilCard(page, 'Huawei')
    await leave(page)
    await untilNoCard(page)
    await page.evaluate(() => document.body.prepend('ZTE came first.'))
    await untilTexts(['ZTE'])
    await page.reload()
  })

  test('none: the badge counts all the same', async () => {
    await edit({ choices: { density: 'none' } })
    await untilTexts([])
    await untilBadge('6')
    await page.reload()
    await untilBadge('6')
    expect(await texts()).toEqual([])
  })

  test('each kind on or off', async () => {
    await edit({ choices: { markZte: false } })
    await untilTexts(['Huawei', 'Huawei', 'Pentagon banned', 'Huawei'])
    await untilBadge('4')
    await edit({ choices: { markHuawei: false, markZte: true } })
    await untilTexts(['ZTE', 'ZTE', 'Pentagon banned'])
    await edit({ choices: { markHuawei: true, markAction: false } })
    await untilTexts(ALL.filter((it) => it !== 'Pentagon banned'))
  })

  test('a kind that is off is off from the first moment of a page', async () => {
    await edit({ choices: { markZte: false } })
    await untilBadge('4')
    const other = await rig.open('http://chosen.test/report.html')
    await untilMarks(other, 'huawei', ['Huawei', 'Huawei'])
    await untilMarks(other, 'zte', [])
    await other.close()
  })

  test('a name that is no match on a site is hidden there, and nowhere else', async () => {
    const name = { site: '*.chosen.test', kind: 'company', name: 'zte' }
    await edit({ hidden: [{ ...name, state: 'hidden' }] })
    await untilTexts(['Huawei', 'Huawei', 'Pentagon banned', 'Huawei'])
    const elsewhere = await rig.open('http://elsewhere.test/chosen.html')
    await untilMarks(elsewhere, 'zte', ['ZTE', 'ZTE'])
    await elsewhere.close()
    await edit({ hidden: [{ ...name, state: 'unset' }] })
    await untilTexts(ALL)
  })

  test.each([
    ['underline', /^(rgba\(0, 0, 0, 0\)|transparent) underline rgb\(1, 2, 3\)$/],
    ['background', /^rgba\(1, 2, 3, 0\.2\) none /],
    ['both', /^rgba\(1, 2, 3, 0\.2\) underline rgb\(1, 2, 3\)$/],
  ])(
    'as %s in a chosen colour, in shadow trees too, at once and after a reload',
    async (look, expected) => {
      const shadow = await rig.open('http://chosen.test/shadow.html')
      const seen = (id: string) => paint(id, 'zte', shadow)
      await until('marks', async () => (await seen('inner')).includes('underline'))
      const before = await shadow.evaluate(() => document.documentElement.outerHTML)
      const sheets = () =>
        shadow.evaluate(() => document.styleSheets.length + document.adoptedStyleSheets.length)
      const had = await sheets()
      await edit({ choices: { look, colourZte: '#010203' } })
      for (const id of ['one', 'inner'])
        await untilSeen(`${look} in ${id}`, () => seen(id), expected)
      // The page has neither a node nor a style sheet more than before.
      expect(await shadow.evaluate(() => document.documentElement.outerHTML)).toBe(before)
      expect(await sheets()).toBe(had)
      // A tab that nobody looks at is not read.
      await shadow.bringToFront()
      await shadow.reload()
      for (const id of ['one', 'inner'])
        await untilSeen(`${look} in ${id}`, () => seen(id), expected)
      await shadow.close()
    },
  )

  test('are as usual again when the usual is chosen', async () => {
    for (const colourHuawei of ['#010203', '#040506', '#070809'])
      await edit({ choices: { colourHuawei } })
    await until('the last colour', async () => (await paint('one', 'huawei')).includes('7, 8, 9'))
    await edit({ choices: { colourHuawei: '#c25218' } })
    await untilEqual('the usual marks', () => paint('one', 'huawei'), USUAL)
  })
})

describe('only on these sites', () => {
  let rig: Rig
  beforeAll(async () => {
    rig = await startRig()
  })
  afterAll(() => rig.close())

  test('everything is off but what is listed', async () => {
    const listed = await rig.open('http://www.listed.test/report.html')
    const other = await rig.open('http://other.test/report.html')
    await untilMarks(other, 'zte', ['ZTE', 'ZTE'])
    await callBackground(rig, other, 'editSettings', { choices: { mode: 'listed' } })
    await untilMarks(listed, 'zte', [])
    await untilMarks(other, 'zte', [])
    const popup = await rig.openPopup(listed)
    await until('it says why', async () => (await popup.text()).includes('not on your list'))
    await popup.click('switch', 'listed.test')
    await listed.bringToFront()
    await untilMarks(listed, 'zte', ['ZTE', 'ZTE'])
    await untilEqual('badge', () => rig.badge(other), 'off')
    const quiet = await rig.open('http://quiet.listed.test/elsewhere.html')
    await untilEqual('badge of a listed page without mentions', () => rig.badge(quiet), '')
    const unlisted = await rig.open('http://quiet.other.test/elsewhere.html')
    await untilEqual('badge of an unlisted page', () => rig.badge(unlisted), 'off')
    await popup.close()
  })
})
