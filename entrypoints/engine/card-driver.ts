import type { CardContent } from '../../core/card-content.ts'
import { callBackground } from '../../extension/messages.ts'
import { setSiteOff } from '../../extension/settings.ts'
import type { CardHost } from '../../page/card-host.ts'
import type { CardDriver } from '../../page/hover.ts'
import type { PageMention } from '../../page/placement.ts'
import type { CardActions, MountCardView } from '../card/card-view.ts'
import { copyText } from './copy-text.ts'

type Answer = { content: CardContent; mount: MountCardView }

/** Joins the hover to the background's answers and to the card's code, which is fetched only now. */
export function createCardDriver(
  host: CardHost,
  ask: (mention: PageMention) => Promise<CardContent | undefined>,
  site: string | undefined,
): CardDriver<Answer> {
  return {
    find: async (mention) => {
      const [content, mount] = await Promise.all([ask(mention), loadCardView()])
      return content && mount ? { content, mount } : undefined
    },
    show: (mention, answer, lines) => {
      host.open(mention.block.owner, lines, (root) =>
        answer.mount(root, answer.content, createActions(mention, site, host)),
      )
    },
    hide: host.close,
    isCard: host.contains,
  }
}

async function loadCardView(): Promise<MountCardView | undefined> {
  if (!globalThis.sourceContextMountCard) await callBackground('loadCard')
  return globalThis.sourceContextMountCard
}

function createActions(
  mention: PageMention,
  site: string | undefined,
  host: CardHost,
): CardActions {
  return {
    copy: copyText,
    openReader: (passage) => void callBackground('openReader', passage),
    openDigest: async () => {
      const opening = await callBackground('openDigest', mention.id)
      if (opening.opened) return undefined
      const keys = opening.shortcut ? `press ${opening.shortcut} or ` : ''
      return `To open the digest here, ${keys}use the toolbar button.`
    },
    switchSiteOff: () => {
      host.close()
      if (site !== undefined) void setSiteOff(site, true)
    },
  }
}
