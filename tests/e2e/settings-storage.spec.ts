import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { untilMarks } from './harness/marks.ts'
import { callBackground, inExtension } from './harness/own-api.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { until, untilEqual } from './harness/until.ts'
import { startVariant } from './harness/variant.ts'
import { pageView, type Json } from './harness/view.ts'

const ZTE = ['ZTE', 'ZTE']

type Area = 'local' | 'session' | 'sync'

function read(rig: Rig, front: Page, area: Area, key: string) {
  return inExtension(
    rig,
    front,
    async (api, of, name) => (await api.storage[of].get(name))[name] ?? null,
    area,
    key,
  )
}
function write(rig: Rig, front: Page, area: Area, items: Record<string, Json>) {
  return inExtension(rig, front, (api, of, some) => api.storage[of].set(some), area, items)
}
function remove(rig: Rig, front: Page, area: Area, keys: string[]) {
  return inExtension(rig, front, (api, of, some) => api.storage[of].remove(some), area, keys)
}

async function readOptions(rig: Rig): Promise<string> {
  const options = pageView(await rig.openOwn('/options.html'))
  await until('the settings', async () => (await options.text()).includes('Keeping settings'))
  const text = await options.text()
  await options.close()
  return text
}

describe('stored settings', () => {
  let rig: Rig
  let page: Page
  beforeAll(async () => {
    rig = await startRig()
  })
  afterAll(() => rig.close())
  beforeEach(async () => {
    page = await rig.open('http://www.kept.test/report.html')
    await untilMarks(page, 'zte', ZTE)
  })
  afterEach(async () => {
    await remove(rig, page, 'local', ['settings', 'offSites'])
    await page.close()
  })

  /** Puts into storage what an older or a broken extension left there, and starts the background anew. */
  const leave = async (items: Record<string, Json>) => {
    await remove(rig, page, 'local', ['settings', 'offSites'])
    await write(rig, page, 'local', items)
    await rig.endBackground()
    await page.bringToFront()
    await page.reload()
  }
  const untilBadge = (text: string) => untilEqual('badge', () => rig.badge(page), text)

  test('of version 1 hold, and become those of today with the next change', async () => {
    await leave({ offSites: ['www.kept.test', 'other.test'], offSites$: { v: 1 } })
    await untilBadge('off')
    await untilMarks(page, 'zte', [])
    expect(await readOptions(rig)).toContain('other.test')
    await callBackground(rig, page, 'switchSite', { site: 'www.kept.test', off: false })
    await page.bringToFront()
    await untilMarks(page, 'zte', ZTE)
    const settings = (await read(rig, page, 'local', 'settings')) as {
      version: number
      sites: Json[]
    }
    expect(settings.version).toBe(2)
    expect(settings.sites).toContainEqual({ site: 'other.test', state: 'off', at: 1 })
    expect(await read(rig, page, 'local', 'offSites')).toBeNull()
  })

  test.each<[string, Json]>([
    ['a word', 'broken'],
    ['a list', [1, 2, 3]],
    ['parts of other kinds', { version: 2, sites: { a: 1 }, choices: 7, hidden: null }],
    ['no version', { sites: [{ site: '*.kept.test', state: 'off', at: 1 }] }],
  ])(
    'that are broken (%s) leave every page as it is, and can be changed',
    async (_what, settings) => {
      await leave({ settings })
      await untilMarks(page, 'zte', ZTE)
      expect(await readOptions(rig)).toContain('could not be read and was left out')
      await callBackground(rig, page, 'switchSite', { site: '*.kept.test', off: true })
      await untilMarks(page, 'zte', [])
      await untilBadge('off')
      expect(await readOptions(rig)).not.toContain('could not be read')
    },
  )

  test('that are broken in part hold in the others', async () => {
    await leave({
      settings: {
        version: 2,
        choices: { density: 'sometimes', markZte: false },
        sites: [{ site: 'nonsense!' }, { site: '*.elsewhere.test', state: 'off', at: 5 }],
      },
    })
    await untilMarks(page, 'zte', [])
    await untilMarks(page, 'huawei', ['Huawei', 'Huawei'])
    expect(await readOptions(rig)).toContain('elsewhere.test')
  })

  test('of a later version are read as far as they are understood', async () => {
    await leave({
      settings: { version: 99, sites: [{ site: '*.kept.test', state: 'off', at: 5, mood: 1 }] },
    })
    await untilBadge('off')
  })

  test('that somebody else has written hold at once', async () => {
    await write(rig, page, 'local', {
      settings: { version: 2, sites: [{ site: '*.kept.test', state: 'off', at: 5 }] },
    })
    await untilMarks(page, 'zte', [])
    await untilBadge('off')
  })

  test('of another device are taken in, and neither device’s sites are lost', async () => {
    await callBackground(rig, page, 'switchSite', { site: '*.mine.test', off: true })
    const rows = async () =>
      inExtension(rig, page, async (api) =>
        Object.values(await api.storage.sync.get(null)).flatMap((it) =>
          Array.isArray(it) ? it.map((row) => String(Array.isArray(row) && row[0])) : [],
        ),
      )
    await until('this device’s site is sent', async () => (await rows()).includes('*.mine.test'))
    // The other device has never heard of this one's site: it wrote over every item.
    const row = ['*.kept.test', 2, (Date.now() + 1).toString(36)]
    await inExtension(
      rig,
      page,
      async (api, other) => {
        const items = Object.keys(await api.storage.sync.get(null)).filter((it) => it !== 'choices')
        await api.storage.sync.set(Object.fromEntries(items.map((key) => [key, [other]])))
      },
      row,
    )
    await untilMarks(page, 'zte', [])
    await untilBadge('off')
    await until('both are sent', async () => {
      const all = await rows()
      return all.includes('*.mine.test') && all.includes('*.kept.test')
    })
    const text = await readOptions(rig)
    expect(text).toContain('mine.test')
    expect(text).toContain('kept.test')
  })
})

describe('synchronisation', () => {
  let rig: Rig
  beforeAll(async () => {
    rig = await startRig()
  })
  afterAll(() => rig.close())

  test('can be switched off, and then nothing of ours is left in it', async () => {
    const page = await rig.open('http://here.test/report.html')
    const count = () =>
      inExtension(rig, page, async (api) => Object.keys(await api.storage.sync.get(null)).length)
    await callBackground(rig, page, 'switchSite', { site: '*.here.test', off: true })
    await until('it is sent', async () => (await count()) > 0)
    const options = pageView(await rig.openOwn('/options.html'))
    const turn = async () => {
      await until('the choice', async () => (await options.text()).includes('synchronise them'))
      await options.evaluate(() => {
        const labels = [...document.querySelectorAll('#keeping ~ label')]
        labels[0]?.querySelector('input')?.click()
      })
    }
    await turn()
    await untilEqual('what is left', count, 0)
    await until('it is said', async () => (await options.text()).includes('on this device only.'))
    await turn()
    await until('it is sent again', async () => (await count()) > 0)
  })
})

/** Storage that takes nothing, in the way that each browser's does. */
describe('storage that is full', () => {
  let rig: Rig
  beforeAll(async () => {
    rig =
      process.env['E2E_BROWSER'] === 'firefox'
        ? // Firefox has no limit that a test could reach, short of the whole disk.
          await startVariant(
            'background.js',
            (code) =>
              `browser.storage.local.set=()=>Promise.reject(new Error('QuotaExceededError'));${code}`,
          )
        : // Without the permission that lifts it there is one.
          await startVariant('manifest.json', (text) => text.replace('"unlimitedStorage",', ''))
  })
  afterAll(() => rig.close())

  test('is said, and what was switched holds all the same until the browser closes', async () => {
    const page = await rig.open('http://full.test/report.html')
    await untilMarks(page, 'zte', ZTE)
    if (rig.name === 'chromium') await fill(rig, page)
    await callBackground(rig, page, 'switchSite', { site: '*.full.test', off: true })
    await untilMarks(page, 'zte', [])
    await untilEqual('badge', () => rig.badge(page), 'off')
    // It outlives the sleep of the background, too.
    await rig.endBackground()
    await page.bringToFront()
    await page.reload()
    await untilEqual('badge', () => rig.badge(page), 'off')
    await untilMarks(page, 'zte', [])
    expect(await readOptions(rig)).toContain('its storage is full or broken')
    await callBackground(rig, page, 'switchSite', { site: '*.full.test', off: false })
    await page.bringToFront()
    await untilMarks(page, 'zte', ZTE)
    if (rig.name !== 'chromium') return
    await remove(rig, page, 'local', ['filler'])
    await callBackground(rig, page, 'switchSite', { site: '*.full.test', off: true })
    await untilEqual('badge', () => rig.badge(page), 'off')
    expect(await readOptions(rig)).not.toContain('its storage is full')
    expect(await read(rig, page, 'session', 'settings')).toBeNull()
  })
})

/** Leaves no byte of Chromium's quota. */
async function fill(rig: Rig, page: Page): Promise<void> {
  await inExtension(rig, page, async (api) => {
    let filler = ''
    for (let size = 2 ** 24; size >= 1; size = Math.floor(size / 2))
      await api.storage.local.set({ filler: filler + 'x'.repeat(size) }).then(
        () => (filler += 'x'.repeat(size)),
        () => undefined,
      )
  })
}
