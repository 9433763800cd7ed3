import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { clickInCard, readCard, untilCard, untilNoCard } from './harness/card.ts'
import { untilMarks } from './harness/marks.ts'
import { sendCommand } from './harness/commands.ts'
import { callBackground } from './harness/own-api.ts'
import { hover } from './harness/pointer.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { until, untilEqual } from './harness/until.ts'
import { pageView } from './harness/view.ts'

const ZTE = ['ZTE', 'ZTE']

describe('what is done on a card', () => {
  let rig: Rig
  let page: Page
  beforeAll(async () => {
    rig = await startRig()
  })
  afterAll(() => rig.close())
  afterEach(() => page.close())

  const open = async (host: string) => {
    page = await rig.open(`http://${host}/report.html`)
    await untilMarks(page, 'zte', ZTE)
    await hover(page, 'ZTE')
    await untilCard(page, 'ZTE')
  }

  test('“off on this site” takes the marks away, and Undo brings them back', async () => {
    await open('www.noted.test')
    await clickInCard(page, 'Off on this site')
    const note = await untilCard(page, 'Nothing is marked on noted.test any more.')
    const undo = note.elements.find((it) => it.name === 'Undo')?.box
    expect(note.box.y + note.box.height).toBeGreaterThan(undo ? undo.y + undo.height : Infinity)
    await untilMarks(page, 'zte', [])
    await untilEqual('badge', () => rig.badge(page), 'off')
    await clickInCard(page, 'Undo')
    await untilNoCard(page)
    await untilMarks(page, 'zte', ZTE)
    await untilEqual('badge', () => rig.badge(page), '5')
  })

  test('the note goes with a click elsewhere, and leaves nothing in the page', async () => {
    const before = await rig.open('http://gone.test/report.html')
    const html = await before.evaluate(() => document.documentElement.outerHTML)
    await before.close()
    await open('gone.test')
    await clickInCard(page, 'Off on this site')
    await untilCard(page, 'Nothing is marked on gone.test any more.')
    await page.mouse.click(3, 3)
    await untilNoCard(page)
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(html)
  })

  test('“wrong match” hides the name on this site, is undone at once or in the settings', async () => {
    await open('www.wrong.test')
    await clickInCard(page, 'Wrong match')
    await untilCard(page, '“ZTE” is no longer marked on wrong.test.')
    await untilMarks(page, 'zte', [])
    await untilMarks(page, 'huawei', ['Huawei', 'Huawei'])
    await clickInCard(page, 'Undo')
    await untilMarks(page, 'zte', ZTE)
    await hover(page, 'ZTE', 1)
    await untilCard(page, 'ZTE')
    await clickInCard(page, 'Wrong match')
    await untilMarks(page, 'zte', [])
    const elsewhere = await rig.open('http://right.test/report.html')
    await untilMarks(elsewhere, 'zte', ZTE)
    await elsewhere.close()
    const options = pageView(await rig.openOwn('/options.html'))
    await options.click('button', 'Mark again: “ZTE” on wrong.test')
    await until('it is gone from the list', async () =>
      (await options.text()).includes('None so far.'),
    )
    await options.close()
    await page.bringToFront()
    await untilMarks(page, 'zte', ZTE)
  })

  test('the note takes the focus of who used the keys, and Escape closes it', async () => {
    page = await rig.open('http://keyed.test/report.html')
    await untilMarks(page, 'zte', ZTE)
    await sendCommand(rig, page, 'stepMention', 1)
    await sendCommand(rig, page, 'openCard')
    await untilCard(page)
    await until('the focus on the button', async () => {
      await page.keyboard.press('Tab')
      const focused = (await readCard(page))?.elements.find((it) => it.focused)
      return focused?.name === 'Off on this site'
    })
    await page.keyboard.press('Enter')
    const note = await untilCard(page, 'Nothing is marked on keyed.test any more.')
    expect(note.elements.map((it) => it.name)).toContain('Undo')
    await page.keyboard.press('Escape')
    await untilNoCard(page)
    await callBackground(rig, page, 'switchSite', { site: '*.keyed.test', off: false })
  })
})
