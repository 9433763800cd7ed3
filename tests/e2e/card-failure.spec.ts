import { afterEach, describe, expect, test } from 'vitest'
import { say } from '../../core/words.ts'
import { cardHistory, untilCard } from './harness/card.ts'
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
    await untilMarks(page, 'action', ['Pentagon ordered'])
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
    await untilCard(page, say('card_unreadable'))
    expect(await page.evaluate(() => document.querySelectorAll('p').length)).toBe(4)
    expect(logged).toEqual([])
  })

  test('a message that nobody answers: the card says so in the end', async () => {
    rig = await startVariant('background.js', (text) =>
      text.replace(/findContext:(?=\w+=>)/, 'findContext:()=>new Promise(()=>{}),before:'),
    )
    const { page, logged } = await open(rig)
    await hover(page, 'Pentagon ordered')
    await untilCard(page, say('card_lost'))
    expect(logged).toEqual([])
  })

  test('a card’s code that cannot be brought: nothing opens, and nothing is said', async () => {
    rig = await startVariant('background.js', (text) =>
      text.replace(/(?<=\/(framed-)?)card\.js/, 'no-such-card.js'),
    )
    const { page, logged } = await open(rig)
    await hover(page, 'Pentagon ordered')
    await outlastRest(page, (turn) => page.mouse.move(300 + (turn % 2), 600))
    expect(await cardHistory(page)).toEqual([])
    expect(logged).toEqual([])
  })

  test('the background asleep: the card opens all the same', async () => {
    rig = await startRig()
    const { page, logged } = await open(rig)
    await rig.endBackground()
    await hover(page, 'Pentagon ordered')
    await untilCard(page, 'Pentagon ordered')
    expect(logged).toEqual([])
  })

  test('the extension taken away: no card is left to cover the page, and no other opens', async () => {
    rig = await startRig()
    const { page, logged } = await open(rig)
    await hover(page, 'Pentagon ordered')
    const { box } = await untilCard(page, 'Pentagon ordered')
    await takeAway(rig)
    await leave(page)
    await until('nothing covers the page', () =>
      page.evaluate(
        (x, y) => document.elementFromPoint(x, y)?.localName !== 'source-context-card',
        box.x + box.width / 2,
        box.y + box.height / 2,
      ),
    )
    await hover(page, 'ZTE')
    await outlastRest(page, (turn) => page.mouse.move(300 + (turn % 2), 600))
    expect(
      await page.evaluate(() =>
        [...document.querySelectorAll('source-context-card')].every(
          (it) => getComputedStyle(it).visibility === 'hidden',
        ),
      ),
    ).toBe(true)
    expect(logged).toEqual([])
  })
})

/** Takes the extension away, and leaves its scripts in the page, as an update does too. */
async function takeAway(rig: Rig): Promise<void> {
  if (rig.name === 'firefox') {
    await rig.browser.uninstallExtension(FIREFOX_ID)
    return
  }
  const { host: id } = new URL(rig.origin)
  await rig.browser.uninstallExtension(id)
  await until('the extension is gone', async () => !(await rig.browser.extensions()).has(id))
}

/** As the manifest has it. */
const FIREFOX_ID = 'source-context@source-context.example'
