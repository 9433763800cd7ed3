import { readFileSync } from 'node:fs'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCommittedIndex } from '../committed-index.ts'
import { say } from '../../core/words.ts'
import { bundleCardPage } from './harness/card-states/bundle.ts'
import { listCardStates, type CardState } from './harness/card-states/states.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { until } from './harness/until.ts'

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const STATES = listCardStates(readCommittedIndex())

/**
 * Every state of the card, drawn by the extension's own code and styles in a page of the tests' own
 * with open shadow roots: axe cannot look into closed ones.
 */
describe('the states of the card', () => {
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
  })
  afterAll(() => rig.close())

  const draw = async (states: CardState[], scheme: 'light' | 'dark') => {
    await page.evaluate(drawStates, states, scheme)
    await until('all is drawn and still', () => page.evaluate(isStill))
  }

  describe.each(['light', 'dark'] as const)('%s', (scheme) => {
    test.each(STATES.map((state) => [state.name, state] as const))(
      'axe finds nothing: %s',
      async (_, state) => {
        await draw([state], scheme)
        expect(await page.evaluate(runAxe)).toEqual([])
      },
    )
  })

  test('every target is at least 24 px high and wide', async () => {
    await draw(STATES, 'light')
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('.state')].flatMap((state) =>
        [...(state.shadowRoot?.querySelectorAll('button, summary, a') ?? [])]
          .map((it) => ({ name: it.textContent, box: it.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
          .map(({ name, box }) => `${name} ${box.width} × ${box.height}`),
      ),
    )
    expect(small).toEqual([])
  })

  test.each(['text spaced out', 'narrow', 'more quotes unfolded', 'many agencies, dates differ'])(
    'nothing is cut off sideways: %s',
    async (name) => {
      await draw(
        STATES.filter((state) => state.name === name),
        'light',
      )
      const cut = await page.evaluate(() => {
        const root = document.querySelector('.state')?.shadowRoot
        const card = root?.querySelector('.card')?.getBoundingClientRect()
        return [...(root?.querySelectorAll('.card *') ?? [])]
          .filter((it) => {
            const { left, right, width } = it.getBoundingClientRect()
            return card && width > 0 && (left < card.left || right > card.right)
          })
          .map((it) => `${it.localName}.${it.className}: ${it.textContent?.slice(0, 40)}`)
      })
      expect(cut).toEqual([])
    },
  )

  test.each([
    ['extension gone', say('card_gone')],
    ['copying not allowed', 'did not allow copying'],
    ['citation copied', 'Citation copied'],
  ])('it says so: %s', async (name, sentence) => {
    await draw(
      STATES.filter((state) => state.name === name),
      'light',
    )
    await until(sentence, () =>
      page.evaluate(
        (words) =>
          document
            .querySelector('.state')
            ?.shadowRoot?.querySelector('[role=status]')
            ?.textContent.includes(words),
        sentence,
      ),
    )
  })

  test('nothing in it moves or fades by itself', async () => {
    await page.evaluate(drawStates, STATES, 'light')
    expect(
      await page.evaluate(() =>
        [...document.querySelectorAll('.state')].flatMap(
          (it) => it.shadowRoot?.getAnimations().length ?? 0,
        ),
      ),
    ).toEqual(STATES.map(() => 0))
  })

  test('what is pressed last and what has the focus are seen', async () => {
    await draw(
      STATES.filter((state) => state.name === 'keyboard focus'),
      'light',
    )
    const outline = await page.evaluate(() => {
      const focused = document.querySelector('.state')?.shadowRoot?.activeElement
      const style = focused && getComputedStyle(focused)
      return style && `${style.outlineStyle} ${style.outlineWidth}`
    })
    expect(outline).toBe('solid 2px')
  })

  // Firefox’s driver does not change what a page is told of the reader’s system.
  describe.skipIf(process.env['E2E_BROWSER'] === 'firefox')('as the reader’s system wishes', () => {
    const wish = async (name: string, value: string) => {
      const session = await page.createCDPSession()
      await session.send('Emulation.setEmulatedMedia', { features: [{ name, value }] })
      return session
    }
    const styleOf = (selector: string, property: string) =>
      page.evaluate(
        (part, name) => {
          const root = document.querySelector('.state')?.shadowRoot
          const element = root?.querySelector(part)
          return element ? getComputedStyle(element).getPropertyValue(name) : ''
        },
        selector,
        property,
      )

    test('more contrast turns grey into ink', async () => {
      const session = await wish('prefers-contrast', 'more')
      await draw(STATES.slice(0, 1), 'light')
      expect(await styleOf('.marked', 'color')).toBe('rgb(0, 0, 0)')
      await session.detach()
    })

    test('forced colours keep the border, the icons and the kind’s mark', async () => {
      const session = await wish('forced-colors', 'active')
      await draw(STATES.slice(0, 1), 'light')
      const [border, paper, icon] = await Promise.all([
        styleOf('.card', 'border-top-color'),
        styleOf('.card', 'background-color'),
        styleOf('.icon path', 'stroke'),
      ])
      expect(border).not.toBe(paper)
      expect(icon).not.toBe(paper)
      await session.detach()
    })
  })
})

function drawStates(states: CardState[], scheme: string): void {
  const { drawCards } = globalThis as unknown as {
    drawCards(states: CardState[], scheme: string): void
  }
  drawCards(states, scheme)
}

/** What was pressed and focused has come about, and nothing fades any more. */
function isStill(): Promise<boolean> {
  return new Promise((done) => {
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const states = [...document.querySelectorAll('.state')]
        done(
          states.every((it) =>
            it.shadowRoot?.getAnimations().every((one) => one.playState === 'finished'),
          ),
        )
      }),
    )
  })
}

async function runAxe(): Promise<string[]> {
  type Result = { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }
  const { axe } = globalThis as unknown as {
    axe: { run(context: string, options: object): Promise<Result> }
  }
  const { violations } = await axe.run('body', { rules: { 'target-size': { enabled: true } } })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((it) => `${id}: ${it.html} ${it.failureSummary}`),
  )
}
