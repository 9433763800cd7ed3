import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cardHistory, untilCard, untilNoCard } from './harness/card.ts'
import { untilMarks } from './harness/marks.ts'
import { outlastRest } from './harness/outlast.ts'
import { penOn } from './harness/pen.ts'
import { boxOfText, hover } from './harness/pointer.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { fingerOn } from './harness/touch.ts'
import { until } from './harness/until.ts'

const PAGE = `<!doctype html><meta charset="utf-8"><title>Touch</title>
  <body style="margin:40px;font:18px/2 serif;min-height:3000px">
  <p>The chips were sold to ZTE.</p>
  <p><a href="/report.html">What Huawei did</a> stands elsewhere.</p>
  <p id="quiet">Outside the gates, life went on as before.</p>`

describe('touch', () => {
  let rig: Rig
  beforeAll(async () => {
    rig = await startRig()
    rig.site.put('/touch', PAGE)
  })
  afterAll(() => rig.close())
  const open = async () => {
    const page = await rig.open(`${rig.site.origin}/touch`)
    await untilMarks(page, 'zte', ['ZTE'])
    return page
  }
  const at = async (page: Page, text: string) => {
    const { x, y, width, height } = await boxOfText(page, text)
    return [x + width / 2, y + height / 2] as const
  }
  const tap = async (page: Page, text: string) => {
    const finger = fingerOn(page)
    await finger.down(...(await at(page, text)))
    await finger.up()
  }

  test('a tap on a mention opens its card, a tap elsewhere closes it', async () => {
    const page = await open()
    await tap(page, 'ZTE')
    await untilCard(page, '“ZTE”')
    await tap(page, 'Outside the gates')
    await untilNoCard(page)
  })

  test('the page hears of the tap as before', async () => {
    const page = await open()
    await page.evaluate(() => {
      for (const type of ['pointerdown', 'pointerup'])
        addEventListener(type, () => (document.body.dataset[type] = 'heard'))
    })
    await tap(page, 'ZTE')
    await untilCard(page)
    expect(await page.evaluate(() => ({ ...document.body.dataset }))).toEqual({
      pointerdown: 'heard',
      pointerup: 'heard',
    })
  })

  test('a tap on a link follows it, and opens nothing', async () => {
    const page = await open()
    await tap(page, 'Huawei')
    await until('the linked page', () => page.url().endsWith('/report.html'))
    expect(await cardHistory(page)).toEqual([])
  })

  test('a long press on a link opens the card, and the link is not followed', async () => {
    const page = await open()
    const finger = fingerOn(page)
    const [x, y] = await at(page, 'Huawei')
    await finger.down(x, y)
    await untilCard(page, '“Huawei”')
    await finger.up()
    await outlastRest(page, () => page.evaluate(() => undefined))
    expect(page.url()).toMatch(/\/touch$/)
    await untilCard(page, '“Huawei”')
  })

  test('a finger that moves on scrolls, and opens nothing', async () => {
    const page = await open()
    const finger = fingerOn(page)
    const [x, y] = await at(page, 'Huawei')
    await finger.down(x, y)
    await outlastRest(page, (turn) => finger.move(x, y - Math.min(100, 20 + turn * 10)))
    await finger.up()
    expect(await cardHistory(page)).toEqual([])
  })

  test('a card that was tapped open stays when a mouse leaves another mention', async () => {
    const page = await open()
    await hover(page, 'Huawei')
    await untilCard(page, '“Huawei”')
    await tap(page, 'ZTE')
    await untilCard(page, '“ZTE”')
    await outlastRest(page, (turn) => page.mouse.move(700 + (turn % 5) * 8, 500))
    await untilCard(page, '“ZTE”')
  })

  test('a pen that is held over a mention opens its card, and closes it on leaving', async () => {
    const page = await open()
    const pen = await penOn(rig, page)
    await pen.over(...(await at(page, 'ZTE')))
    await untilCard(page, '“ZTE”')
    await pen.over(...(await at(page, 'Outside the gates')))
    await untilNoCard(page)
  })

  test('a pen taps as a finger does, and its card stays when the pen moves away', async () => {
    const page = await open()
    const pen = await penOn(rig, page)
    await pen.over(...(await at(page, 'ZTE')))
    await pen.tap()
    await untilCard(page, '“ZTE”')
    const [, y] = await at(page, 'ZTE')
    await outlastRest(page, (turn) => pen.over(800 + (turn % 5) * 8, y))
    await untilCard(page, '“ZTE”')
    await pen.tap()
    await untilNoCard(page)
  })

  test('a pen that taps a link follows it', async () => {
    const page = await open()
    const pen = await penOn(rig, page)
    await pen.over(...(await at(page, 'Huawei')))
    await pen.tap()
    await until('the linked page', () => page.url().endsWith('/report.html'))
  })

  test('on the same page a mouse hovers as ever', async () => {
    const page = await open()
    await tap(page, 'ZTE')
    await untilCard(page, '“ZTE”')
    await hover(page, 'Huawei')
    await untilCard(page, '“Huawei”')
  })
})
