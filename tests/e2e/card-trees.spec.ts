import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clickInCard, readCard, untilCard, untilNoCard, type Box } from './harness/card.ts'
import { boxOfText, hover, leave } from './harness/pointer.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { until } from './harness/until.ts'

const page = (body: string) =>
  `<!doctype html><meta charset="utf-8"><title>Trees</title>
   <style>body { margin: 60px; font: 18px/1.6 serif }</style>${body}`
const LINE = '<p>The Pentagon banned phones by ZTE.</p>'

/** Pages whose text stands in shadow trees, grows without end, or goes under a modal dialog. */
describe('the card in pages that are more than one tree, or never the same', () => {
  let rig: Rig
  beforeAll(async () => {
    rig = await startRig()
  })
  afterAll(() => rig.close())

  const open = async (path: string, body: string) => {
    rig.site.put(path, page(body))
    const opened = await rig.open(rig.site.origin + path)
    await untilMarked(opened)
    return opened
  }

  test.each(['open', 'closed'] as const)('in a shadow tree that is %s', async (mode) => {
    const opened = await open(
      `/shadow-${mode}`,
      `<p>Outside.</p><news-item></news-item><script>
        const outer = document.querySelector('news-item').attachShadow({ mode: '${mode}' })
        outer.innerHTML = '<style>p { color: green }</style><section><news-text></news-text></section>'
        const inner = outer.querySelector('news-text').attachShadow({ mode: '${mode}' })
        inner.innerHTML = ${JSON.stringify(LINE)}
      </script>`,
    )
    const mark = await boxOfMark(opened)
    await opened.mouse.move(mark.x + 30, mark.y + mark.height / 2, { steps: 10 })
    const { box } = await untilCard(opened, '“Pentagon banned”')
    expect(box.y >= mark.y + mark.height || box.y + box.height <= mark.y).toBe(true)
    await clickInCard(opened, 'Copy citation')
    await untilCard(opened, 'opied')
    await leave(opened)
    await untilNoCard(opened)
  })

  test('on text that scrolling has brought, and while more of it comes', async () => {
    const opened = await open(
      '/endless',
      `${LINE}<div id="feed"></div><div id="end"></div><script>
        let count = 0
        const add = () => {
          for (let line = 0; line < 20; line += 1) {
            const p = document.createElement('p')
            p.textContent = 'Item ' + (count += 1) + ': the FBI warned of phones by Huawei.'
            document.querySelector('#feed').append(p)
          }
        }
        globalThis.add = add
        new IntersectionObserver(add, { rootMargin: '200px' }).observe(document.querySelector('#end'))
      </script>`,
    )
    const grown = (items: number) =>
      until(`${items} items`, () =>
        opened.evaluate((least) => document.querySelectorAll('#feed p').length >= least, items),
      )
    await opened.mouse.move(500, 300)
    for (const items of [40, 60]) {
      await opened.evaluate(() => scrollTo(0, document.body.scrollHeight))
      await grown(items)
    }
    // Only what is near the window is marked.
    await boxOfText(opened, 'FBI warned', 39)
    await until('what scrolling has brought is marked', () =>
      opened.evaluate(() =>
        [...(CSS.highlights.get('source-context-action') ?? [])].some((part) =>
          part.startContainer.textContent?.startsWith('Item 40:'),
        ),
      ),
    )
    // A scroll that is told of late is no time to open anything.
    await opened.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    )
    await hover(opened, 'FBI warned', 39)
    await untilCard(opened)
    const before = await opened.evaluate(() => document.querySelectorAll('#feed p').length)
    await opened.evaluate(() => (globalThis as unknown as { add(): void }).add())
    await grown(before + 20)
    expect(await readCard(opened)).toBeDefined()
  })

  test('something that loads above the mention and moves it away closes the card', async () => {
    const opened = await open('/late', `<div id="late" style="overflow-anchor: none"></div>${LINE}`)
    await hover(opened, 'Pentagon banned')
    await untilCard(opened)
    await opened.evaluate(() => {
      const late = document.querySelector<HTMLElement>('#late')
      if (late) late.style.height = '120px'
    })
    await untilNoCard(opened)
  })

  test('a pinned card goes with the reader into a modal dialog, and out again', async () => {
    const opened = await open(
      '/modal',
      `${LINE}<dialog><p>Sign in?</p><button>No</button></dialog>`,
    )
    await pinCard(opened)
    await opened.evaluate(() => document.querySelector('dialog')?.showModal())
    await until('it is in the dialog', async () => (await parentOfCard(opened)) === 'DIALOG')
    await expectUsable(opened)
    await opened.evaluate(() => document.querySelector('dialog')?.close())
    await until('it is in the page', async () => (await parentOfCard(opened)) === 'HTML')
    await expectUsable(opened)
    await opened.evaluate(() => document.querySelector('dialog')?.showModal())
    await until('it is in the dialog', async () => (await parentOfCard(opened)) === 'DIALOG')
    await clickInCard(opened, 'Close')
    await untilNoCard(opened)
    expect(await opened.evaluate(() => document.querySelector('dialog')?.open)).toBe(true)
  })

  test('an open card that a modal dialog covers closes', async () => {
    const opened = await open('/covered', `${LINE}<dialog><button>OK</button></dialog>`)
    await hover(opened, 'Pentagon banned')
    await untilCard(opened)
    await opened.evaluate(() => document.querySelector('dialog')?.showModal())
    await untilNoCard(opened)
  })

  test('a pinned card stays in reach when something of the page fills the screen', async () => {
    const opened = await open(
      '/full',
      `<main style="background:#fff">${LINE}<button>Full</button></main>`,
    )
    await opened.evaluate(() => {
      document.querySelector('button')?.addEventListener('click', () => {
        void document.querySelector('main')?.requestFullscreen()
      })
    })
    await pinCard(opened)
    await opened.click('button')
    await until('full screen', () => opened.evaluate(() => document.fullscreenElement !== null))
    await expectUsable(opened)
    await opened.evaluate(() => document.exitFullscreen())
    await until('no full screen', () => opened.evaluate(() => document.fullscreenElement === null))
    await until('it is in the page', async () => (await parentOfCard(opened)) === 'HTML')
    await untilCard(opened, 'pinned')
    await expectUsable(opened)
  })

  test('a pinned card that the page throws away leaves its mention free for another', async () => {
    const opened = await open('/swept', LINE)
    await pinCard(opened)
    await opened.evaluate(() => document.querySelector('source-context-card')?.remove())
    await hover(opened, 'Pentagon banned')
    await untilCard(opened, '“Pentagon banned”')
  })
})

async function pinCard(opened: Page): Promise<void> {
  await hover(opened, 'Pentagon banned')
  await untilCard(opened)
  await clickInCard(opened, 'Pin this card')
  await untilCard(opened, 'pinned')
  await leave(opened)
}

function parentOfCard(opened: Page): Promise<string | undefined> {
  return opened.evaluate(
    () => document.querySelector('source-context-card')?.parentElement?.tagName,
  )
}

/** On top of all else, and its buttons do what they say. */
async function expectUsable(opened: Page): Promise<void> {
  await until('it is on top', async () => {
    const card = await readCard(opened)
    if (!card) return false
    const { x, y, width, height } = card.box
    return opened.evaluate(
      (left, top) => document.elementFromPoint(left, top)?.localName === 'source-context-card',
      x + width / 2,
      y + height / 2,
    )
  })
  await clickInCard(opened, 'Copy citation')
  await untilCard(opened, 'opied')
}

async function untilMarked(opened: Page): Promise<void> {
  await until('marks', () =>
    opened.evaluate(() => (CSS.highlights.get('source-context-action')?.size ?? 0) > 0),
  )
}

/** The first action's first line, wherever it stands. */
function boxOfMark(opened: Page): Promise<Box> {
  return opened.evaluate(() => {
    const [part] = CSS.highlights.get('source-context-action') ?? []
    const range = document.createRange()
    if (part) {
      range.setStart(part.startContainer, part.startOffset)
      range.setEnd(part.endContainer, part.endOffset)
    }
    const { x, y, width, height } = range.getBoundingClientRect()
    return { x, y, width, height }
  })
}
