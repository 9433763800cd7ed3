import { describe, expect, test } from 'vitest'
import { faultsIn } from './harness/axe.ts'
import { digestSpec } from './harness/digest.ts'
import { until } from './harness/until.ts'

describe('accessibility', () => {
  const spec = digestSpec()

  test.each(['This page', 'Timeline', 'Sources', 'Search'])('digest, %s', async (tab) => {
    const { panel } = await spec.openChecked('/report.html', 'Shops on bases')
    await panel.click('tab', tab)
    if (tab === 'Search') {
      await until('the search box', async () => (await panel.names('searchbox')).length > 0)
      await panel.fill('Pentagon')
    }
    expect(await faultsIn(panel)).toEqual([])
  })

  test('popup', async () => {
    const page = await spec.rig.open(`${spec.rig.site.origin}/report.html`)
    const popup = await spec.rig.openPopup(page)
    await until('counts', async () => (await popup.text()).includes('Mentions are marked'))
    expect(await faultsIn(popup)).toEqual([])
    await popup.close()
  })
})
