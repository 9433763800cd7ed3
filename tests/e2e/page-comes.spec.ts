import type { Page } from 'puppeteer-core'
import { describe, expect, test } from 'vitest'
import { listedMentions } from './harness/listed-mentions.ts'
import { madePages } from './harness/made-pages.ts'
import { untilWords } from './harness/mark-words.ts'
import { browserUnderTest } from './harness/rig.ts'
import { until } from './harness/until.ts'

/** Pages on their way: streamed, prerendered, hydrated, printed, seen by nobody. */
describe('pages that come and go', () => {
  const pages = madePages('comes')
  const { open } = pages

  test('a page that is streamed is marked while it comes', async () => {
    const stream = pages.rig.site.stream('/streamed')
    const page = await pages.rig.browser.newPage()
    await page.bringToFront()
    const arrived = page.goto(`${pages.rig.site.origin}/streamed`)
    stream.write(`<!doctype html><title>Stream</title>${' '.repeat(2000)}<p>Here is ZTE.</p>`)
    await untilWords(page, ['ZTE'])
    stream.write('<p>And then Hua')
    stream.write('wei came.</p>')
    await untilWords(page, ['Huawei', 'ZTE'])
    stream.write('<p>The end.</p>')
    stream.end()
    await arrived
    await untilWords(page, ['Huawei', 'ZTE'])
  })

  test('a page that is hydrated keeps its marks, on the nodes that now stand there', async () => {
    const page = await open('<main><p>Here is <b>Huawei</b>.</p><p>Here is ZTE.</p></main>')
    await untilWords(page, ['Huawei', 'ZTE'])
    await page.evaluate(() => {
      const main = document.querySelector('main')
      // As a framework does that cannot use what the server sent.
      if (main) main.replaceChildren(...[...main.childNodes].map((it) => it.cloneNode(true)))
    })
    await until('marks on new nodes', () => marksStand(page, 2))
    await page.evaluate(() => {
      // As one does that takes over the elements and makes its own texts.
      for (const it of document.querySelectorAll('p, b'))
        for (const node of it.childNodes)
          if (node instanceof Text) node.replaceWith(document.createTextNode(node.data))
    })
    await until('marks on new texts', () => marksStand(page, 2))
    await untilWords(page, ['Huawei', 'ZTE'])
  })

  test('a list of which only a window exists is followed as it is scrolled', async () => {
    const page =
      await open(`<div id="list" style="height:300px;overflow:auto"><div style="height:30000px;position:relative"></div></div>
      <script>
        const list = document.querySelector('#list'), inner = list.firstChild, rows = []
        for (let i = 0; i < 12; i++) { const row = document.createElement('p'); row.style.cssText = 'position:absolute;margin:0;height:30px'; inner.append(row); rows.push(row) }
        const draw = () => { const first = Math.floor(list.scrollTop / 30)
          rows.forEach((row, i) => { const at = first + i; row.style.top = at * 30 + 'px'
            row.textContent = 'Row ' + at + (at % 100 === 3 ? ' on ZTE' : at % 100 === 7 ? ' on Huawei' : '') }) }
        list.addEventListener('scroll', draw); draw()
      </script>`)
    await untilWords(page, ['Huawei', 'ZTE'])
    const scroll = (row: number) =>
      page.evaluate((top) => document.querySelector('#list')?.scrollTo({ top }), row * 30)
    await scroll(50)
    await untilWords(page, [])
    await scroll(105)
    await untilWords(page, ['Huawei'])
    await scroll(0)
    await untilWords(page, ['Huawei', 'ZTE'])
  })

  // Firefox has no speculation rules, and prerenders nothing.
  test.skipIf(browserUnderTest() === 'firefox')(
    'a page that is prerendered is marked when it is shown',
    async () => {
      pages.rig.site.put('/prerendered', '<!doctype html><p>Here is Huawei.</p>')
      const rules = { prerender: [{ urls: ['/prerendered'], eagerness: 'immediate' }] }
      const page = await open(
        `<p>Here is ZTE.</p><a href="/prerendered">On</a>
         <script type="speculationrules">${JSON.stringify(rules)}</script>`,
      )
      await untilWords(page, ['ZTE'])
      await until('it is asked for', () => pages.rig.site.requests.includes('/prerendered'))
      await Promise.all([page.waitForNavigation(), page.click('a')])
      const started = await page.evaluate(() => {
        const [entry] = performance.getEntriesByType('navigation')
        return (entry as unknown as { activationStart: number }).activationStart
      })
      expect(started).toBeGreaterThan(0)
      await untilWords(page, ['Huawei'])
    },
  )

  test('printing changes no mark and leaves nothing behind', async () => {
    const page = await open(`<p>Here is ZTE.</p><p id="ink">Screen.</p><script>
      addEventListener('beforeprint', () => { ink.textContent = 'Paper by Huawei.'; document.body.dataset.printed = 'yes' })
      addEventListener('afterprint', () => { ink.textContent = 'Screen.' })</script>`)
    await untilWords(page, ['ZTE'])
    const before = await page.evaluate(() => document.body.innerHTML)
    await page.pdf()
    await page.evaluate(() => document.body.append('And Huawei.'))
    await untilWords(page, ['Huawei', 'ZTE'])
    expect(await page.evaluate(() => document.body.innerHTML)).toBe(`${before}And Huawei.`)
  })

  test('a page that nobody sees is left alone until it is shown', async () => {
    const page = await open('<p>Here is ZTE.</p>')
    await untilWords(page, ['ZTE'])
    const other = await open('<p>Here is Huawei.</p>')
    await untilWords(other, ['Huawei'])
    await until('it is hidden', () => page.evaluate(() => document.hidden))
    await page.evaluate(() => {
      document.body.append('And Huawei.')
      const host = document.createElement('section')
      document.body.append(host)
      host.attachShadow({ mode: 'open' }).innerHTML = '<p>In here is ZTE.</p>'
    })
    // The other page has been read from end to end, more than once, in the meantime.
    for (let turn = 1; turn <= 3; turn += 1) {
      await other.evaluate(() => document.body.append('And ZTE.'))
      await untilWords(other, ['Huawei', ...Array.from({ length: turn }, () => 'ZTE')])
    }
    expect(await listedMentions(pages.rig, page, other)).toHaveLength(1)
    expect(await page.evaluate(() => document.hidden)).toBe(true)
    await page.bringToFront()
    await untilWords(page, ['Huawei', 'ZTE', 'ZTE'])
  })
})

/** Whether so many marks stand on nodes that are in the page. */
function marksStand(page: Page, count: number): Promise<boolean> {
  return page.evaluate((wanted) => {
    const ranges = ['huawei', 'zte'].flatMap((kind) => [
      ...(CSS.highlights.get(`source-context-${kind}`) ?? []),
    ])
    return ranges.length === wanted && ranges.every((it) => it.startContainer.isConnected)
  }, count)
}
