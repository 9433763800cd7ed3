import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { OffReason } from '../../core/settings/page-state.ts'
import { createTabBadges } from '../../extension/tab-badges.ts'

const TAB = 7

/** A browser's toolbar button for one tab, whose text the browser puts back when a page opens. */
const button = vi.hoisted(() => ({
  text: '',
  /** What a change of the button waits for, so that a test decides when it ends. */
  hold: Promise.resolve(),
}))

vi.mock('wxt/browser', () => ({
  browser: {
    tabs: { get: async (id: number) => ({ id }), query: async () => [{ id: TAB }] },
    action: {
      getBadgeText: async () => button.text,
      setBadgeText: async ({ text }: { text: string }) => {
        button.text = text
      },
      setTitle: () => button.hold,
      setBadgeBackgroundColor: async () => undefined,
      setIcon: async () => undefined,
    },
  },
}))
/** What the tab's frames have reported. */
const reported = vi.hoisted(() => ({ huawei: 0, zte: 0, action: 0, own: 0 }))
vi.mock('../../extension/tab-counts.ts', () => ({
  readTabCounts: async () => new Map([[TAB, reported]]),
}))

describe('the badge of a tab', () => {
  let off: OffReason | undefined
  const openPage = () => {
    button.text = ''
  }
  const newBadges = () => createTabBadges({ describe: async () => ({ off }) as never })
  beforeEach(() => {
    off = undefined
    Object.assign(reported, { huawei: 2, action: 1 })
    button.text = ''
    button.hold = Promise.resolve()
  })

  test('tells the number that was reported, or that it is off', async () => {
    const badges = newBadges()
    await badges.report(TAB, true)
    expect(button.text).toBe('3')
    off = 'site'
    await badges.checkAll()
    expect(button.text).toBe('off')
  })

  test('is right on a page that opens while a late report of the one before is waiting', async () => {
    off = 'site'
    Object.assign(reported, { huawei: 0, action: 0 })
    const badges = newBadges()
    let goOn = () => {}
    button.hold = new Promise((done) => (goOn = done))
    const painting = badges.checkAll()
    await vi.waitUntil(() => button.text === 'off')
    openPage()
    const both = [badges.report(TAB, false), badges.greet(TAB)]
    goOn()
    await Promise.all([painting, ...both])
    expect(button.text).toBe('off')
  })
})
