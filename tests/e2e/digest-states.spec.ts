import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startRig, type Rig } from './harness/rig.ts'
import { until } from './harness/until.ts'
import { pageView, type View } from './harness/view.ts'

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

async function faultsIn(view: View): Promise<string[]> {
  await view.addScript(AXE)
  return view.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await axe.run()
    return violations.flatMap(({ id, nodes }) => nodes.map((it) => `${id}: ${it.html}`))
  })
}

/** Firefox’s sidebar has no place for a foreign script; the same pages are checked in Chromium. */
describe.skipIf(process.env['E2E_BROWSER'] === 'firefox')('every state of the digest', () => {
  let rig: Rig
  beforeAll(async () => {
    rig = await startRig()
  })
  afterAll(() => rig.close())

  /** The real panel beside a page, once it says `words`. */
  const openBeside = async (path: string, words: string) => {
    const page = await rig.open(rig.site.origin + path)
    const panel = await rig.openDigest(page)
    await until(words, async () => (await panel.text()).includes(words))
    return panel
  }

  test.each([
    ['claims checked', '/claims.html', 'as in the sources'],
    ['no mention', '/elsewhere.html', 'No mention on this page'],
    ['a few mentions', '/long.html', 'Far below'],
  ])('%s is accessible', async (_name, path, words) => {
    const panel = await openBeside(path, words)
    expect(await faultsIn(panel)).toEqual([])
    await panel.close()
  })

  test.each(['Timeline', 'Sources', 'Search'])(
    '%s of a page with claims is accessible, everything open',
    async (tab) => {
      const panel = await openBeside('/claims.html', 'altered')
      await panel.click('tab', tab)
      await until('the pane', async () => (await panel.names('heading')).length > 1)
      await panel.evaluate(() => {
        for (const it of document.querySelectorAll('details')) it.open = true
      })
      expect(await faultsIn(panel)).toEqual([])
      await panel.close()
    },
  )

  test('the menu of exports is accessible, and closes with Escape', async () => {
    const panel = await openBeside('/claims.html', 'altered')
    await panel.click('button', 'Export')
    await until('the menu', async () => (await panel.names('button')).includes('JSON, everything'))
    expect(await faultsIn(panel)).toEqual([])
    await panel.evaluate(() =>
      document
        .querySelector('.export')
        ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
    )
    await until(
      'it is closed',
      async () => !(await panel.names('button')).includes('JSON, everything'),
    )
    await panel.close()
  })

  test('a page to print holds all of it, and is accessible', async () => {
    const panel = await openBeside('/claims.html', 'altered')
    await panel.click('button', 'Export')
    await panel.click('button', 'A page to print')
    const printed = pageView(await rig.findOwnPage('/sidepanel.html?tab='))
    await until('the record', async () => (await printed.text()).includes('What the page mentions'))
    const text = await printed.text()
    expect(text).toContain('Quotations checked')
    expect(text).toMatch(/SHA-256 [0-9a-f]{64}/)
    expect(await faultsIn(printed)).toEqual([])
    await printed.close()
    await panel.close()
  })

  test('an export is a file that holds the page and its sources', async () => {
    const panel = await openBeside('/claims.html', 'altered')
    await panel.evaluate(() => {
      const saved: { name: string; text: Promise<string> }[] = []
      Object.assign(globalThis, { saved })
      const blobs = new Map<string, Blob>()
      const create = URL.createObjectURL.bind(URL)
      URL.createObjectURL = (blob: Blob) => {
        const address = create(blob)
        blobs.set(address, blob)
        return address
      }
      HTMLAnchorElement.prototype.click = function save() {
        saved.push({
          name: this.download,
          text: blobs.get(this.href)?.text() ?? Promise.resolve(''),
        })
      }
    })
    await panel.click('button', 'Export')
    await panel.click('button', 'JSON, everything')
    const { name, text } = await until('the file', () =>
      panel.evaluate(async () => {
        const [first] = (
          globalThis as unknown as { saved: { name: string; text: Promise<string> }[] }
        ).saved
        return first && { name: first.name, text: await first.text }
      }),
    )
    expect(name).toMatch(/^source-context-looking-back-at-the-phone-orders-\d{4}-\d\d-\d\d\.json$/)
    const record = JSON.parse(text) as {
      page: { address: string }
      documents: { sha256: string }[]
    }
    expect(record.page.address).toBe(`${rig.site.origin}/claims.html`)
    expect(record.documents.length).toBeGreaterThan(1)
    await panel.close()
  })

  test('two windows show their own pages', async () => {
    const page = await rig.open(`${rig.site.origin}/report.html`)
    const panel = await rig.openDigest(page)
    await until('the first page', async () => (await panel.text()).includes('Shops on bases'))
    const helper = await rig.findOwnPage('/manifest.json')
    const other = await helper.evaluate(async (url) => {
      const { chrome } = globalThis as unknown as { chrome: WindowApi }
      const { id } = await chrome.windows.create({ url })
      await chrome.sidePanel.open({ windowId: id })
      return id
    }, `${rig.site.origin}/long.html`)
    const panels = await until('a second panel', async () => {
      const targets = rig.browser.targets().filter((it) => it.url().endsWith('/sidepanel.html'))
      return targets.length === 2 && Promise.all(targets.map((it) => it.asPage()))
    })
    const titles = () =>
      Promise.all(
        panels.map((it) => it.evaluate(() => document.querySelector('h1')?.textContent ?? '')),
      )
    await until('each its own', async () => {
      const now = await titles()
      return now.includes('Shops on bases') && now.includes('A long report')
    })
    await helper.evaluate((id) => {
      const { chrome } = globalThis as unknown as { chrome: WindowApi }
      return chrome.windows.remove(id)
    }, other)
    await until('the first one is left', async () =>
      (await panel.text()).includes('Shops on bases'),
    )
    await panel.close()
  })
})

/** The little of the extension API that opens windows. */
type WindowApi = {
  windows: { create(of: object): Promise<{ id: number }>; remove(id: number): Promise<void> }
  sidePanel: { open(of: object): Promise<void> }
}

/** Chromium lets no script take away what the manifest asks for. */
describe.skipIf(process.env['E2E_BROWSER'] !== 'firefox')('without the right to read pages', () => {
  let rig: Rig
  beforeAll(async () => {
    rig = await startRig()
  })
  afterAll(() => rig.close())

  test('the digest says so and offers to ask for it', async () => {
    const page = await rig.open(`${rig.site.origin}/report.html`)
    const panel = await rig.openDigest(page)
    await until('the page', async () => (await panel.text()).includes('Shops on bases'))
    const helper = await rig.findOwnPage('/manifest.json')
    await helper.evaluate(async () => {
      const { browser } = globalThis as unknown as {
        browser: { permissions: { remove(of: object): Promise<boolean> } }
      }
      await browser.permissions.remove({ origins: ['<all_urls>'] })
    })
    await page.reload()
    await until('the notice', async () => (await panel.text()).includes('No page may be read'))
    expect(await panel.names('button')).toContain('Allow reading pages')
    await panel.click('tab', 'Sources')
    await until('the sources', async () => (await panel.text()).includes('The Inquirer'))
    await panel.close()
  })
})
