import { describe, expect, test } from 'vitest'
import { digestSpec } from './harness/digest.ts'
import { registryNames } from './harness/marks.ts'
import { until, untilEqual } from './harness/until.ts'
import type { View } from './harness/view.ts'

/** A page that quotes, counts and tells of old events: `claims.html`. */
describe('what the digest says of a page’s claims', () => {
  const spec = digestSpec()
  const { openBeside } = spec
  const checks = (panel: View) =>
    panel.evaluate(() =>
      [...document.querySelectorAll('.check')].map((it) => ({
        verdict: it.querySelector('.pill')?.textContent ?? '',
        only: [...it.querySelectorAll('del, ins')].map((part) => part.lastChild?.textContent ?? ''),
      })),
    )

  test('quotations are held against the sources, and those in no source are not listed', async () => {
    const { panel } = await openBeside('/claims.html')
    const found = await until('checks', async () => {
      const all = (await checks(panel)).filter((it) => it.verdict !== '')
      return all.length > 0 && all
    })
    expect(found).toEqual([
      { verdict: 'altered', only: ['unacceptable', 'enormous'] },
      { verdict: 'another speaker', only: [] },
      { verdict: 'shortened, and marked so', only: ['based on their own'] },
    ])
    expect(await panel.text()).not.toContain('fisherman')
  })

  test('quotations are found in marks of every kind', async () => {
    const words = 'It provides the capacity to maliciously modify or steal information'
    const marked = ['“”', '""', '«»', '»«', '„“', '‘’', "''", '「」', '『』', '‹›', '＂＂'].map(
      ([open, close]) => `<p>He wrote: ${open}${words}${close}</p>`,
    )
    const quoted = [
      `<p>He wrote: <q>${words}</q>.</p>`,
      `<blockquote>${words}.</blockquote>`,
      `<blockquote><p>“${words}.”</p><footer>A man</footer></blockquote>`,
      `<p>He wrote: “<em>It provides</em> the&nbsp;capacity to mali&shy;ciously <b>modify</b> or steal information”</p>`,
    ]
    spec.rig.site.put(
      '/marks.html',
      `<!doctype html><meta charset="utf-8"><title>Marks</title>${[...marked, ...quoted].join('')}`,
    )
    const { panel } = await openBeside('/marks.html')
    await untilEqual(
      'verdicts',
      async () => (await checks(panel)).map((it) => it.verdict),
      [...marked, ...quoted].map(() => 'identical'),
    )
  })

  test('a quotation is shown on the page', async () => {
    const { page, panel } = await openBeside('/claims.html')
    await panel.click('button', 'Show on page')
    await until('the place is lit', async () =>
      (await registryNames(page)).includes('source-context-flash'),
    )
  })

  test('an amount that differs stands beside the sources’', async () => {
    const { panel } = await openBeside('/claims.html')
    const values = await until('figures', async () => {
      const all = await panel.evaluate(() =>
        [...document.querySelectorAll('.check.differ dt')].map((it) => it.textContent ?? ''),
      )
      return all.length > 0 && all
    })
    expect(values[0]).toBe('$892 million')
    expect(values).toContain('$1.19 billion')
  })

  test('the page’s own date stands on the time line, beside what it tells as new', async () => {
    const { panel } = await openBeside('/claims.html')
    await until('the date', async () => (await panel.text()).includes('14 Jun 2019'))
    await panel.click('tab', 'Timeline')
    await until('the mark', () =>
      panel.evaluate(() => document.querySelector('.this-page') !== null),
    )
    const note = await panel.evaluate(() => document.querySelector('.old-news')?.textContent ?? '')
    expect(note).toMatch(/dated 14 Jun 2019.*Defense.*May 2018/)
  })

  test('arrows go from event to event, and the table follows', async () => {
    const { panel } = await openBeside('/claims.html')
    await panel.click('tab', 'Timeline')
    await until('points', () => panel.evaluate(() => document.querySelector('.point') !== null))
    const press = (key: string) =>
      panel.evaluate((key) => {
        const point = document.querySelector<SVGElement>('.point[tabindex="0"]')
        const KeyEvent = document.defaultView?.KeyboardEvent
        if (KeyEvent) point?.dispatchEvent(new KeyEvent('keydown', { key, bubbles: true }))
      }, key)
    const chosen = () =>
      panel.evaluate(() =>
        [...document.querySelectorAll('.events tbody tr')].findIndex((it) =>
          it.classList.contains('chosen'),
        ),
      )
    await press('End')
    const last = await until('the last event', async () => {
      const at = await chosen()
      return at > 0 && at
    })
    await press('ArrowLeft')
    await untilEqual('the one before', chosen, last - 1)
  })

  test('Enter on an event opens its row in the table, with its quotes', async () => {
    const { panel } = await openBeside('/claims.html')
    await panel.click('tab', 'Timeline')
    const open = () =>
      panel.evaluate(() => document.querySelectorAll('.events details[open]').length)
    await until('points', () => panel.evaluate(() => document.querySelector('.point.lit') !== null))
    expect(await open()).toBe(0)
    await panel.evaluate(() => {
      const point = document.querySelector<SVGElement>('.point.lit')
      const KeyEvent = document.defaultView?.KeyboardEvent
      if (KeyEvent) point?.dispatchEvent(new KeyEvent('keydown', { key: 'Enter', bubbles: true }))
    })
    await untilEqual('one row is open', open, 1)
    const name = await panel.evaluate(() => ({
      row: document.querySelector('.events tr.chosen h3')?.textContent ?? '',
      point: document.querySelector('.point.chosen')?.getAttribute('aria-label') ?? '',
    }))
    expect(name.point.startsWith(name.row)).toBe(true)
    expect(name.point).toContain('on this page')
  })

  test('a filter that leaves no event says so, and is taken back with one click', async () => {
    const { panel } = await openBeside('/claims.html')
    await panel.click('tab', 'Timeline')
    const rows = () => panel.evaluate(() => document.querySelectorAll('.events tbody tr').length)
    const all = await until('events', async () => (await rows()) || undefined)
    await panel.choose('Agency', 'FTC')
    await untilEqual('its events', rows, 1)
    await panel.choose('Kind of action', 'ban')
    await until('the notice', async () =>
      (await panel.text()).includes('No event has all of these'),
    )
    await panel.click('button', 'Show all events')
    await untilEqual('all events', rows, all)
  })

  test('a search is narrowed by its filters', async () => {
    const { panel } = await openBeside('/claims.html')
    await panel.click('tab', 'Search')
    await until('the search box', async () => (await panel.names('searchbox')).length > 0)
    await panel.fill('Huawei')
    const outlets = () =>
      panel.evaluate(() => [
        ...new Set([...document.querySelectorAll('.hits .cite')].map((it) => it.textContent ?? '')),
      ])
    await until('hits', async () => (await outlets()).length > 2)
    await panel.choose('Document', 'The Inquirer, 4 May 2018')
    await until('those of one document', async () => {
      const now = await outlets()
      return now.length > 0 && now.every((it) => it.includes('The Inquirer'))
    })
  })

  test('filters narrow the time line to what has all of it', async () => {
    const { panel } = await openBeside('/claims.html')
    await panel.click('tab', 'Timeline')
    const rows = () => panel.evaluate(() => document.querySelectorAll('.events tbody tr').length)
    const all = await until('events', async () => (await rows()) || undefined)
    await panel.evaluate(() => {
      const choice = document.querySelector<HTMLSelectElement>('[aria-label="Company"]')
      const ChangeEvent = document.defaultView?.Event
      if (!choice || !ChangeEvent) throw new Error('no choice of companies')
      choice.value = 'zte'
      choice.dispatchEvent(new ChangeEvent('change', { bubbles: true }))
    })
    const some = await until('fewer events', async () => {
      const now = await rows()
      return now < all && now
    })
    expect(some).toBeGreaterThan(0)
    const names = await panel.evaluate(() =>
      [...document.querySelectorAll('.events td > h3')].map((it) => it.textContent ?? ''),
    )
    expect(names.filter((it) => !it.includes('ZTE'))).toEqual([])
  })

  test('a quotation that comes later without any mention is checked, and leaves with its text', async () => {
    const { page, panel } = await openBeside('/report.html', 'Shops on bases')
    expect(await checks(panel)).toEqual([])
    await page.evaluate(() => {
      const late = document.createElement('p')
      late.id = 'late'
      late.textContent =
        'He wrote: “It provides the capacity to maliciously modify or steal information.”'
      document.body.append(late)
    })
    await untilEqual('the check', () => checks(panel), [{ verdict: 'identical', only: [] }])
    await page.evaluate(() => document.querySelector('#late')?.remove())
    await untilEqual('no check', () => checks(panel), [])
  })

  test.each([
    ['meta', '<meta property="article:published_time" content="2020-02-03T10:00:00Z">', ''],
    ['time', '', '<article><header><time datetime="2020-02-03">lately</time></header></article>'],
    ['only-time', '', '<p><time datetime="2020-02-03T07:00:00.000Z">lately</time></p>'],
    [
      'json-of-an-article',
      `<script type="application/ld+json">[
        {"@type": "Review", "datePublished": "2021-05-06"},
        {"@type": "NewsArticle", "datePublished": "2020-02-03"}]</script>
       <meta name="date" content="2022-07-08">`,
      '<time datetime="2023-09-10">lately</time>',
    ],
    [
      'json-in-a-wrapper',
      '<script type="application/ld+json"><![CDATA[{"datePublished": "2020-02-03"}]]></script>',
      '',
    ],
  ])('a page’s own date is read from its %s', async (name, head, body) => {
    spec.rig.site.put(
      `/${name}.html`,
      `<!doctype html><title>Dated</title>${head}${body}<p>The Pentagon ordered shops to stop selling phones by Huawei.</p>`,
    )
    const { panel } = await openBeside(`/${name}.html`, '3 Feb 2020')
    await panel.click('tab', 'Timeline')
    await until('the mark', () =>
      panel.evaluate(() => document.querySelector('.this-page')?.textContent === 'this page'),
    )
  })

  test('an entry shows its place in the page while it is pointed at or has the focus', async () => {
    const { page, panel } = await openBeside('/claims.html', 'altered')
    const isLit = async () => (await registryNames(page)).includes('source-context-flash')
    await panel.point('button', 'The Pentagon ordered')
    await until('the place is lit', isLit)
    await panel.point('tab', 'Search')
    const send = (type: string) =>
      panel.evaluate((type) => {
        const { FocusEvent } = document.defaultView ?? {}
        if (FocusEvent) document.querySelector('.mention')?.dispatchEvent(new FocusEvent(type))
      }, type)
    await send('blur')
    await until('the light is out', async () => !(await isLit()))
    await send('focus')
    await until('the place is lit again', isLit)
  })

  test('the way to a mention is smooth', async () => {
    const { page, panel } = await openBeside('/long.html', 'Far below')
    await page.evaluate(() => {
      const seen = new Set<number>()
      Object.assign(globalThis, { seen })
      addEventListener('scroll', () => seen.add(scrollY))
    })
    await panel.click('button', 'Pentagon banned')
    await until('it is there', () =>
      page.evaluate(() => {
        const box = document.querySelector('#deep')?.getBoundingClientRect()
        return box !== undefined && box.top >= 0 && box.bottom <= innerHeight
      }),
    )
    const stops = await page.evaluate(
      () => (globalThis as unknown as { seen: Set<number> }).seen.size,
    )
    expect(stops).toBeGreaterThan(2)
  })

  test('the mention at the reading position is marked as the page scrolls', async () => {
    const { page, panel } = await openBeside('/long.html')
    const here = () =>
      panel.evaluate(() => document.querySelector('[aria-current="location"]')?.textContent ?? '')
    await until('the first one', async () => (await here()).includes('At the top'))
    await page.evaluate(() => document.querySelector('#deep')?.scrollIntoView({ block: 'start' }))
    await until('the one below', async () => (await here()).includes('Far below'))
  })
})
