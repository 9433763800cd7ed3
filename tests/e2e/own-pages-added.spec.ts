import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clickInCard, quotesOf, untilCard } from './harness/card.ts'
import { untilIndexed } from './harness/library.ts'
import { untilMarks } from './harness/marks.ts'
import { OWN_QUOTE, ownArticle } from './harness/own-article.ts'
import { hover } from './harness/pointer.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { openSourcesPage, sourcesView } from './harness/sources-page.ts'
import { until } from './harness/until.ts'
import { pageView } from './harness/view.ts'

describe('a page added to one’s own sources', () => {
  let rig: Rig
  beforeAll(async () => {
    rig = await startRig()
    rig.site.put('/courier.html', ownArticle(), { 'content-type': 'text/html; charset=utf-8' })
  })
  afterAll(() => rig.close())

  test('is read with its facts, corrected, kept, quoted on another page, and shown in its place', async () => {
    const article = await rig.open('http://www.courier.test/courier.html#comments')
    const popup = await rig.openPopup(article)
    await popup.click('button', 'Add this page to my sources')
    const form = sourcesView(pageView(await rig.findOwnPage('/sources.html?add=')))
    await form.untilSays('Text as captured')
    const fields = await form.evaluate(() =>
      [...document.querySelectorAll<HTMLInputElement>('.capture input')].map((it) => it.value),
    )
    expect(fields).toEqual([
      'Shelves & crates: bases clear out handsets',
      'The Base Courier',
      'Ada Penn',
      '2018-05-09',
    ])
    const text = await form.text()
    expect(text).toContain(OWN_QUOTE)
    expect(text).not.toContain('newsletter')
    expect(text).not.toContain('Sports')
    expect(text).toContain('http://www.courier.test/courier.html')
    expect(text).not.toContain('#comments')

    await form.type('capture-published', '2099-01-01')
    await form.click('button', 'Add to my sources')
    await form.untilSays('Not in the future.')
    await form.type('capture-published', '2018-05-10')
    await form.type('capture-title', 'Shelves and crates')
    await form.click('button', 'Add to my sources')
    await form.untilSays('Added to your sources')
    await form.untilSays('can be quoted')

    const page = await rig.open(`${rig.site.origin}/report.html`)
    await untilIndexed(rig, page)
    await untilMarks(page, 'action', ['Pentagon ordered'])
    await hover(page, 'Pentagon ordered')
    const card = await untilCard(page, 'From My pack')
    expect(quotesOf(card)).toContain(OWN_QUOTE)
    expect(card.text).toContain('The Base Courier')
    await clickInCard(page, 'Show in source', OWN_QUOTE)
    const reader = await rig.findOwnPage('/reader.html')
    const lit = () =>
      reader.evaluate(() => {
        const mark = document.querySelector('mark')
        const { top = -1, bottom = 0 } = mark?.getBoundingClientRect() ?? {}
        return { text: mark?.textContent ?? '', inView: top >= 0 && bottom <= innerHeight }
      })
    await until('the quote is lit where it stands', async () => {
      const { text: marked, inView } = await lit()
      return inView && marked === OWN_QUOTE
    })
    await reader.close()
    await page.close()
    await form.close()
  })

  test('is listed with what is known of it, opens in the reader, and comes back after it was removed', async () => {
    const sources = await openSourcesPage(rig)
    await sources.click('button', 'Open')
    await sources.untilSays('Shelves and crates')
    await sources.click('button', 'Details')
    await sources.untilSays('SHA-256')
    const details = await sources.text()
    expect(details).toContain('http://www.courier.test/courier.html')
    expect(details).toMatch(/[\da-f]{64}/)
    await sources.click('button', 'Remove Shelves and crates')
    await sources.untilSays('was removed.')
    await sources.untilSays('No documents yet.')
    await sources.click('button', 'Undo')
    await sources.untilSays('is back.')
    await sources.click('button', 'Read')
    const reader = await rig.findOwnPage('/reader.html')
    const said = () => reader.evaluate(() => document.body.innerText)
    await until('the text', async () => (await said()).includes(OWN_QUOTE)).catch(async () =>
      expect(await said()).toContain(OWN_QUOTE),
    )
    const shown = await reader.evaluate(() => document.body.innerText)
    expect(shown).toContain('My pack')
    expect(shown).toContain('the text below is unchanged')
    await reader.close()
    await sources.close()
  })

  test('is told to be there already when it is added once more', async () => {
    const article = await rig.open('http://www.courier.test/courier.html')
    const popup = await rig.openPopup(article)
    await popup.click('button', 'Add this page to my sources')
    const form = sourcesView(pageView(await rig.findOwnPage('/sources.html?add=')))
    await form.untilSays('Text as captured')
    await form.click('button', 'Add to my sources')
    await form.untilSays('in your sources already')
    await form.close()
    await article.close()
  })

  test('leaves no request and asks nobody', async () => {
    expect(rig.traffic.elsewhere()).toEqual([])
  })
})
