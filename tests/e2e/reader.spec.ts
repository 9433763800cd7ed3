import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startRig, type Rig } from './harness/rig.ts'
import { until } from './harness/until.ts'

describe('reader', () => {
  let rig: Rig
  beforeAll(async () => {
    rig = await startRig()
  })
  afterAll(() => rig.close())

  test('shows the cited passage in its document, checked, with where each fact is from', async () => {
    const page = await rig.open(`${rig.site.origin}/report.html`)
    const panel = await rig.openDigest(page)
    await panel.click('tab', 'Search')
    await until('the search box', async () => (await panel.names('searchbox')).length > 0)
    await panel.fill('Eastburn evaluating')
    await panel.click('button', 'Show in source')
    const reader = await rig.findOwnPage('/reader.html')
    await until('the passage', () =>
      reader.evaluate(() => document.querySelector('mark')?.textContent?.includes('Eastburn')),
    )
    const facts = await reader.evaluate(() => document.querySelector('.facts')?.textContent ?? '')
    expect(facts).toContain('The Security Ledger')
    expect(facts).toContain('looked up')
    expect(facts).toContain('the text below is unchanged')
    expect(await reader.evaluate(() => document.querySelectorAll('.reader-comment').length)).toBe(2)
    await reader.close()
    await panel.close()
  })

  test('leads to any paragraph by its address', async () => {
    const page = await rig.open(`${rig.site.origin}/report.html`)
    const panel = await rig.openDigest(page)
    await panel.click('tab', 'Sources')
    await panel.click('button', 'Read the document')
    const reader = await rig.findOwnPage('/reader.html')
    await until('the document', () =>
      reader.evaluate(() => document.querySelector('.anchor') !== null),
    )
    const text = await reader.evaluate(() => {
      const third = document.querySelectorAll<HTMLAnchorElement>('.anchor')[2]
      third?.click()
      return third?.parentElement?.querySelector('p:not(.label)')?.textContent ?? ''
    })
    await until('the paragraph is lit', () =>
      reader.evaluate((text) => document.querySelector('mark')?.textContent === text, text),
    )
    expect(await reader.evaluate(() => location.hash)).toMatch(/^#\w+:\d+-\d+$/)
    await reader.close()
    await panel.close()
  })

  test('says so when there is no such document', async () => {
    const page = await rig.open(`${rig.site.origin}/report.html`)
    const panel = await rig.openDigest(page)
    await panel.click('tab', 'Sources')
    await panel.click('button', 'Read the document')
    const reader = await rig.findOwnPage('/reader.html')
    await reader.evaluate(() => void (location.hash = '#nowhere'))
    await until('the notice', () =>
      reader.evaluate(() => document.body.textContent?.includes('cannot be shown')),
    )
    await reader.close()
    await panel.close()
  })
})
