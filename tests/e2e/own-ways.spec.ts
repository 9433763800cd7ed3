import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsIn } from './harness/axe.ts'
import { untilCard, untilNoCard } from './harness/card.ts'
import { addPack } from './harness/library.ts'
import { untilMarks } from './harness/marks.ts'
import { OWN_QUOTE, ownArticle } from './harness/own-article.ts'
import { ownDocument } from '../own-document.ts'
import { pickInMenu } from './harness/pick-in-menu.ts'
import { hover, leave } from './harness/pointer.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { openSourcesPage, sourcesView } from './harness/sources-page.ts'
import { until } from './harness/until.ts'
import { pageView } from './harness/view.ts'

const ARTICLE = 'http://www.courier.test/courier.html'

describe('the ways to one’s own sources', () => {
  let rig: Rig
  beforeAll(async () => {
    rig = await startRig()
    rig.site.put('/courier.html', ownArticle(), { 'content-type': 'text/html; charset=utf-8' })
  })
  afterAll(() => rig.close())

  const untilForm = async () => {
    const form = sourcesView(pageView(await rig.findOwnPage('/sources.html?add=')))
    await form.untilSays(OWN_QUOTE)
    return form
  }

  test('the menu of a page leads to the form that adds it, which axe finds no fault in', async () => {
    const article = await rig.open(ARTICLE)
    await pickInMenu(rig, article, 'add-page')
    const form = await untilForm()
    expect(await faultsIn(form)).toEqual([])
    await form.click('button', 'Cancel')
    await article.close()
  })

  test('the digest’s button leads there, too', async () => {
    const article = await rig.open(ARTICLE)
    const digest = await rig.openDigest(article)
    await digest.click('button', 'Add this page to my sources')
    const form = await untilForm()
    await form.close()
    await digest.close()
    await article.close()
  })

  test('a quote is marked as new on the first card that shows it, and on no later one', async () => {
    const page = await rig.open(`${rig.site.origin}/report.html`)
    await addPack(rig, page, 'Filings', [
      ownDocument(OWN_QUOTE, { title: 'Shelves', publisher: 'The Base Courier' }),
    ])
    await page.bringToFront()
    await untilMarks(page, 'action', ['Pentagon ordered'])
    const read = async () => {
      await hover(page, 'Pentagon ordered')
      const { text } = await untilCard(page, 'From Filings')
      await leave(page)
      await untilNoCard(page)
      return text.split('\n').some((line) => line.trim() === 'new' || line.startsWith('new '))
    }
    expect(await read()).toBe(true)
    expect(await read()).toBe(false)
    await page.close()
  })

  test('by keys alone a pack is made, named, deleted and brought back', async () => {
    const tab = await rig.openOwn('/sources.html')
    const sources = sourcesView(pageView(tab))
    await sources.untilSays('Packs')
    const focused = () =>
      tab.evaluate(() => {
        const it = document.activeElement
        if (it instanceof HTMLInputElement)
          return `#${it.id} ${it.ariaLabel ?? it.labels?.[0]?.textContent ?? ''}`
        return it instanceof HTMLButtonElement ? `${it.ariaLabel ?? ''} ${it.textContent}` : ''
      })
    // Never past the end, where Firefox's own buttons come: from there its driver does not lead back.
    const go = async (name: string, step: () => Promise<void>) => {
      for (let steps = 0; steps < 120; steps += 1) {
        if ((await focused()).includes(name)) return
        await step()
      }
      throw new Error(`Tab does not reach “${name}”`)
    }
    const tabTo = (name: string) => go(name, () => tab.keyboard.press('Tab'))
    const tabBackTo = async (name: string) => {
      await tab.keyboard.down('Shift')
      await go(name, () => tab.keyboard.press('Tab'))
      await tab.keyboard.up('Shift')
    }
    await tabTo('New pack')
    await tab.keyboard.press('Enter')
    await until('the field has the focus', async () =>
      (await focused()).includes('Name of the pack'),
    )
    await tab.keyboard.type('Keys')
    await tab.keyboard.press('Enter')
    await sources.untilSays('No documents yet.')
    await tabBackTo('#name-name')
    await tab.keyboard.type('Keyed Devices')
    await tabTo('Add the name')
    await tab.keyboard.press('Enter')
    await sources.untilSays('Keyed Devices')
    await tabTo('Save names')
    await tab.keyboard.press('Enter')
    await sources.untilSays('Names saved.')
    await tabBackTo('Use Keys')
    for (const name of ['Rename', 'Export', 'Delete']) await tabTo(name)
    await tab.keyboard.press('Enter')
    await sources.untilSays('Keys was deleted.')
    await tabTo('Undo')
    await tab.keyboard.press('Enter')
    await until('the pack is back', async () =>
      (await sources.names('switch')).includes('Use Keys'),
    )
    for (const name of ['New pack', 'Forget everything']) await tabTo(name)
    await tabBackTo('Choose files')
    await sources.close()
  })

  test('a name that means something else already is what the reader decides, and is counted as their own', async () => {
    const sources = await openSourcesPage(rig)
    await sources.click('button', 'Open')
    await sources.untilSays('Names of your own')
    await sources.type('name-name', 'Clarity Devices')
    await sources.type('name-aliases', 'Huawei')
    await sources.click('button', 'Add the name')
    await sources.untilSays('“Huawei” is')
    await sources.click('button', 'Forget everything')
    expect(await faultsIn(sources)).toEqual([])
    await sources.click('button', 'Cancel')
    await sources.evaluate(() => {
      const [, own] = document.querySelectorAll<HTMLInputElement>('fieldset input[type=radio]')
      own?.click()
    })
    await sources.click('button', 'Save names')
    await sources.untilSays('Names saved.')
    const page = await rig.open(`${rig.site.origin}/report.html`)
    await untilMarks(page, 'action', ['Pentagon ordered'])
    const popup = await rig.openPopup(page)
    await until('it is counted as their own', async () =>
      /Names of your own\s*[1-9]/.test(await popup.text()),
    )
    expect(await popup.text()).toMatch(/Huawei\s*0/)
    await popup.close()
    await page.close()
    await sources.close()
  })
})
