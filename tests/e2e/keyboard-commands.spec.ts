import { readFileSync } from 'node:fs'
import type { Frame, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { untilCard } from './harness/card.ts'
import { untilMarks } from './harness/marks.ts'
import { pressShortcut, readShortcuts } from './harness/press-shortcut.ts'
import { startRig, type Rig } from './harness/rig.ts'
import { until, untilEqual } from './harness/until.ts'

const OUTER = `<!doctype html><meta charset="utf-8"><title>Frames</title><body style="font:18px/2 serif">
  <p>The chips were sold to ZTE.</p><p>The phones were made by Huawei.</p>
  <div style="height: 2000px"></div><iframe src="/step-inner" width="600" height="200"></iframe>`
const INNER = `<!doctype html><meta charset="utf-8"><title>Inner</title>
  <p>In a frame: Huawei again.</p><div style="height: 900px"></div><p>And ZTE Corporation.</p>`

/** The keys that the browser itself holds for the extension, and how stepping goes through frames. */
describe('keyboard commands', () => {
  let rig: Rig
  beforeAll(async () => {
    rig = await startRig()
    rig.site.put('/step-outer', OUTER)
    rig.site.put('/step-inner', INNER)
  })
  afterAll(() => rig.close())

  /** The words that are outlined in a frame. */
  const current = (frame: Page | Frame) =>
    frame.evaluate(() =>
      [...(CSS.highlights.get('source-context-current') ?? [])].map((part) => {
        const range = document.createRange()
        range.setStart(part.startContainer, part.startOffset)
        range.setEnd(part.endContainer, part.endOffset)
        return range.toString()
      }),
    )

  test('each suggested key is one that the browser grants', async () => {
    const page = await rig.open(`${rig.site.origin}/report.html`)
    const folder = rig.name === 'chromium' ? 'chrome-mv3' : 'firefox-mv3'
    const { commands } = JSON.parse(readFileSync(`.output/${folder}/manifest.json`, 'utf8')) as {
      commands: Record<string, { suggested_key?: { default: string } }>
    }
    const wanted = Object.entries(commands).flatMap(([name, { suggested_key: key }]) =>
      key ? [[name, key.default]] : [],
    )
    const granted = await readShortcuts(rig, page)
    expect(wanted.map(([name = '']) => [name, granted.get(name)])).toEqual(wanted)
    expect(wanted.map(([name]) => name)).toContain('next-mention')
  })

  test('the keys for the next and the previous mention go there', async () => {
    const page = await rig.open(`${rig.site.origin}/report.html`)
    await untilMarks(page, 'action', ['Pentagon ordered'])
    await pressShortcut(rig, page, 'next-mention')
    await untilEqual('the first', () => current(page), ['Pentagon ordered'])
    await pressShortcut(rig, page, 'next-mention')
    await untilEqual('the second', () => current(page), ['Huawei'])
    await pressShortcut(rig, page, 'previous-mention')
    await untilEqual('the first again', () => current(page), ['Pentagon ordered'])
  })

  test('stepping goes on into frames and comes back, one mention outlined in all', async () => {
    const page = await rig.open(`${rig.site.origin}/step-outer`)
    const frame = await until('the frame', () =>
      page.frames().find((it) => it.url().endsWith('/step-inner')),
    )
    await untilEqual('the badge counts both', () => rig.badge(page), '4')
    const seen: string[] = []
    for (const key of ['next', 'next', 'next', 'next', 'next', 'previous', 'previous']) {
      const all = async () => JSON.stringify([await current(page), await current(frame)])
      const before = await all()
      await pressShortcut(rig, page, `${key}-mention`)
      await until(
        'another mention',
        async () => (await all()) !== before && (await all()) !== '[[],[]]',
      )
      seen.push(await all())
    }
    expect(seen).toEqual([
      '[["ZTE"],[]]',
      '[["Huawei"],[]]',
      '[[],["Huawei"]]',
      '[[],["ZTE Corporation"]]',
      '[["ZTE"],[]]',
      '[[],["ZTE Corporation"]]',
      '[[],["Huawei"]]',
    ])
  })

  test('a mention in a frame is brought into view, and the chord opens its card there', async () => {
    const page = await rig.open(`${rig.site.origin}/step-outer`)
    const frame = await until('the frame', () =>
      page.frames().find((it) => it.url().endsWith('/step-inner')),
    )
    await untilEqual('the badge counts both', () => rig.badge(page), '4')
    await pressShortcut(rig, page, 'previous-mention')
    await untilEqual('the last of all', () => current(frame), ['ZTE Corporation'])
    expect(await frame.evaluate(() => scrollY)).toBeGreaterThan(500)
    await until('the frame is in view', () =>
      page.evaluate(() => {
        const box = document.querySelector('iframe')?.getBoundingClientRect()
        return box !== undefined && box.top < innerHeight && box.bottom > 0
      }),
    )
    await page.keyboard.down('Alt')
    await page.keyboard.down('Shift')
    await page.keyboard.press('KeyO')
    await page.keyboard.up('Shift')
    await page.keyboard.up('Alt')
    await untilCard(frame, '“ZTE Corporation”')
  })

  test('a mention deep in a paragraph taller than the window is brought into view', async () => {
    const filler = 'Nothing to see in this line. '.repeat(900)
    rig.site.put('/tall', `<title>Tall</title><p>${filler}</p><p>${filler} By ZTE. ${filler}</p>`)
    const page = await rig.open(`${rig.site.origin}/tall`)
    await untilEqual('the badge counts it', () => rig.badge(page), '1')
    await pressShortcut(rig, page, 'next-mention')
    await until('it is in view', () =>
      page.evaluate(() => {
        const [part] = CSS.highlights.get('source-context-current') ?? []
        if (!part) return false
        const range = document.createRange()
        range.setStart(part.startContainer, part.startOffset)
        range.setEnd(part.endContainer, part.endOffset)
        const { top, bottom } = range.getBoundingClientRect()
        return top > 0 && bottom < innerHeight
      }),
    )
  })
})
