import type { Page } from 'puppeteer-core'
import { untilSaid } from '../tests/e2e/harness/digest-said.ts'
import type { Rig } from '../tests/e2e/harness/rig.ts'
import { until } from '../tests/e2e/harness/until.ts'
import { pageView, type View } from '../tests/e2e/harness/view.ts'

/** One state of the digest: the page that it speaks of, and what leads to the state. */
export type Scene = {
  title: string
  path: string
  /** Answers another page where the state is not the digest's own. */
  show(panel: View, rig: Rig, page: Page): Promise<Page | void>
}

const CLAIMS = '/claims.html'
const claims = async (panel: View) => untilSaid(panel, 'altered')
const inTab = (tab: string, then?: (panel: View) => Promise<void>) => async (panel: View) => {
  await claims(panel)
  await panel.click('tab', tab)
  await then?.(panel)
}

async function findReader(panel: View, rig: Rig, words: string): Promise<Page> {
  await panel.click('tab', 'Search')
  await panel.fill(words)
  await panel.click('button', 'Show in source')
  const reader = await rig.findOwnPage('/reader.html')
  await until('the passage', () => reader.evaluate(() => document.querySelector('mark') !== null))
  return reader
}

export const DIGEST_SCENES: Scene[] = [
  { title: 'claims', path: CLAIMS, show: claims },
  {
    title: 'claims-by-company',
    path: CLAIMS,
    show: async (panel) => {
      await claims(panel)
      await panel.choose('Order of the mentions', 'by company')
      await panel.evaluate(() => scrollTo(0, 10_000))
    },
  },
  {
    title: 'reading-order',
    path: '/report.html',
    show: async (panel) => {
      await untilSaid(panel, 'Shops on bases')
      await panel.choose('Order of the mentions', 'in reading order')
    },
  },
  { title: 'timeline', path: CLAIMS, show: inTab('Timeline') },
  {
    title: 'timeline-event-open',
    path: CLAIMS,
    show: inTab('Timeline', async (panel) => {
      await panel.evaluate(() => {
        const lit = document.querySelectorAll<SVGElement>('.point.lit')[0]
        lit?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
      })
      await until('its quotes', () =>
        panel.evaluate(() => document.querySelector('.events details[open]') !== null),
      )
    }),
  },
  {
    title: 'timeline-nothing-left',
    path: CLAIMS,
    show: inTab('Timeline', async (panel) => {
      await panel.choose('Company', 'ZTE')
      await panel.choose('Kind of action', 'ban')
      await panel.choose('Agency', 'FTC')
    }),
  },
  { title: 'sources', path: CLAIMS, show: inTab('Sources') },
  {
    title: 'coverage',
    path: CLAIMS,
    show: inTab('Sources', (panel) => panel.evaluate(() => scrollTo(0, 10_000))),
  },
  { title: 'search', path: CLAIMS, show: inTab('Search') },
  {
    title: 'search-hits',
    path: CLAIMS,
    show: inTab('Search', (panel) => panel.fill('Pentagno risk')),
  },
  {
    title: 'search-nothing',
    path: CLAIMS,
    show: inTab('Search', (panel) => panel.fill('lighthouse keeper')),
  },
  {
    title: 'export',
    path: CLAIMS,
    show: async (panel) => {
      await claims(panel)
      await panel.click('button', 'Export')
    },
  },
  {
    title: 'print',
    path: CLAIMS,
    show: async (panel, rig) => {
      await claims(panel)
      await panel.click('button', 'Export')
      await panel.click('button', 'A page to print')
      const printed = await rig.findOwnPage('/sidepanel.html?print')
      await untilSaid(pageView(printed), 'Documents')
      return printed
    },
  },
  {
    title: 'no-mention',
    path: '/elsewhere.html',
    show: (panel) => untilSaid(panel, 'No mention on this page'),
  },
  {
    title: 'off',
    path: 'http://weekly.test/report.html',
    show: async (panel) => {
      await untilSaid(panel, 'Shops on bases')
      await panel.click('switch', 'weekly.test')
      await untilSaid(panel, 'Off on weekly.test')
    },
  },
  {
    title: 'loading',
    path: '/report.html',
    show: async (panel, rig, page) => {
      await untilSaid(panel, 'Shops on bases')
      rig.site.hold('/slow.html', '<!doctype html><title>Slow</title><p>ZTE')
      page.goto(`${rig.site.origin}/slow.html`).catch(() => undefined)
      await untilSaid(panel, 'Reading the page')
    },
  },
  {
    title: 'reader',
    path: CLAIMS,
    show: async (panel, rig) => {
      await claims(panel)
      const reader = await findReader(panel, rig, 'Eastburn evaluating')
      await reader.evaluate(() => scrollTo(0, 0))
      return reader
    },
  },
  {
    title: 'reader-passage',
    path: CLAIMS,
    show: async (panel, rig) => {
      await claims(panel)
      return findReader(panel, rig, 'Eastburn evaluating')
    },
  },
  {
    title: 'reader-comments',
    path: CLAIMS,
    show: async (panel, rig) => {
      await claims(panel)
      return findReader(panel, rig, 'Oracle Cisco')
    },
  },
  {
    title: 'reader-missing',
    path: CLAIMS,
    show: async (panel, rig) => {
      await claims(panel)
      const reader = await findReader(panel, rig, 'Oracle Cisco')
      await reader.evaluate(() => void (location.hash = '#nowhere'))
      await untilSaid(pageView(reader), 'cannot be shown')
      return reader
    },
  },
]

/** States that only a changed extension is in. */
export const OTHER_SCENES: {
  file: string
  change(text: string): string
  scenes: Scene[]
}[] = [
  {
    file: 'index.json',
    change: () => '{"schemaVersion": 1',
    scenes: [
      {
        title: 'no-index',
        path: CLAIMS,
        show: (panel) => untilSaid(panel, 'The sources cannot be read'),
      },
    ],
  },
]
