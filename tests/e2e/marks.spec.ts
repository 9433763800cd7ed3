import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { markTexts, readMarks, registryNames, untilMarks } from './harness/marks.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { untilEqual } from './harness/until.ts'

describe('marks', () => {
  let rig: Rig
  beforeAll(async () => {
    rig = await startRig()
  })
  afterAll(() => rig.close())
  const open = (path: string) => rig.open(rig.site.origin + path)

  test('companies and agency actions are marked, each in its own kind', async () => {
    const page = await open('/report.html')
    await untilMarks(page, 'huawei', ['Huawei', 'Huawei'])
    await untilMarks(page, 'zte', ['ZTE', 'ZTE'])
    await untilMarks(page, 'action', ['Pentagon ordered'])
  })

  test('the page stays as it was served', async () => {
    const page = await open('/report.html')
    await untilMarks(page, 'zte', ['ZTE', 'ZTE'])
    const source = readFileSync('tests/fixtures/report.html', 'utf8')
    const [now, served] = await page.evaluate(
      (text) => [
        document.documentElement.outerHTML,
        new DOMParser().parseFromString(text, 'text/html').documentElement.outerHTML,
      ],
      source,
    )
    expect(now).toBe(served)
  })

  test('no layout moves when marks appear', async () => {
    const boxes =
      'JSON.stringify([...document.querySelectorAll("p, h1")].map((it) => it.getBoundingClientRect()))'
    const page = await open('/report.html')
    await untilMarks(page, 'zte', ['ZTE', 'ZTE'])
    const marked = await page.evaluate(boxes)
    await page.evaluate(() => CSS.highlights.clear())
    expect(await page.evaluate(boxes)).toBe(marked)
  })

  test('addresses, code, form fields, drafts and hidden text are left alone', async () => {
    const page = await open('/not-prose.html')
    await untilMarks(page, 'huawei', ['Huawei'])
    await untilMarks(page, 'zte', [])
  })

  test('a page about something else is left alone', async () => {
    const page = await open('/elsewhere.html')
    // The frame has reported itself, so the page has been read.
    await untilEqual('badge', () => rig.badge(page), '')
    await page.evaluate(() => document.body.append('The end names Huawei.'))
    await untilMarks(page, 'huawei', ['Huawei'])
    await page.reload()
    expect(await markTexts(page, 'action')).toEqual([])
  })

  test('text that is added, changed and removed is followed', async () => {
    const page = await open('/report.html')
    await untilMarks(page, 'zte', ['ZTE', 'ZTE'])
    await page.evaluate(() => {
      const added = document.createElement('p')
      added.id = 'added'
      added.textContent = 'Late in the day a note about ZTE arrived.'
      document.body.append(added)
    })
    await untilMarks(page, 'zte', ['ZTE', 'ZTE', 'ZTE'])
    await page.evaluate(() => {
      const [text] = document.querySelector('#added')?.childNodes ?? []
      if (text) text.nodeValue = 'Late in the day a note about Huawei arrived.'
    })
    await untilMarks(page, 'zte', ['ZTE', 'ZTE'])
    await untilMarks(page, 'huawei', ['Huawei', 'Huawei', 'Huawei'])
    await page.evaluate(() => document.querySelector('#first')?.remove())
    await untilMarks(page, 'huawei', ['Huawei', 'Huawei'])
    await untilMarks(page, 'action', [])
  })

  test('text that is uncovered is marked, and text that is covered is not', async () => {
    rig.site.put('/folded', '<details><summary>More</summary><p>A word on Huawei.</p></details>')
    const page = await open('/folded')
    await page.evaluate(() => document.querySelector('details')?.setAttribute('open', ''))
    await untilMarks(page, 'huawei', ['Huawei'])
  })

  test('a name that is broken over elements is one mark', async () => {
    rig.site.put('/broken', '<p>The maker <b>Hua</b><i>wei</i> spoke, then Z<wbr>TE.</p>')
    const page = await open('/broken')
    await untilMarks(page, 'huawei', ['Huawei'])
    await untilMarks(page, 'zte', ['ZTE'])
  })

  test('a strict content security policy changes nothing', async () => {
    const body = readFileSync('tests/fixtures/report.html', 'utf8')
    rig.site.put('/strict', body, { 'content-security-policy': "default-src 'none'; sandbox" })
    const page = await open('/strict')
    await untilMarks(page, 'zte', ['ZTE', 'ZTE'])
  })

  test('frames are marked too', async () => {
    rig.site.put('/frame', '<iframe src="/report.html" width="900" height="600"></iframe>')
    const page = await open('/frame')
    const frame = page.frames().find((it) => it.url().endsWith('/report.html'))
    const count = () => frame?.evaluate(() => CSS.highlights.get('source-context-zte')?.size)
    await untilEqual('marks in the frame', count, 2)
  })

  test('marks come back when the page clears the registry and goes on changing', async () => {
    const page = await open('/report.html')
    await untilMarks(page, 'zte', ['ZTE', 'ZTE'])
    await page.evaluate(() => {
      CSS.highlights.clear()
      document.body.append('A last line about ZTE.')
    })
    await untilMarks(page, 'zte', ['ZTE', 'ZTE', 'ZTE'])
  })

  test('the page’s own highlights stay', async () => {
    const page = await open('/report.html')
    await page.evaluate(() => CSS.highlights.set('search', new Highlight()))
    await untilMarks(page, 'zte', ['ZTE', 'ZTE'])
    expect(await registryNames(page)).toContain('search')
  })

  test('on a long page only what is near the viewport is registered', async () => {
    const page = await open('/long.html')
    await untilMarks(page, 'huawei', ['Huawei'])
    expect(await markTexts(page, 'zte')).toEqual([])
    await page.evaluate(() => document.querySelector('#deep')?.scrollIntoView())
    await untilMarks(page, 'zte', ['ZTE'])
    await untilMarks(page, 'action', ['Pentagon banned'])
  })

  test('a mark covers the words and nothing beside them', async () => {
    const page = await open('/report.html')
    await untilMarks(page, 'zte', ['ZTE', 'ZTE'])
    const marks = await readMarks(page)
    expect(marks.every(({ box }) => box.width > 10 && box.height > 10)).toBe(true)
    expect(marks.map(({ text }) => text)).not.toContain('ZTE’s')
  })
})
