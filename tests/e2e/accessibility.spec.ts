import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { untilMarks } from './harness/marks.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { until } from './harness/until.ts'
import type { View } from './harness/view.ts'

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

/** What axe finds wrong in a view: rule and element, one a line. */
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
describe.skipIf(process.env['E2E_BROWSER'] === 'firefox')('accessibility', () => {
  let rig: Rig
  beforeAll(async () => {
    rig = await startRig()
  })
  afterAll(() => rig.close())

  test.each(['This page', 'Timeline', 'Sources', 'Search'])('digest, %s', async (tab) => {
    const page = await rig.open(`${rig.site.origin}/report.html`)
    await untilMarks(page, 'zte', ['ZTE', 'ZTE'])
    const digest = await rig.openDigest(page)
    await until('the digest', async () => (await digest.text()).includes('Shops on bases'))
    await digest.click('tab', tab)
    if (tab === 'Search') await digest.fill('Pentagon')
    expect(await faultsIn(digest)).toEqual([])
    await digest.close()
  })

  test('popup', async () => {
    const page = await rig.open(`${rig.site.origin}/report.html`)
    const popup = await rig.openPopup(page)
    await until('counts', async () => (await popup.text()).includes('Mentions are marked'))
    expect(await faultsIn(popup)).toEqual([])
    await popup.close()
  })
})
