import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCommittedIndex } from '../committed-index.ts'
import type { Rig } from './harness/rig.ts'
import { until, untilEqual } from './harness/until.ts'
import { startVariant } from './harness/variant.ts'

/** Px: about as narrow as Chromium's side panel gets. */
const NARROW = 360

/** What stays as it is: the extension's name, by which its page is found, and the English example. */
const AS_IT_IS = new Set(['manifest_name', 'welcome_practice'])

/**
 * A language that nobody speaks, written from right to left: every message in brackets. A word
 * outside of them is one that no translator has seen.
 */
function toPseudo(messages: string): string {
  const all = JSON.parse(messages) as Record<string, { message: string }>
  for (const [key, one] of Object.entries(all))
    if (!AS_IT_IS.has(key)) one.message = `⟦${one.message}⟧`
  const language = { locale: { message: 'ar' }, direction: { message: 'rtl' } }
  return JSON.stringify({ ...all, ...language })
}

/** Everything that is read or spoken, but for quotes and for what the page or a person wrote. */
function readWords(): string[] {
  const shown = document.body.cloneNode(true) as HTMLElement
  for (const quoted of shown.querySelectorAll('[lang="en"], [dir="auto"], bdi, kbd, code, script'))
    quoted.remove()
  const spoken = [...shown.querySelectorAll('*')].flatMap((element) =>
    ['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? ''),
  )
  return [document.title, shown.textContent, ...spoken]
}

/** Words outside of brackets that are neither names, nor addresses, nor what Intl has written. */
function strayWords(texts: string[], names: string[]): string[] {
  return texts.flatMap((text) => {
    let rest = text.replaceAll(/[\u2066-\u2069]|https?:[^\s⟦]+/g, '')
    for (let before = ''; before !== rest;) {
      before = rest
      rest = rest.replaceAll(/⟦[^⟦⟧]*⟧/g, ' ')
    }
    for (const name of names) rest = rest.replaceAll(name, ' ')
    return rest.match(/\p{Script=Latin}{2,}/gu) ?? []
  })
}

describe('in a language written from right to left', () => {
  let rig: Rig
  let front: Page
  const index = readCommittedIndex()
  const names = [
    'Source Context',
    'SHA-256',
    'example.org',
    ...index.documents.flatMap((one) => [one.publisher, one.file, one.title, one.address]),
    ...index.entities.map((one) => one.name),
    ...index.events.flatMap((one) => one.targets),
  ].flatMap((name) => name ?? [])
  // The longest first: short names are parts of long ones.
  names.sort((a, b) => b.length - a.length)

  beforeAll(async () => {
    rig = await startVariant('_locales/en/messages.json', toPseudo)
    front = await rig.open(`${rig.site.origin}/report.html`)
  })
  afterAll(() => rig.close())

  /** Nothing is left in English, and nothing is lost at the side. */
  const check = async (page: Page) => {
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')
    expect(strayWords(await page.evaluate(readWords), names)).toEqual([])
    await page.setViewport({ width: NARROW, height: 800 })
    await untilEqual('the page fits', () => page.evaluate(overflow), 0)
  }
  const untilShown = (page: Page, selector: string) =>
    until(selector, async () => (await page.$(selector)) !== null)

  test.each([
    ['the settings', '/options.html', '#keeping'],
    ['the first page', '/welcome.html', '#promises'],
    ['the reader', `/reader.html#${index.documents[0]?.id}`, '.paragraph'],
    ['the reader without a document', '/reader.html#nothing', '.source-links'],
  ])('%s speaks it throughout and fits', async (_, path, selector) => {
    const page = await rig.openOwn(path)
    await untilShown(page, selector)
    await check(page)
    await page.close()
  })

  test('the popup speaks it throughout', async () => {
    const popup = await rig.openPopup(front)
    await until('the switch', () =>
      popup.evaluate(() => document.querySelector('.pauses') !== null),
    )
    expect(strayWords(await popup.evaluate(readWords), names)).toEqual([])
    await popup.close()
  })

  test('the digest speaks it throughout and fits, on every tab', async () => {
    const page = await rig.openDigestTab(front)
    for (const [tab, selector] of [
      ['page', '.mention'],
      ['timeline', '.events'],
      ['sources', '.bars'],
      ['search', '.suggestions'],
    ] as const) {
      await untilShown(page, `#tab-${tab}`)
      await page.click(`#tab-${tab}`)
      await untilShown(page, selector)
      await check(page)
    }
    await page.close()
  })

  test('the arrow keys follow the tabs as they stand', async () => {
    const page = await rig.openDigestTab(front)
    await untilShown(page, '#tab-page')
    await page.focus('#tab-page')
    await page.keyboard.press('ArrowLeft')
    const chosen = () => page.evaluate(() => document.activeElement?.id)
    await untilEqual('the next tab, to the left', chosen, 'tab-timeline')
    await page.close()
  })
})

/** Px that a reader would have to scroll sideways. */
function overflow(): number {
  return document.documentElement.scrollWidth - document.documentElement.clientWidth
}
