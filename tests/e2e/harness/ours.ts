import { readFileSync } from 'node:fs'
import type { Page } from 'puppeteer-core'
import type { Rig } from './rig.ts'
import { startVariant } from './variant.ts'

/** A browser with the built extension, whose scripts in pages are counted. */
export function startCounted(): Promise<Rig> {
  const counter = readFileSync('tests/e2e/harness/count-ours.js', 'utf8')
  return startVariant('gate.js', (text) => `${counter};\n${text}`)
}

/**
 * The observers, timers and listeners of ours that a page holds now, by name and sorted; `undefined`
 * where nothing of ours is left that could answer.
 */
export async function oursIn(page: Pick<Page, 'evaluate'>): Promise<string[] | undefined> {
  const answer = await page.evaluate(() => {
    let heard = ''
    const hear = (event: Event) => {
      heard = (event as CustomEvent<string>).detail
    }
    document.addEventListener('counted-ours', hear, { once: true })
    document.dispatchEvent(new CustomEvent('count-ours'))
    document.removeEventListener('counted-ours', hear)
    return heard
  })
  return answer === '' ? undefined : (JSON.parse(answer) as string[])
}

/** What of ours a reader or a page's script could find: highlights, elements, style sheets. */
export function tracesIn(page: Pick<Page, 'evaluate'>): Promise<string[]> {
  return page.evaluate(() => {
    const sheets = [...document.querySelectorAll('*')].flatMap(
      (it) => it.shadowRoot?.adoptedStyleSheets ?? [],
    )
    return [
      ...[...CSS.highlights.keys()].filter((name) => name.startsWith('source-context')),
      ...[...document.querySelectorAll('*')]
        .map((it) => it.localName)
        .filter((name) => name.startsWith('source-context')),
      ...sheets.map(() => 'style sheet in a shadow tree'),
    ]
  })
}

/** What the last document of this page’s site that went, in any tab or frame, held when it had gone. */
export function leftBehind(page: Pick<Page, 'evaluate'>): Promise<string | null> {
  return page.evaluate(() => localStorage.getItem('left-behind'))
}
