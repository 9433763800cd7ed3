import { afterEach, describe, expect, test } from 'vitest'
import { SAY_GONE, SAY_LOST, SAY_UNREADABLE } from '../../core/card/card-wording.ts'
import { cardHistory, clickInCard, readCard, untilCard, untilNoCard } from './harness/card.ts'
import { untilMarks } from './harness/marks.ts'
import { outlastRest } from './harness/outlast.ts'
import { hover, leave } from './harness/pointer.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { until } from './harness/until.ts'
import { startVariant } from './harness/variant.ts'

/** What a card says, or does not say, when something of the extension fails. */
describe('failure', () => {
  let rig: Rig | undefined
  afterEach(async () => {
    await rig?.close()
    rig = undefined
  })
  const open = async (it: Rig) => {
    it.site.put('/favicon.ico', '')
    const page = await it.open(`${it.site.origin}/report.html`)
    const logged: string[] = []
    page.on('console', (message) => logged.push(message.text()))
    page.on('pageerror', (error) => logged.push(String(error)))
    await untilMarks(page, 'zte', ['ZTE', 'ZTE'])
    return { page, logged }
  }

  test.each([
    ['broken', () => '{"schemaVersion": 1'],
    ['of another kind', () => '{"schemaVersion": 7}'],
    ['without passages', (text: string) => text.replace('"passages"', '"excerpts"')],
  ])('an index that is %s: the card says that the sources cannot be read', async (_, change) => {
    rig = await startVariant('index.json', change)
    const { page, logged } = await open(rig)
    await hover(page, 'Pentagon ordered')
    await untilCard(page, SAY_UNREADABLE)
    expect(await page.evaluate(() => document.querySelectorAll('p').length)).toBe(4)
    expect(logged).toEqual([])
  })

  test('a message that nobody answers: the card says so in the end', async () => {
    rig = await startVariant('background.js', (text) =>
      text.replace('findContext:async', 'findContext:()=>new Promise(()=>{}),before:async'),
    )
    const { page, logged } = await open(rig)
    await hover(page, 'Pentagon ordered')
    await untilCard(page, SAY_LOST)
    expect(logged).toEqual([])
  })

  test('a card’s code that cannot be brought: nothing opens, and nothing is said', async () => {
    rig = await startVariant('background.js', (text) =>
      text.replace('/card.js', '/no-such-card.js'),
    )
    const { page, logged } = await open(rig)
    await hover(page, 'Pentagon ordered')
    await outlastRest(page, (turn) => page.mouse.move(300 + (turn % 2), 600))
    expect(await cardHistory(page)).toEqual([])
    expect(logged).toEqual([])
  })

  describe.skipIf(process.env['E2E_BROWSER'] === 'firefox')('of the background', () => {
    const worker = async (it: Rig) => {
      const target = await it.browser.waitForTarget(
        (one) => one.type() === 'service_worker' && one.url().startsWith(it.origin),
      )
      return target.worker()
    }

    test('asleep: the card opens all the same', async () => {
      rig = await startRig()
      const it = rig
      const { page, logged } = await open(it)
      await (await worker(it))?.close()
      await until(
        'it sleeps',
        () => !it.browser.targets().some((one) => one.type() === 'service_worker'),
      )
      await hover(page, 'Pentagon ordered')
      await untilCard(page, 'Pentagon ordered')
      expect(logged).toEqual([])
    })

    test('gone for good: an open card says so when asked for more, and no other opens', async () => {
      rig = await startRig()
      const { page, logged } = await open(rig)
      await hover(page, 'Pentagon ordered')
      await untilCard(page, 'Pentagon ordered')
      await remove(rig)
      await clickInCard(page, 'Show in source')
      await untilCard(page, SAY_GONE)
      await leave(page)
      await untilNoCard(page)
      await hover(page, 'ZTE')
      await untilMarks(page, 'zte', [])
      expect(await readCard(page)).toBeUndefined()
      expect(logged).toEqual([])
    })
  })
})

/** Takes the extension away, and leaves its scripts in the page, as an update does too. */
async function remove(rig: Rig): Promise<void> {
  const { host: id } = new URL(rig.origin)
  await rig.browser.uninstallExtension(id)
  await until('the extension is gone', async () => !(await rig.browser.extensions()).has(id))
}
