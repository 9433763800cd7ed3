import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seededRandom } from '../../bench/engine/seeded-random.ts'
import { SEED, sized } from '../fuzz/fuzz-size.ts'
import { tally } from '../tally.ts'
import { untilCard, untilNoCard } from './harness/card.ts'
import { killBackground } from './harness/kill-background.ts'
import { untilMarks } from './harness/marks.ts'
import { callBackground } from './harness/own-api.ts'
import { hover, leave } from './harness/pointer.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { untilEqual } from './harness/until.ts'

const SITE = '*.killed.test'
const OTHERS = ['*.one.test', '*.two.test', '*.three.test']
/** What the badge says of the page. */
const MARKS = '5'
/** Longest wait before the blow, in ms: about what the slowest of the acts takes, a card. */
const LONGEST = 400

/**
 * The background ends at a random moment while it is needed, over and over. What a person did or asked
 * happens all the same, or did not happen at all and can be done again; nothing that was set is lost.
 */
describe('a background that is killed at any moment', () => {
  let rig: Rig
  let page: Page
  const logged: string[] = []
  const random = seededRandom(SEED)
  const rounds = sized(rigRounds(), 200)
  beforeAll(async () => {
    rig = await startRig()
    rig.site.put('/favicon.ico', '')
    page = await rig.open('http://killed.test/report.html')
    page.on('console', (message) => logged.push(message.text()))
    page.on('pageerror', (error) => logged.push(String(error)))
    await untilMarks(page, 'zte', ['ZTE', 'ZTE'])
    await untilMarks(page, 'action', ['Pentagon ordered'])
    for (const site of OTHERS) await callBackground(rig, page, 'switchSite', { site, off: true })
    await page.bringToFront()
  })
  afterAll(() => rig.close())

  /** Does something and strikes meanwhile. */
  const strikeDuring = async (act: () => Promise<unknown>) => {
    const acting = act().catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, random() * LONGEST))
    await killBackground(rig)
    await acting
  }
  const switchSite = (off: boolean) => callBackground(rig, page, 'switchSite', { site: SITE, off })

  const ACTS: Record<string, () => Promise<void>> = {
    'a page that loads is marked': async () => {
      await strikeDuring(() => page.reload())
      await untilMarks(page, 'zte', ['ZTE', 'ZTE'])
    },
    'the card opens with its evidence': async () => {
      await strikeDuring(() => hover(page, 'Pentagon ordered'))
      await untilCard(page, 'Pentagon ordered')
      await leave(page)
      await untilNoCard(page)
    },
    'the badge counts what comes and goes': async () => {
      await untilEqual('the badge', () => rig.badge(page), MARKS)
      await strikeDuring(() =>
        page.evaluate(() => {
          const more = document.createElement('p')
          more.className = 'more'
          more.textContent = 'And Huawei.'
          document.body.append(more)
        }),
      )
      await untilEqual('the badge', () => rig.badge(page), `${Number(MARKS) + 1}`)
      await strikeDuring(() => page.evaluate(() => document.querySelector('.more')?.remove()))
      await untilEqual('the badge', () => rig.badge(page), MARKS)
    },
    'a switch holds, or can be turned again': async () => {
      await strikeDuring(() => switchSite(true))
      await switchSite(true)
      await page.bringToFront()
      await untilMarks(page, 'zte', [])
      await untilEqual('badge', () => rig.badge(page), 'off')
      await strikeDuring(() => switchSite(false))
      await switchSite(false)
      await page.bringToFront()
      await untilMarks(page, 'zte', ['ZTE', 'ZTE'])
    },
  }

  test(`${rounds} times`, { timeout: rounds * 20_000 }, async () => {
    const names = Object.keys(ACTS)
    let done = 0
    try {
      for (; done < rounds; done += 1) {
        const name = names[done % names.length] ?? ''
        await ACTS[name]?.().catch((error: unknown) => {
          throw new Error(`seed ${SEED}, round ${done}: ${name}`, { cause: error })
        })
      }
    } finally {
      tally('background killed', rounds, rounds - done)
    }
    const { settings } = (await callBackground(rig, page, 'readSettings')) as {
      settings: { sites: { site: string; state: string }[] }
    }
    const off = settings.sites.filter(({ state }) => state === 'off').map(({ site }) => site)
    expect(off.toSorted()).toEqual(OTHERS.toSorted())
    expect(logged).toEqual([])
  })
})

/** Firefox takes longer to end and to wake its background. */
function rigRounds(): number {
  return process.env['E2E_BROWSER'] === 'firefox' ? 5 : 15
}
