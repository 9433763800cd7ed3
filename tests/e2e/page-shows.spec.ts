import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { untilWords } from './harness/mark-words.ts'
import { startRig, type Rig } from './harness/rig.ts'

/** Whatever hides text or brings it to light: nothing hidden is marked, everything shown is. */
describe('what is hidden and shown', () => {
  let rig: Rig
  let page: Page
  beforeAll(async () => {
    rig = await startRig()
    rig.site.put('/shows', PAGE)
    page = await rig.open(`${rig.site.origin}/shows`)
  })
  afterAll(() => rig.close())

  /** What a page’s script, or its reader, does to show Huawei and to hide it again. */
  const WAYS: [string, (page: Page, show: boolean) => Promise<unknown>][] = [
    ['an attribute', (it, show) => set(it, 'hidden', show ? null : '')],
    ['a class', (it, show) => set(it, 'class', show ? null : 'away')],
    ['a class further up', (it, show) => set(it, 'class', show ? null : 'away', 'main')],
    ['a style', (it, show) => set(it, 'style', show ? null : 'display: none')],
    [
      'a style that leaves the room',
      (it, show) => set(it, 'style', show ? '' : 'visibility: hidden'),
    ],
    [
      'an attribute of the page’s own',
      (it, show) => set(it, 'data-state', show ? 'open' : 'closed'),
    ],
    ['an attribute that helps readers', (it, show) => set(it, 'aria-expanded', String(show))],
    [
      'a style sheet',
      (it, show) =>
        it.evaluate((off) => {
          document.querySelector('#late')?.remove()
          const style = document.createElement('style')
          style.id = 'late'
          style.textContent = off ? '#it { display: none }' : ''
          document.head.append(style)
        }, !show),
    ],
    [
      'a rule put into a style sheet',
      (it, show) =>
        it.evaluate((off) => {
          const [sheet] = document.styleSheets
          if (off) sheet?.insertRule('#it { display: none }', 0)
          else sheet?.deleteRule(0)
        }, !show),
    ],
    [
      'a checkbox',
      (it, show) =>
        it.evaluate((off) => {
          const box = document.querySelector<HTMLInputElement>('#fold')
          if (box) box.checked = off
        }, !show),
    ],
    [
      'details',
      (it, show) =>
        it.evaluate((open) => {
          const text = document.querySelector('#it')
          const details = document.querySelector('details')
          if (text && details) details.append(text)
          details?.toggleAttribute('open', open)
        }, show),
    ],
  ]

  test.each(WAYS)('by %s', async (_way, turn) => {
    await untilWords(page, ['Huawei', 'ZTE'])
    await turn(page, false)
    await untilWords(page, ['ZTE'])
    await turn(page, true)
    await untilWords(page, ['Huawei', 'ZTE'])
  })

  const PARTINGS: [string, (page: Page, parted: boolean) => Promise<unknown>][] = [
    ['a style', (it, on) => set(it, 'style', on ? 'display: block' : null, '#half')],
    [
      'a style sheet',
      (it, on) =>
        it.evaluate(
          (text) => {
            const style = document.querySelector('#sheet')
            if (style) style.textContent = text
          },
          `#half { ${on ? 'display: block' : ''} }`,
        ),
    ],
  ]
  test.each(PARTINGS)(
    'a name that %s parts is none until it is whole again',
    async (_way, part) => {
      await page.evaluate(() => {
        document
          .querySelector('#wide')
          ?.insertAdjacentHTML(
            'afterend',
            '<style id="sheet"></style><p id="broken"><b id="half">Hua</b>wei here.</p>',
          )
      })
      await untilWords(page, ['Huawei', 'Huawei', 'ZTE'])
      await part(page, true)
      await untilWords(page, ['Huawei', 'ZTE'])
      await part(page, false)
      await untilWords(page, ['Huawei', 'Huawei', 'ZTE'])
      await page.evaluate(() =>
        document.querySelectorAll('#sheet, #broken').forEach((it) => it.remove()),
      )
      await untilWords(page, ['Huawei', 'ZTE'])
    },
  )

  test('text whose element has no box of its own shows where its parent does', async () => {
    await page.evaluate(() => {
      document
        .querySelector('#wide')
        ?.insertAdjacentHTML(
          'afterend',
          '<section id="around"><p style="display: contents">Without a box: Huawei.</p></section>',
        )
    })
    await untilWords(page, ['Huawei', 'Huawei', 'ZTE'])
    await set(page, 'style', 'display: none', '#around')
    await untilWords(page, ['Huawei', 'ZTE'])
    await set(page, 'style', null, '#around')
    await untilWords(page, ['Huawei', 'Huawei', 'ZTE'])
    await page.evaluate(() => document.querySelector('#around')?.remove())
    await untilWords(page, ['Huawei', 'ZTE'])
  })

  test('a popover is marked while it shows', async () => {
    await page.evaluate(() => document.querySelector<HTMLElement>('#pop')?.showPopover())
    await untilWords(page, ['Huawei', 'Huawei', 'ZTE'])
    await page.evaluate(() => document.querySelector<HTMLElement>('#pop')?.hidePopover())
    await untilWords(page, ['Huawei', 'ZTE'])
  })

  test('a dialog is marked while it shows', async () => {
    await page.evaluate(() => document.querySelector('dialog')?.showModal())
    await untilWords(page, ['Huawei', 'ZTE', 'ZTE'])
    await page.evaluate(() => document.querySelector('dialog')?.close())
    await untilWords(page, ['Huawei', 'ZTE'])
  })

  test('text that waits for a wide window is marked in one', async () => {
    const before = page.viewport()
    await page.setViewport({ width: 1400, height: 720 })
    await untilWords(page, ['Huawei', 'ZTE', 'ZTE'])
    if (before) await page.setViewport(before)
    await untilWords(page, ['Huawei', 'ZTE'])
  })
})

const PAGE = `<!doctype html><head><style>
  .away, [data-state="closed"], [aria-expanded="false"], #fold:checked ~ main { display: none }
  #wide { display: none } @media (min-width: 1300px) { #wide { display: block } }
  </style></head><body><p>Here is ZTE.</p><input type="checkbox" id="fold">
  <main><p id="it">Here is Huawei.</p></main><details><summary>More</summary></details>
  <div popover="manual" id="pop">Up comes Huawei.</div><dialog>Up comes ZTE.</dialog>
  <p id="wide">There is room for ZTE.</p>`

/** Sets an attribute, or takes it away. */
function set(page: Page, name: string, value: string | null, selector = '#it'): Promise<void> {
  return page.evaluate(
    (at, attribute, to) => {
      const element = document.querySelector(at)
      if (to === null) element?.removeAttribute(attribute)
      else element?.setAttribute(attribute, to)
    },
    selector,
    name,
    value,
  )
}
