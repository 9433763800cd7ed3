import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsIn } from './harness/axe.ts'
import { canManage, startManaged } from './harness/managed.ts'
import { untilCard } from './harness/card.ts'
import { untilMarks } from './harness/marks.ts'
import { callBackground } from './harness/own-api.ts'
import { hover } from './harness/pointer.ts'
import { pressShortcut } from './harness/press-shortcut.ts'
import type { Rig } from './harness/rig.ts'
import { until } from './harness/until.ts'
import { pageView } from './harness/view.ts'

const POLICY = {
  mode: 'everywhere',
  density: 'page',
  markZte: false,
  sitesOff: ['*.intranet.test'],
  sitesOn: ['*.kept.test'],
  sync: false,
  colourZte: 'red',
  locked: ['mode', 'markZte', 'sites', 'sync'],
}
type Kept = {
  settings: { choices: Record<string, unknown>; sites: { site: string; state: string }[] }
  policy: { faults: string[] }
  sync: { name: string }
}

// Chromium reads policies from a folder of root's; where we are not root, Firefox shows the same.
describe.skipIf(!canManage())('a browser that an organisation has set up', () => {
  let rig: Rig
  let front: Page
  beforeAll(async () => {
    rig = await startManaged(POLICY)
    front = await rig.open('http://front.test/elsewhere.html')
    // Chromium hands policies to a new extension a moment after it starts.
    await until('the policy', async () => (await kept()).settings.choices['density'] === 'page')
  })
  afterAll(() => rig.close())

  const kept = async () => (await callBackground(rig, front, 'readSettings')) as Kept
  const edit = (change: Parameters<typeof callBackground>[3]) =>
    callBackground(rig, front, 'editSettings', change)

  test('starts with its defaults, and with what is locked', async () => {
    const { settings, sync } = await kept()
    expect(settings.choices).toMatchObject({ density: 'page', markZte: false })
    expect(sync.name).toBe('off')
  })

  test('marks nothing on a site that is off, and the rest as it says', async () => {
    const off = await rig.open('http://news.intranet.test/report.html')
    const on = await rig.open('http://www.morning.test/report.html')
    await untilMarks(on, 'zte', [])
    await until('the badge', async () => (await rig.badge(off)) === 'off')
    await off.close()
    await on.close()
  })

  test('changes a default, but nothing that is locked, whoever asks', async () => {
    await edit({
      choices: { density: 'every', mode: 'listed', markZte: true },
      sites: [{ site: 'news.intranet.test', state: 'on' }],
    })
    await callBackground(rig, front, 'switchSite', { site: '*.intranet.test', off: false })
    await callBackground(rig, front, 'setSync', true)
    const { settings, sync } = await kept()
    expect(settings.choices).toMatchObject({ density: 'every', mode: 'everywhere', markZte: false })
    expect(settings.sites.filter(({ site }) => site.endsWith('intranet.test'))).toMatchObject([
      { site: '*.intranet.test', state: 'off' },
    ])
    expect(sync.name).toBe('off')
  })

  test('comes back to the organisation’s defaults after a reset', async () => {
    await edit({ choices: { density: 'none' } })
    await callBackground(rig, front, 'resetSettings')
    expect((await kept()).settings.choices).toMatchObject({ density: 'page' })
  })

  test('says on the settings page what is locked, and what could not be read', async () => {
    const options = pageView(await rig.openOwn('/options.html'))
    await until('the settings', async () => (await options.text()).includes('Keeping settings'))
    expect(await options.text()).toContain('Set by your organisation.')
    const disabled = await options.evaluate(() =>
      [...document.querySelectorAll<HTMLInputElement>('input:disabled')].map(
        (it) => it.name || it.type,
      ),
    )
    expect(disabled).toContain('mode')
    expect(disabled).toContain('checkbox')
    expect(disabled).not.toContain('density')
    // Chromium checks the kinds of values itself, but not what colours are.
    expect((await kept()).policy.faults).toEqual(['colourZte'])
    expect(await options.text()).toContain('colourZte')
    expect(await faultsIn(options)).toEqual([])
    await options.close()
  })

  test('offers no switch in the card of a site that it keeps on', async () => {
    const page = await rig.open('http://news.kept.test/report.html')
    await untilMarks(page, 'action', ['Pentagon ordered'])
    await hover(page, 'Pentagon ordered')
    const card = await untilCard(page, 'Pentagon')
    const names = card.elements.map(({ name }) => name)
    expect(names).toContain('Wrong match')
    expect(names).not.toContain('Off on this site')
    await page.close()
  })

  test('says in the digest why the switch cannot be turned', async () => {
    const page = await rig.open('http://news.intranet.test/report.html')
    const digest = pageView(await rig.openDigestTab(page))
    await until('the reason', async () =>
      (await digest.text()).includes('Set by your organisation.'),
    )
    const isDisabled = () => document.querySelector<HTMLInputElement>('[role=switch]')?.disabled
    expect(await digest.evaluate(isDisabled)).toBe(true)
    expect(await digest.names('button')).not.toContain('Switch on')
    await digest.close()
    await page.close()
  })

  test('answers the keys of the switch with the page that says why', async () => {
    const page = await rig.open('http://news.intranet.test/report.html')
    await pressShortcut(rig, page, 'toggle-site')
    const options = await rig.findOwnPage('/options.html')
    await until('the site', () =>
      options.evaluate(() => document.body.innerText.includes('intranet.test')),
    )
    expect((await kept()).settings.sites).toMatchObject([
      { site: '*.kept.test', state: 'on' },
      { site: '*.intranet.test', state: 'off' },
    ])
    await options.close()
    await page.close()
  })

  test('says in the popup why a site’s switch cannot be turned', async () => {
    const page = await rig.open('http://news.intranet.test/report.html')
    const popup = await rig.openPopup(page)
    await until('the reason', async () =>
      (await popup.text()).includes('Set by your organisation.'),
    )
    const isDisabled = () => document.querySelector<HTMLInputElement>('[role=switch]')?.disabled
    expect(await popup.evaluate(isDisabled)).toBe(true)
    await popup.close()
    await page.close()
  })
})
