import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callBackground, inExtension } from './harness/own-api.ts'
import type { Rig } from './harness/rig.ts'
import { until } from './harness/until.ts'
import { startVariant } from './harness/variant.ts'
import type { Json } from './harness/view.ts'

/** Stands in the gate: sends what a script of ours in a page may be made to send, were it taken over. */
const TELL = `;document.addEventListener('tell', ({ detail }) => {
  const answer = (said) => document.dispatchEvent(new CustomEvent('told', { detail: JSON.stringify(said) }))
  chrome.runtime.sendMessage(JSON.parse(detail)).then(
    (value) => answer({ value: value ?? null }),
    (error) => answer({ error: String(error) }),
  )
});`

type Told = { value?: Json; error?: string }

function tell(page: Page, method: string, argument: Json): Promise<Told> {
  return page.evaluate(
    (detail) =>
      new Promise<Told>((resolve) => {
        document.addEventListener(
          'told',
          (event) => resolve(JSON.parse((event as CustomEvent<string>).detail) as Told),
          { once: true },
        )
        document.dispatchEvent(new CustomEvent('tell', { detail }))
      }),
    JSON.stringify({ to: 'background', method, argument }),
  )
}

describe('messages from a page’s frame', () => {
  let rig: Rig
  let page: Page
  beforeAll(async () => {
    rig = await startVariant('gate.js', (text) => text + TELL)
    page = await rig.open(`${rig.site.origin}/report.html`)
  })
  afterAll(() => rig.close())

  test.each<[string, Json]>([
    ['readSettings', null],
    ['editSettings', { sites: [] }],
    ['resetSettings', null],
    ['setSync', true],
    ['setPause', { choice: 'everywhere' }],
    ['tabState', 1],
  ])('%s is for our own pages alone', async (method, argument) => {
    const before = await callBackground(rig, page, 'readSettings')
    const { error } = await tell(page, method, argument)
    expect(error).toContain('own pages')
    expect(await callBackground(rig, page, 'readSettings')).toEqual(before)
  })

  test('a frame switches its own site only, and ends no pause of another tab', async () => {
    const other = await rig.open('http://other.test/report.html')
    const id = await inExtension(
      rig,
      other,
      async (api) => (await api.tabs.query({ active: true }))[0]?.id ?? -1,
    )
    await callBackground(rig, other, 'setPause', { choice: 'tab', tabId: id })
    const before = JSON.stringify(await callBackground(rig, page, 'readSettings'))
    expect(before).toContain('"tabs"')
    await tell(page, 'switchSite', { site: 'other.test', off: true })
    await tell(page, 'switchSite', { site: '127.0.0.1', off: false, tabId: id })
    const { pause } = (await callBackground(rig, page, 'readSettings')) as { pause: Json }
    expect(pause).toEqual((JSON.parse(before) as { pause: Json }).pause)
    const { off } = (await callBackground(rig, page, 'tabState', id)) as { off?: Json }
    expect(off).toBe('paused')
    await other.close()
  })

  test('what is no call of ours is answered by nobody', async () => {
    for (const method of ['constructor', '__proto__', 'toString', 'noSuchCall']) {
      const { value } = await tell(page, method, null)
      expect(value ?? null).toBeNull()
    }
  })

  test('a page’s script and another extension reach no receiver', async () => {
    const id = new URL(rig.origin).host
    const said = await page.evaluate(async (to) => {
      const message = { to: 'background', method: 'readSettings' }
      const { chrome, browser } = globalThis as unknown as Record<
        string,
        { runtime?: { sendMessage(id: string, of: object): Promise<unknown> } } | undefined
      >
      const reached = [chrome, browser].map((api) => api?.runtime?.sendMessage(to, message))
      window.postMessage(message, '*')
      return JSON.stringify(await Promise.all(reached.map((it) => it?.catch(() => undefined))))
    }, id)
    expect(JSON.parse(said)).toEqual([null, null])

    const heard = await until('the other extension has tried', () =>
      page.evaluate(
        (to) =>
          new Promise<string>((resolve) => {
            document.addEventListener(
              'harness-told',
              (event) => resolve((event as CustomEvent<string>).detail),
              { once: true },
            )
            document.dispatchEvent(new CustomEvent('harness-tell', { detail: to }))
          }),
        rig.name === 'firefox' ? 'source-context@source-context.example' : id,
      ),
    )
    expect(heard).toMatch(/^refused/)
  })
})
