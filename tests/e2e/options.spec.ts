import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { HOSTILE_FILES } from '../entrypoints/hostile-files.ts'
import { faultsIn } from './harness/axe.ts'
import { untilMarks } from './harness/marks.ts'
import { callBackground, inExtension } from './harness/own-api.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { until, untilEqual } from './harness/until.ts'
import { pageView, type Json, type View } from './harness/view.ts'

type Kept = { settings: { sites: Json[]; choices: { [name: string]: Json }; hidden: Json[] } }

describe('options', () => {
  let rig: Rig
  let front: Page
  let options: View
  beforeAll(async () => {
    rig = await startRig()
    front = await rig.open('http://front.test/elsewhere.html')
  })
  afterAll(() => rig.close())
  beforeEach(async () => {
    options = await openOptions()
  })
  afterEach(async () => {
    await options.click('button', 'Reset everything')
    await options.click('button', 'Reset')
    await untilSaid('Everything is as on the first day.')
    await options.close()
  })

  const openOptions = async () => {
    const view = pageView(await rig.openOwn('/options.html'))
    await until('the settings', async () => (await view.text()).includes('Keeping settings'))
    return view
  }
  const settings = async () => ((await callBackground(rig, front, 'readSettings')) as Kept).settings
  const said = () => options.evaluate(() => document.querySelector('.status')?.textContent ?? '')
  const untilSaid = (words: string) =>
    until(`“${words}”`, async () => (await said()).includes(words)).catch(async () =>
      expect(await said()).toContain(words),
    )
  const sites = (view = options) =>
    view.evaluate(() =>
      [...document.querySelectorAll('#sites ~ .rows .row .name')].map((it) => it.textContent ?? ''),
    )
  const add = async (text: string) => {
    await options.evaluate((typed) => {
      const field = document.querySelector<HTMLInputElement>('.add input[type=text]')
      if (!field) throw new Error('no field')
      field.value = typed
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }, text)
    await options.click('button', 'Add')
  }
  const search = (words: string) =>
    options.evaluate((typed) => {
      const field = document.querySelector<HTMLInputElement>('[type=search]')
      if (!field) throw new Error('no search')
      field.value = typed
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }, words)
  /** Chooses a file as a person does in the browser's dialogue. */
  const importText = (text: string) =>
    options.evaluate((content) => {
      const input = document.querySelector<HTMLInputElement>('input[type=file]')
      if (!input) throw new Error('no place for a file')
      const chosen = new DataTransfer()
      chosen.items.add(new File([content], 'settings.json', { type: 'application/json' }))
      input.files = chosen.files
      input.dispatchEvent(new Event('change', { bubbles: true }))
    }, text)

  test('a site is added, found, removed and brought back', async () => {
    const page = await rig.open('http://www.added.test/report.html')
    await untilMarks(page, 'zte', ['ZTE', 'ZTE'])
    await add('https://added.test/some/page')
    await untilEqual('the list', () => sites(), ['added.test'])
    await untilEqual('badge', () => rig.badge(page), 'off')
    await add('bücher.example')
    await untilEqual('the list', () => sites(), ['added.test', 'bücher.example'])
    await search('BÜCHER')
    await untilEqual('what is found', () => sites(), ['bücher.example'])
    await search('xn--bcher')
    await untilEqual('what is found', () => sites(), ['bücher.example'])
    await search('')
    await options.click('button', 'Remove added.test')
    await untilEqual('the list', () => sites(), ['bücher.example'])
    await page.bringToFront()
    await untilMarks(page, 'zte', ['ZTE', 'ZTE'])
    await options.click('button', 'Undo')
    await untilEqual('the list', () => sites(), ['added.test', 'bücher.example'])
    await untilEqual('badge', () => rig.badge(page), 'off')
    await page.close()
  })

  test('what is no site is refused in words', async () => {
    await add('two words')
    await until('the fault', async () => (await options.text()).includes('This is no site.'))
    expect(await sites()).toEqual([])
    expect((await settings()).sites).not.toContainEqual(expect.objectContaining({ state: 'off' }))
  })

  test('two pages of settings agree', async () => {
    const other = await openOptions()
    await add('both.test')
    await untilEqual('the other list', () => sites(other), ['both.test'])
    await other.close()
  })

  test('every choice is kept, and can be taken back', async () => {
    const choose = (name: string, value: string) =>
      options.evaluate(
        (name, value) =>
          document.querySelector<HTMLInputElement>(`[name=${name}][value=${value}]`)?.click(),
        name,
        value,
      )
    for (const [name, value] of [
      ['mode', 'listed'],
      ['density', 'paragraph'],
      ['look', 'underline'],
    ] as const) {
      await choose(name, value)
      await untilEqual(name, async () => (await settings()).choices[name], value)
    }
    await options.evaluate(() => {
      const labels = [...document.querySelectorAll('.kinds label')]
      labels
        .find((it) => it.textContent === 'ZTE')
        ?.querySelector('input')
        ?.click()
    })
    await untilEqual('ZTE', async () => (await settings()).choices['markZte'], false)
    await options.click('button', 'Undo')
    await untilEqual('ZTE', async () => (await settings()).choices['markZte'], true)
  })

  test('a colour that is hard to see is shown at once, and warned of', async () => {
    const pick = (colour: string, event: 'input' | 'change') =>
      options.evaluate(
        (colour, event) => {
          const field = document.querySelector<HTMLInputElement>(
            '[aria-label="Colour of ZTE’s marks"]',
          )
          if (!field) throw new Error('no colour')
          field.value = colour
          field.dispatchEvent(new Event(event, { bubbles: true }))
        },
        colour,
        event,
      )
    const preview = () =>
      options.evaluate(() => {
        const mark = [...document.querySelectorAll('.mark')].find((it) => it.textContent === 'ZTE')
        return mark ? getComputedStyle(mark).textDecorationColor : ''
      })
    await pick('#ffff00', 'input')
    await untilEqual('the preview', preview, 'rgb(255, 255, 0)')
    await until('the warning', async () =>
      /the underline of ZTE on light pages has a contrast of 1[.,]0\d/.test(await options.text()),
    )
    expect((await settings()).choices['colourZte']).toBe('#0e8494')
    await pick('#ffff00', 'change')
    await untilEqual('the colour', async () => (await settings()).choices['colourZte'], '#ffff00')
    await options.click('button', 'Usual colours and lines')
    await untilEqual('the preview', preview, 'rgb(14, 132, 148)')
    await until('no warning', async () => !(await options.text()).includes('Hard to see'))
  })

  test('a wrong match is listed, and can be marked again', async () => {
    await callBackground(rig, front, 'editSettings', {
      hidden: [{ site: '*.a.example', kind: 'company', name: 'Honor', state: 'hidden' }],
    })
    await options.click('button', 'Mark again: “Honor” on a.example')
    await until('none', async () => (await options.text()).includes('None so far.'))
    await options.click('button', 'Undo')
    await until('it is back', async () => (await options.text()).includes('Honor'))
  })

  test('what is exported comes back by an import', async () => {
    await add('one.example')
    await add('*.two.example')
    await untilEqual('the list', () => sites(), ['one.example', 'two.example'])
    await options.evaluate(() => {
      const create = URL.createObjectURL.bind(URL)
      URL.createObjectURL = (blob: Blob) => {
        Object.assign(globalThis, { exported: blob.text() })
        return create(blob)
      }
      HTMLAnchorElement.prototype.click = function save() {
        Object.assign(globalThis, { named: this.download })
      }
    })
    await options.click('button', 'Export to a file')
    const [name, text] = await until('the file', () =>
      options.evaluate(async () => {
        const { named, exported } = globalThis as unknown as {
          named?: string
          exported: Promise<string>
        }
        return named !== undefined && ([named, await exported] as [string, string])
      }),
    )
    expect(name).toMatch(/^source-context-settings-\d{4}-\d\d-\d\d\.json$/)
    await options.click('button', 'Remove one.example')
    await untilEqual('the list', () => sites(), ['two.example'])
    await importText(text)
    await untilSaid('Imported: 2 sites, 0 wrong matches.')
    await untilEqual('the list', () => sites(), ['one.example', 'two.example'])
  })

  test('a broken file changes nothing and says where it is wrong, whichever way it is broken', async () => {
    await add('kept.example')
    await untilEqual('the list', () => sites(), ['kept.example'])
    const before = JSON.stringify(await settings())
    for (const [what, text, expected] of HOSTILE_FILES) {
      await importText('{"format": "source-context-settings", "version": 2}')
      await untilSaid('Imported: 0 sites')
      await importText(text)
      await until(what, async () => expected.test(await said())).catch(async () =>
        expect(await said(), what).toMatch(expected),
      )
    }
    expect(JSON.stringify(await settings())).toBe(before)
    expect(await options.evaluate(() => document.querySelectorAll('img').length)).toBe(1)
  })

  test('ten thousand sites are imported, found, said not to fit, and taken back', async () => {
    const many = Array.from({ length: 10_000 }, (_, at) => ({
      site: `*.site-${at}.example`,
      state: 'off',
    }))
    await importText(JSON.stringify({ format: 'source-context-settings', version: 2, sites: many }))
    await untilSaid('10,000 sites')
    await until('all of them', async () => (await options.text()).includes('10,000 sites'))
    await until('the list', async () => (await sites()).length > 10)
    expect((await sites()).length).toBeLessThan(200)
    await search('site-7777.')
    await untilEqual('what is found', () => sites(), ['site-7777.example'])
    await until('what does not fit', async () =>
      /storage is full: [\d,]+ sites and names are kept on this device only/.test(
        await options.text(),
      ),
    )
    const sizes = () =>
      inExtension(rig, front, async (api) => {
        const items = Object.entries(await api.storage.sync.get(null))
        return items.map(([key, value]) => key.length + JSON.stringify(value).length)
      })
    const filled = await until('the synchronised items', async () => {
      const all = await sizes()
      return all.length > 10 && all
    })
    expect(Math.max(...filled)).toBeLessThanOrEqual(8192)
    expect(filled.reduce((sum, it) => sum + it, 0)).toBeLessThanOrEqual(102_400)
    const page = await rig.open('http://quick.test/report.html')
    await untilMarks(page, 'zte', ['ZTE', 'ZTE'])
    await callBackground(rig, page, 'switchSite', { site: '*.quick.test', off: true })
    await untilMarks(page, 'zte', [])
    await page.close()
    await options.click('button', 'Undo')
    await untilEqual(
      'sites',
      async () => {
        const { sites } = (await settings()) as unknown as { sites: { state: string }[] }
        return sites.filter(({ state }) => state !== 'unset').length
      },
      1,
    )
  })

  // Axe looks the same way at the same elements in both browsers; once is enough.
  test.skipIf(process.env['E2E_BROWSER'] === 'firefox')(
    'is accessible, empty and full',
    async () => {
      expect(await faultsIn(options)).toEqual([])
      await add('a.example')
      await untilEqual('the list', () => sites(), ['a.example'])
      await options.click('button', 'Reset everything')
      expect(await faultsIn(options)).toEqual([])
      await options.click('button', 'Cancel')
    },
  )
})
