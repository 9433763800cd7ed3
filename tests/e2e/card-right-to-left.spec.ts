import { readFileSync } from 'node:fs'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCommittedIndex } from '../committed-index.ts'
import { bundleCardPage } from './harness/card-states/bundle.ts'
import { listCardStates, type CardState } from './harness/card-states/states.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { until } from './harness/until.ts'

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const STATES = listCardStates(readCommittedIndex())

/** Every state of the card in a language of our own making, written from right to left. */
describe('the card in a language that is written from right to left', () => {
  let rig: Rig
  let page: Page
  beforeAll(async () => {
    rig = await startRig()
    rig.site.put(
      '/states',
      '<!doctype html><html lang="en"><title>Card</title><body></body></html>',
    )
    page = await rig.open(`${rig.site.origin}/states`)
    await page.evaluate(await bundleCardPage())
    await page.evaluate(AXE)
    await page.evaluate(drawInPseudoLocale, STATES)
    await until('all is drawn', () =>
      page.evaluate((all) => document.querySelectorAll('.state').length === all, STATES.length),
    )
  })
  afterAll(() => rig.close())

  test('it says its language and direction, and the quotes theirs', async () => {
    const said = await page.evaluate(() =>
      [...document.querySelectorAll('.state')].flatMap(({ shadowRoot }) =>
        [...(shadowRoot?.querySelectorAll<HTMLElement>('.card, blockquote') ?? [])].map(
          (it) => `${it.localName} ${it.lang} ${it.dir}`,
        ),
      ),
    )
    expect(new Set(said)).toEqual(new Set(['section ar rtl', 'blockquote en ltr']))
  })

  test('all that can be pressed is named in it, but for outlets', async () => {
    const named = await page.evaluate(() =>
      [...document.querySelectorAll('.state')].flatMap(({ shadowRoot }) =>
        [
          ...(shadowRoot?.querySelectorAll('.corner button, .acts button, footer button') ?? []),
        ].map((it) => `${it.getAttribute('aria-label') ?? ''} ${it.textContent}`),
      ),
    )
    expect(named.length).toBeGreaterThan(STATES.length)
    expect(named.filter((name) => /[a-z]/i.test(name))).toEqual([])
  })

  test('what closes it stands at the other end', async () => {
    const sides = await page.evaluate(() =>
      [...document.querySelectorAll('.state')].map(({ shadowRoot }) => {
        const card = shadowRoot?.querySelector('.card')?.getBoundingClientRect()
        const corner = shadowRoot?.querySelector('.corner')?.getBoundingClientRect()
        return card && corner && corner.right < card.left + card.width / 2 ? 'left' : 'right'
      }),
    )
    expect(new Set(sides)).toEqual(new Set(['left']))
  })

  test('nothing is cut off sideways', async () => {
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('.state')].flatMap(({ shadowRoot }) => {
        const card = shadowRoot?.querySelector('.card')?.getBoundingClientRect()
        return [...(shadowRoot?.querySelectorAll('.card *') ?? [])]
          .filter((it) => {
            const { left, right, width } = it.getBoundingClientRect()
            return card && width > 0 && (left < card.left || right > card.right)
          })
          .map((it) => `${it.localName}.${it.className}: ${it.textContent?.slice(0, 40)}`)
      }),
    )
    expect(cut).toEqual([])
  })

  test('axe finds nothing', async () => {
    expect(await page.evaluate(runAxe)).toEqual([])
  })
})

function drawInPseudoLocale(states: CardState[]): void {
  const { drawCards, speakPseudo } = globalThis as unknown as {
    drawCards(states: CardState[], scheme: string): void
    speakPseudo(): void
  }
  speakPseudo()
  drawCards(states, 'light')
}

async function runAxe(): Promise<string[]> {
  type Result = { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }
  const { axe } = globalThis as unknown as { axe: { run(context: string): Promise<Result> } }
  const { violations } = await axe.run('body')
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((it) => `${id}: ${it.html} ${it.failureSummary}`),
  )
}
