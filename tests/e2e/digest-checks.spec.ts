import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { registryNames } from './harness/marks.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { until, untilEqual } from './harness/until.ts'
import type { View } from './harness/view.ts'

/** A page that quotes, counts and tells of old events: `claims.html`. */
describe('what the digest says of a page’s claims', () => {
  let rig: Rig
  let digest: View | undefined
  beforeAll(async () => {
    rig = await startRig()
  })
  afterAll(() => rig.close())
  afterEach(async () => {
    await digest?.close()
    digest = undefined
  })

  const openBeside = async (path: string) => {
    const page = await rig.open(rig.site.origin + path)
    digest = await rig.openDigest(page)
    return { page, panel: digest }
  }
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

  test('an entry shows its place in the page while it is pointed at', async () => {
    const { page, panel } = await openBeside('/claims.html')
    await until('mentions', () => panel.evaluate(() => document.querySelector('.mention') !== null))
    const send = (type: string) =>
      panel.evaluate((type) => {
        const { FocusEvent } = document.defaultView ?? {}
        if (FocusEvent) document.querySelector('.mention')?.dispatchEvent(new FocusEvent(type))
      }, type)
    await send('focus')
    await until('the place is lit', async () =>
      (await registryNames(page)).includes('source-context-flash'),
    )
    await send('blur')
    await until(
      'the light is out',
      async () => !(await registryNames(page)).includes('source-context-flash'),
    )
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
