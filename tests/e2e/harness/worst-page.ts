import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll } from 'vitest'
import { untilCard, untilNoCard } from './card.ts'
import { untilWords } from './mark-words.ts'
import { leave } from './pointer.ts'
import { startRig, type Rig } from './rig.ts'

/** A page with one agency action and one name, for whatever is done to it. */
export const WORST_BODY = '<p id="it">The Pentagon banned phones by ZTE.</p><p>Life went on.</p>'
/** The words that are marked in it, in alphabetical order. */
export const WORST_WORDS = ['Pentagon banned', 'ZTE']

/** A page, and what was written to its console or thrown in it, by us as by itself. */
export type WorstPage = { page: Page; logged: string[] }

/** For a suite of such pages: a browser, from its first spec to its last, and how to open one in front. */
export function worstPages() {
  let rig: Rig
  let made = 0
  beforeAll(async () => {
    rig = await startRig()
    rig.site.put('/favicon.ico', '')
  })
  afterAll(() => rig.close())
  return {
    /** There once the suite runs. */
    get rig(): Rig {
      return rig
    },
    open: async (body: string, head = ''): Promise<WorstPage> => {
      const path = `/worst-${(made += 1)}`
      rig.site.put(
        path,
        `<!doctype html><title>Worst</title><meta charset="utf-8">${head}<body>${body}`,
      )
      const page = await rig.browser.newPage()
      const logged: string[] = []
      page.on('console', (message) => logged.push(message.text()))
      page.on('pageerror', (error) => logged.push(String(error)))
      await page.goto(rig.site.origin + path)
      await page.bringToFront()
      return { page, logged }
    },
  }
}

/** Waits for the marks of `WORST_BODY` and `more`, and opens and closes a card. */
export async function expectAtWork(page: Page, more: string[] = []): Promise<void> {
  await untilWords(page, [...more, ...WORST_WORDS].toSorted())
  // By its place: what finds words in a page is what some of these pages break.
  await page.mouse.move(80, 26, { steps: 12 })
  await untilCard(page, 'Pentagon')
  await leave(page)
  await untilNoCard(page)
}
