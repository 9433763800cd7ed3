import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sized } from '../fuzz/fuzz-size.ts'
import { tally } from '../tally.ts'
import { untilCard } from './harness/card.ts'
import { untilWords } from './harness/mark-words.ts'
import { inExtension } from './harness/own-api.ts'
import { hover } from './harness/pointer.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { until, untilEqual } from './harness/until.ts'

const BODY = '<!doctype html><p>The Pentagon banned phones by ZTE.</p><p>Life went on.</p>'
const WORDS = ['Pentagon banned', 'ZTE']

/** Tabs that go, or are put away, while something of ours is at work in them. */
describe('tabs', () => {
  let rig: Rig
  beforeAll(async () => {
    rig = await startRig()
    rig.site.put('/front', BODY)
    rig.site.put('/kept', BODY)
  })
  afterAll(() => rig.close())

  const openFront = async () => {
    const front = await rig.open(`${rig.site.origin}/front`)
    await untilWords(front, WORDS)
    return front
  }

  test('that close in the middle of what they ask leave nothing behind', async () => {
    const tabs = sized(12, 100)
    const front = await openFront()
    for (let at = 0; at < tabs; at += 1) {
      const page = await rig.browser.newPage()
      const going = page.goto(`${rig.site.origin}/report.html`).catch(() => undefined)
      // Some before the page is there, some while it is read, some while a card is asked for.
      if (at % 3 > 0) await going
      if (at % 3 > 1) await hover(page, 'Pentagon ordered')
      await page.close()
    }
    await front.bringToFront()
    await untilEqual(
      'tabs of which something is kept, and that are gone',
      () => forgotten(rig, front),
      [],
    )
    await hover(front, 'Pentagon banned')
    await untilCard(front, 'Pentagon')
    tally('tabs closed in mid-message', tabs)
  })

  test('that the browser discarded come back as the settings are now', async () => {
    const page = await rig.open('http://discarded.test/kept')
    await untilWords(page, WORDS)
    const front = await openFront()
    /** Discards the tab, switches its site meanwhile, and brings it to the front again. */
    const discardAndSwitch = (off: boolean) =>
      inExtension(
        rig,
        front,
        async (api, isOff) => {
          const { tabs, runtime } = api as unknown as Discarding
          const find = async () =>
            (await tabs.query({})).find((it) => it.url?.includes('discarded.test'))
          await tabs.discard((await find())?.id ?? -1)
          const discarded = (await find())?.discarded ?? false
          const argument = { site: '*.discarded.test', off: isOff }
          await runtime.sendMessage({ to: 'background', method: 'switchSite', argument })
          await tabs.update((await find())?.id ?? -1, { active: true })
          return discarded
        },
        off,
      )
    const untilBack = () =>
      until('the tab', async () => {
        for (const one of await rig.browser.pages()) {
          const state = () => one.evaluate(() => document.readyState).catch(() => '')
          if (one.url().includes('discarded.test') && (await state()) === 'complete') return one
        }
        return undefined
      })
    expect(await discardAndSwitch(true)).toBe(true)
    const off = await untilBack()
    await untilEqual('badge', () => rig.badge(off), 'off')
    await untilWords(off, [])
    await front.bringToFront()
    expect(await discardAndSwitch(false)).toBe(true)
    const on = await untilBack()
    await on.bringToFront()
    await untilWords(on, WORDS)
    tally('tabs discarded', 2)
  })
})

type Discarding = {
  tabs: {
    query(of: object): Promise<{ id?: number; url?: string; discarded?: boolean }[]>
    discard(id: number): Promise<unknown>
    update(id: number, to: object): Promise<unknown>
  }
  runtime: { sendMessage(message: object): Promise<unknown> }
}

/** Numbers of tabs that are gone, and of which the background still keeps what they reported. */
function forgotten(rig: Rig, front: Parameters<typeof inExtension>[1]): Promise<string[]> {
  return inExtension(rig, front, async (api) => {
    const open = new Set((await api.tabs.query({})).map(({ id }) => String(id)))
    const { tabFrames } = await api.storage.session.get('tabFrames')
    return Object.keys(tabFrames ?? {}).filter((id) => !open.has(id))
  })
}
