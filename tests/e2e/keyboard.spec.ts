import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCard, untilCard, untilNoCard } from './harness/card.ts'
import { sendCommand } from './harness/commands.ts'
import { untilMarks } from './harness/marks.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { until, untilEqual } from './harness/until.ts'

describe('keyboard', () => {
  let rig: Rig
  beforeAll(async () => {
    rig = await startRig()
  })
  afterAll(() => rig.close())
  const open = async (path = '/report.html') => {
    const page = await rig.open(rig.site.origin + path)
    await untilMarks(page, 'action', ['Pentagon ordered'])
    return page
  }
  /** The words that are outlined. */
  const current = (page: Page) =>
    page.evaluate(() =>
      [...(CSS.highlights.get('source-context-current') ?? [])].map((part) => {
        const range = document.createRange()
        range.setStart(part.startContainer, part.startOffset)
        range.setEnd(part.endContainer, part.endOffset)
        return range.toString()
      }),
    )
  const chord = async (page: Page) => {
    await page.keyboard.down('Alt')
    await page.keyboard.down('Shift')
    await page.keyboard.press('KeyO')
    await page.keyboard.up('Shift')
    await page.keyboard.up('Alt')
  }
  const focused = async (page: Page) =>
    (await readCard(page))?.elements.find((it) => it.focused)?.name
  /** Only Chromium lets a driver see what a screen reader is told. */
  const untilSaid = async (page: Page, text: string) => {
    await until('an announcer', () =>
      page.evaluate(() => document.querySelector('source-context-announcer') !== null),
    )
    if (rig.name === 'firefox') return
    await until(`it is said: ${text}`, async () =>
      JSON.stringify(await page.accessibility.snapshot({ interestingOnly: false })).includes(text),
    )
  }
  const isInCard = (page: Page) =>
    page.evaluate(() => document.activeElement?.localName === 'source-context-card')

  test('next and previous go through the mentions in reading order, and round', async () => {
    const page = await open()
    const seen: string[] = []
    for (const by of [1, 1, 1, -1, -1, -1] as const) {
      const before = JSON.stringify(await current(page))
      await sendCommand(rig, page, 'stepMention', by)
      await until('another mention', async () => JSON.stringify(await current(page)) !== before)
      seen.push(...(await current(page)))
    }
    expect(seen).toEqual(['Pentagon ordered', 'Huawei', 'ZTE', 'Huawei', 'Pentagon ordered', 'ZTE'])
  })

  test('a mention out of sight is brought into view', async () => {
    const page = await rig.open(`${rig.site.origin}/long.html`)
    await untilMarks(page, 'huawei', ['Huawei'])
    await sendCommand(rig, page, 'stepMention', 1)
    await sendCommand(rig, page, 'stepMention', 1)
    await untilEqual('the second', () => current(page), ['Pentagon banned'])
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1000)
  })

  test('the step is read out politely, and leaves nothing in the page that is seen', async () => {
    const page = await open()
    await sendCommand(rig, page, 'stepMention', 1)
    await untilSaid(page, 'Pentagon ordered, agency action. Mention 1 of 5.')
    await chord(page)
    await untilSaid(page, 'Sources on Pentagon ordered are open.')
    const size = await page.evaluate(() => {
      const box = document.querySelector('source-context-announcer')?.getBoundingClientRect()
      return box && box.width * box.height
    })
    expect(size).toBeLessThanOrEqual(1)
  })

  test('what is read out is no mention of the page', async () => {
    const page = await open()
    await untilEqual('the badge', () => rig.badge(page), '5')
    await sendCommand(rig, page, 'stepMention', -1)
    await untilEqual('the last', () => current(page), ['ZTE'])
    await untilSaid(page, 'ZTE, company.')
    // Text of the page’s own, so that it is read again.
    await page.evaluate(() => {
      const line = document.createElement('p')
      line.textContent = 'More was sold by Huawei.'
      document.body.append(line)
    })
    await untilEqual('the badge', () => rig.badge(page), '6')
    expect(await page.evaluate(() => CSS.highlights.get('source-context-zte')?.size)).toBe(2)
  })

  test('the chord opens the card at the current mention, Tab goes in, Escape back', async () => {
    const page = await open()
    await page.evaluate(() => {
      const field = document.createElement('button')
      field.id = 'own'
      field.textContent = 'Subscribe'
      document.body.prepend(field)
      field.focus()
    })
    await sendCommand(rig, page, 'stepMention', 1)
    await untilEqual('the first', () => current(page), ['Pentagon ordered'])
    await chord(page)
    await untilCard(page, 'Pentagon ordered')
    expect(await isInCard(page)).toBe(false)
    await page.keyboard.press('Tab')
    await until('the focus in the card', () => isInCard(page))
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Pin this card')
    await page.keyboard.press('Escape')
    await untilNoCard(page)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('own')
    expect(await current(page)).toEqual(['Pentagon ordered'])
    await page.keyboard.press('Escape')
    expect(await current(page)).toEqual([])
  })

  test('Tab goes through the card and out of it again, backwards too', async () => {
    const page = await open()
    await sendCommand(rig, page, 'stepMention', 1)
    await untilEqual('the first', () => current(page), ['Pentagon ordered'])
    await chord(page)
    await untilCard(page)
    await page.keyboard.press('Tab')
    const names: (string | undefined)[] = []
    await until('the last button', async () => {
      await page.keyboard.press('Tab')
      names.push(await focused(page))
      return names.at(-1) === 'Off on this site'
    })
    expect(names).toContain('Copy citation')
    await page.keyboard.press('Tab')
    await until('the focus out of the card', async () => !(await isInCard(page)))
    await chord(page)
    await until('the focus in the card', () => isInCard(page))
    await page.keyboard.down('Shift')
    await page.keyboard.press('Tab')
    await page.keyboard.up('Shift')
    await until('the focus out of the card', async () => !(await isInCard(page)))
  })

  test('behind the card Tab goes on where one was in the page', async () => {
    const page = await open()
    await page.evaluate(() => {
      for (const id of ['after', 'own']) {
        const button = document.createElement('button')
        button.id = id
        button.textContent = id
        document.body.prepend(button)
      }
      document.querySelector<HTMLElement>('#own')?.focus()
    })
    await sendCommand(rig, page, 'stepMention', 1)
    await untilEqual('the first', () => current(page), ['Pentagon ordered'])
    await chord(page)
    await untilCard(page)
    await page.keyboard.press('Tab')
    await until('the focus in the card', () => isInCard(page))
    await until('the last button', async () => {
      await page.keyboard.press('Tab')
      return (await focused(page)) === 'Off on this site'
    })
    await page.keyboard.press('Tab')
    await untilEqual('the next', () => page.evaluate(() => document.activeElement?.id), 'after')
  })

  test('the chord opens the card at the text cursor', async () => {
    const page = await open()
    await page.evaluate(() => {
      const text = document.querySelector('#second')?.firstChild
      if (text) getSelection()?.collapse(text, (text.textContent ?? '').indexOf('ZTE') + 1)
    })
    await chord(page)
    await untilCard(page, '“ZTE”')
  })

  test('the command of the same name does as the chord', async () => {
    const page = await open()
    await sendCommand(rig, page, 'stepMention', -1)
    await untilEqual('the last', () => current(page), ['ZTE'])
    await sendCommand(rig, page, 'openCard')
    await untilCard(page, '“ZTE”')
  })

  test('where there is nothing to open, the chord is the page’s own', async () => {
    const page = await open()
    await page.evaluate(() =>
      addEventListener('keydown', ({ code }) => (document.body.dataset['heard'] = code)),
    )
    await chord(page)
    expect(await page.evaluate(() => document.body.dataset['heard'])).toBe('KeyO')
  })

  test('keys pressed in the card are not heard by the page', async () => {
    const page = await open()
    await page.evaluate(() => {
      document.body.dataset['heard'] = ''
      addEventListener('keydown', ({ key }) => (document.body.dataset['heard'] += `${key} `))
    })
    await sendCommand(rig, page, 'stepMention', 1)
    await untilEqual('the first', () => current(page), ['Pentagon ordered'])
    await sendCommand(rig, page, 'openCard')
    await untilCard(page)
    await page.keyboard.press('Tab')
    await until('the focus in the card', () => isInCard(page))
    await page.keyboard.press('j')
    expect(await page.evaluate(() => document.body.dataset['heard'])).toBe('')
  })

  test('the outline stands out: its ground and its lines differ from the marks’', async () => {
    const page = await open()
    await sendCommand(rig, page, 'stepMention', 1)
    await untilEqual('the first', () => current(page), ['Pentagon ordered'])
    const style = await page.evaluate(() => {
      const element = document.querySelector('#first')
      if (!element) return null
      const { backgroundColor, textDecorationLine } = getComputedStyle(
        element,
        '::highlight(source-context-current)',
      )
      return { backgroundColor, textDecorationLine }
    })
    expect(style).toEqual({
      backgroundColor: 'rgb(26, 86, 196)',
      textDecorationLine: 'underline overline',
    })
  })

  // Firefox’s driver does not change what a page is told of the reader’s system.
  test.skipIf(process.env['E2E_BROWSER'] === 'firefox')(
    'in forced colours, where all marks have one ground, it has a frame, and loses it again',
    async () => {
      const page = await open()
      const session = await page.createCDPSession()
      await session.send('Emulation.setEmulatedMedia', {
        features: [{ name: 'forced-colors', value: 'active' }],
      })
      await sendCommand(rig, page, 'stepMention', 1)
      await untilEqual('the first', () => current(page), ['Pentagon ordered'])
      const framed = () =>
        page.evaluate(() => document.querySelector('source-context-outline:popover-open') !== null)
      expect(await framed()).toBe(true)
      await page.keyboard.press('Escape')
      expect(await framed()).toBe(false)
    },
  )
})
