import fc from 'fast-check'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultOfCall } from '../../extension/call-schemas.ts'
import { SEED, sized } from '../fuzz/fuzz-size.ts'
import { tally } from '../tally.ts'
import { untilCard } from './harness/card.ts'
import { untilMarks } from './harness/marks.ts'
import { callBackground, inExtension } from './harness/own-api.ts'
import { tabOf } from './harness/own-pages.ts'
import { hover, leave } from './harness/pointer.ts'
import { startRig, type Rig } from './harness/rig.ts'
import type { Json } from './harness/view.ts'

const OFF = '*.kept.test'
const CALLS = [
  'findContext',
  'reportFrame',
  'pageState',
  'reportPlace',
  'restyle',
  'switchSite',
  'hideName',
  'openGate',
  'loadCard',
  'openDigest',
  'openReader',
  'leaveFrame',
  'tabState',
  'setPause',
  'readSettings',
  'editSettings',
  'setSync',
  'announce',
  'stepMention',
  'openCard',
  'enterFrame',
  'settingsChanged',
  'toString',
  '__proto__',
  'constructor',
]
const json = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>
/** Nearly right: what a call wants, with one value that it does not. */
const nearly = fc
  .tuple(
    fc.constantFrom(
      'site',
      'off',
      'tabId',
      'choice',
      'sites',
      'hidden',
      'choices',
      'counts',
      'fresh',
      'since',
      'sentence',
      'pageCompanies',
      'company',
    ),
    json,
  )
  .map(([key, value]) => ({
    site: '*.junk..test',
    off: true,
    sentence: 'ZTE',
    pageCompanies: [null],
    counts: { huawei: -1, zte: 'x', action: 1.5 },
    [key]: value,
  })) as fc.Arbitrary<Json>
const junk = fc.oneof(json, nearly, fc.constant<Json>(null))
/** Calls that change what is set, as they should where they are right: they are asked with junk only. */
const CHANGING = ['switchSite', 'hideName', 'setPause', 'editSettings', 'setSync']
const message = fc.oneof(
  fc
    .record({
      to: fc.constantFrom('background', 'page', 'views', 'nobody'),
      method: fc.constantFrom(...CALLS),
      argument: junk,
    })
    .filter(
      ({ method, argument }) =>
        !CHANGING.includes(method) || faultOfCall(method, argument) !== undefined,
    ),
  json,
) as fc.Arbitrary<Json>
const portMessage = fc.oneof(
  fc.record({
    type: fc.constantFrom('follow', 'reveal', 'revealQuotation', 'light', 'report', 'x'),
    id: json,
  }),
  json,
) as fc.Arbitrary<Json>

type Post = {
  runtime: { sendMessage(message: Json): Promise<unknown> }
  tabs: {
    sendMessage(tab: number, message: Json, to: object): Promise<unknown>
    connect(tab: number, how: object): { postMessage(message: Json): void; disconnect(): void }
  }
}

/** Junk to every receiver, with our own sender's name on it, as a page that broke out could send it. */
describe('random messages', () => {
  let rig: Rig
  let page: Page
  const logged: string[] = []
  beforeAll(async () => {
    rig = await startRig()
    rig.site.put('/favicon.ico', '')
    page = await rig.open('http://junk.test/report.html')
    page.on('console', (one) => logged.push(one.text()))
    page.on('pageerror', (error) => logged.push(String(error)))
    await untilMarks(page, 'zte', ['ZTE', 'ZTE'])
    await untilMarks(page, 'action', ['Pentagon ordered'])
    await callBackground(rig, page, 'switchSite', { site: OFF, off: true })
  })
  afterAll(() => rig.close())

  test('are refused or answered, and change nothing', async () => {
    const count = sized(300, 5000)
    await rig.badge(page)
    const tab = await tabOf(await rig.findOwnPage('/manifest.json'), page)
    const messages = fc.sample(message, { seed: SEED, numRuns: count })
    const posts = fc.sample(portMessage, { seed: SEED, numRuns: count / 2 })
    const before = await callBackground(rig, page, 'readSettings')
    const answers = await inExtension(
      rig,
      page,
      async (own, all, forPorts, tabId) => {
        const api = own as unknown as Post
        let refused = 0
        let answered = 0
        const settle = (work: Promise<unknown>) =>
          work.then(
            () => (answered += 1),
            () => (refused += 1),
          )
        for (const one of JSON.parse(all) as Json[]) {
          await settle(api.runtime.sendMessage(one))
          await settle(api.tabs.sendMessage(tabId, one, { frameId: 0 }))
        }
        const port = api.tabs.connect(tabId, { name: 'digest', frameId: 0 })
        for (const one of JSON.parse(forPorts) as Json[]) port.postMessage(one)
        port.disconnect()
        return { refused, answered }
      },
      JSON.stringify(messages),
      JSON.stringify(posts),
      tab,
    )
    expect(answers.refused + answers.answered).toBe(2 * count)
    expect(answers.refused).toBeGreaterThan(0)
    tally('random messages', 2 * count + posts.length)

    expect(await callBackground(rig, page, 'readSettings')).toEqual(before)
    await page.bringToFront()
    await untilMarks(page, 'zte', ['ZTE', 'ZTE'])
    await leave(page)
    await page.keyboard.press('Escape')
    await hover(page, 'Pentagon ordered')
    await untilCard(page, 'Pentagon ordered')
    expect(logged).toEqual([])
  })
})
