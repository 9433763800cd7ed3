import type { Page } from 'puppeteer-core'
import type { ListedMention, PageReport } from '../../../core/page-report.ts'
import { DIGEST_PORT } from '../../../extension/messages.ts'
import { apiIn, tabOf } from './own-pages.ts'
import type { Rig } from './rig.ts'

type Port = {
  onMessage: { addListener(hear: (message: { type: string; report: PageReport }) => void): void }
  onDisconnect: { addListener(hear: () => void): void }
  disconnect(): void
}
type Tabs = { tabs: { connect(tab: number, how: { name: string; frameId: number }): Port } }

/**
 * All mentions of a page's main frame, near the viewport or not, in reading order: what the frame
 * tells a digest that has just begun to watch. `undefined` while no engine runs there. `front` is the
 * page that stands in front afterwards.
 */
export async function listedMentions(
  rig: Rig,
  page: Page,
  front = page,
): Promise<ListedMention[] | undefined> {
  await rig.badge(front)
  const own = await rig.findOwnPage('/manifest.json')
  const mentions = await own.evaluate(
    (api, tab, name) =>
      new Promise<string>((resolve) => {
        const port = (api as unknown as Tabs).tabs.connect(tab, { name, frameId: 0 })
        port.onDisconnect.addListener(() => resolve(''))
        port.onMessage.addListener(({ type, report }) => {
          if (type !== 'report') return
          resolve(JSON.stringify(report.mentions))
          port.disconnect()
        })
      }),
    await apiIn(own),
    await tabOf(own, page),
    DIGEST_PORT,
  )
  return mentions === '' ? undefined : (JSON.parse(mentions) as ListedMention[])
}
