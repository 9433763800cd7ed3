import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { digestSpec, readCounts } from './harness/digest.ts'
import { registryNames, untilMarks } from './harness/marks.ts'
import { until, untilEqual } from './harness/until.ts'

const SEEDS = readdirSync('seeds')
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(`seeds/${name}`, 'utf8'))

/** Months since the year 0 of a date such as “May 2018” in a text; `undefined` without a month. */
function monthIn(text: string): number | undefined {
  const [, month, year] = /\b([A-Z][a-z]{2}) (\d{4})/.exec(text) ?? []
  if (month === undefined) return undefined
  return new Date(`1 ${month} ${year}`).getMonth() + 12 * Number(year)
}

describe('digest', () => {
  const spec = digestSpec()
  const { openBeside } = spec

  test('the real panel counts and lists what the page beside it mentions', async () => {
    const { panel } = await openBeside('/report.html')
    await untilEqual('counts', () => readCounts(panel), [2, 2, 1])
    const text = await panel.text()
    expect(text).toContain('Shops on bases')
    expect(text).toContain('Pentagon')
    expect(await panel.names('tab')).toEqual(['This page', 'Timeline', 'Sources', 'Search'])
  })

  test('it follows the page as it changes', async () => {
    const { page, panel } = await openBeside('/report.html')
    await untilEqual('counts', () => readCounts(panel), [2, 2, 1])
    await page.evaluate(() => document.body.append('At night came a word from Huawei.'))
    await untilEqual('counts', () => readCounts(panel), [3, 2, 1])
    await page.evaluate(() => document.querySelector('#first')?.remove())
    await untilEqual('counts', () => readCounts(panel), [2, 2, 0])
  })

  test('a click on a mention scrolls to it and lights it for a moment', async () => {
    const { page, panel } = await openBeside('/long.html')
    await untilEqual('counts', () => readCounts(panel), [1, 1, 1])
    await panel.click('button', 'Pentagon banned')
    await until('the place is lit', async () =>
      (await registryNames(page)).includes('source-context-flash'),
    )
    await until('the place is in view', () =>
      page.evaluate(() => {
        const box = document.querySelector('#deep')?.getBoundingClientRect()
        return box !== undefined && box.top >= 0 && box.bottom <= innerHeight
      }),
    )
    await until(
      'the light is out',
      async () => !(await registryNames(page)).includes('source-context-flash'),
    )
  })

  test('it shows the tab in front', async () => {
    const { panel } = await openBeside('/report.html')
    await untilEqual('counts', () => readCounts(panel), [2, 2, 1])
    const other = await spec.rig.open(`${spec.rig.site.origin}/long.html`)
    await untilEqual('counts', () => readCounts(panel), [1, 1, 1])
    await other.close()
  })

  test('the time line holds the sources’ events in order of time, those on the page lit', async () => {
    const { panel } = await openBeside('/report.html')
    await untilEqual('counts', () => readCounts(panel), [2, 2, 1])
    await panel.click('tab', 'Timeline')
    const events = await until('events', async () => {
      const rows = await panel.evaluate(() =>
        [...document.querySelectorAll('.events tbody tr')].map((it) => ({
          name: it.querySelector('h3')?.textContent ?? '',
          detail: it.querySelector('th')?.textContent ?? '',
          lit: it.classList.contains('lit'),
        })),
      )
      return rows.length > 0 && rows
    })
    expect(events.length).toBeGreaterThan(5)
    expect(events.some((it) => it.lit && /Pentagon|Defense/.test(it.name))).toBe(true)
    const months = events.flatMap((it) => monthIn(it.detail) ?? [])
    expect(months.length).toBeGreaterThan(3)
    expect(months).toEqual(months.toSorted((a, b) => a - b))
  })

  test('search finds passages by words and by misspelt words, always verbatim', async () => {
    const { panel } = await openBeside('/report.html')
    await panel.click('tab', 'Search')
    await until('the search box', async () => (await panel.names('searchbox')).length > 0)
    for (const words of ['export privileges', 'Pentagn']) {
      await panel.fill(words)
      const found = await until(`passages for “${words}”`, async () => {
        const quotes = await panel.evaluate(() =>
          [...document.querySelectorAll('.hits blockquote')].map((it) => it.textContent ?? ''),
        )
        return quotes.length > 0 && quotes
      })
      const bare = found.map((it) => it.replaceAll(/^“|”$/g, ''))
      expect(bare.filter((it) => !SEEDS.some((seed) => seed.includes(it)))).toEqual([])
    }
    await panel.fill('zzzz qqqq')
    await until('an honest nothing', async () => (await panel.text()).includes('No passage'))
    const [suggestion] = await panel.evaluate(() =>
      [...document.querySelectorAll('.suggestion')].map((it) => it.textContent ?? ''),
    )
    await panel.click('button', suggestion ?? '')
    await until('what the suggestion finds', () =>
      panel.evaluate(() => document.querySelector('.hits blockquote') !== null),
    )
  })

  test('a page without a mention is called that', async () => {
    const { page, panel } = await openBeside('/elsewhere.html')
    await until('the notice', async () => (await panel.text()).includes('No mention on this page'))
    await page.evaluate(() => document.body.append('The end names Huawei.'))
    await untilEqual('counts', () => readCounts(panel), [1, 0, 0])
  })

  test('a page of the browser’s own is called unreadable, and the sources still work', async () => {
    const { panel } = await openBeside('/report.html')
    await untilEqual('counts', () => readCounts(panel), [2, 2, 1])
    const unreadable = await spec.rig.openBrowserPage()
    await until('the notice', async () => (await panel.text()).includes('cannot be read'))
    await panel.click('tab', 'Sources')
    await until('the sources', async () => (await panel.text()).includes('The Inquirer'))
    await unreadable.close()
  })

  test('a site that is off is called off, and can be switched on there', async () => {
    const { page, panel } = await openBeside('http://weekly.test/report.html')
    await untilEqual('counts', () => readCounts(panel), [2, 2, 1])
    await panel.click('switch', 'weekly.test')
    await until('the notice', async () => (await panel.text()).includes('Off on weekly.test'))
    await untilMarks(page, 'zte', [])
    await panel.click('button', 'Switch on')
    await untilEqual('counts', () => readCounts(panel), [2, 2, 1])
    await untilMarks(page, 'zte', ['ZTE', 'ZTE'])
  })
})
