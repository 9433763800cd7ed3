import type { CardContent } from '../../core/card/card-content.ts'
import { SAY_LOST, sayOpened, SAY_UNREADABLE } from '../../core/card/card-wording.ts'
import type { MarkedPlace } from '../../core/card/marked-place.ts'
import { callBackground } from '../../extension/messages.ts'
import { setSiteOff } from '../../extension/settings.ts'
import type { Announcer } from '../../page/announcer.ts'
import type { CardHost, PreparedCard } from '../../page/card-host.ts'
import type { CardDriver, ShowOptions } from '../../page/hover.ts'
import { listMention } from '../../page/list-mentions.ts'
import { schemeAt } from '../../page/page-tone.ts'
import type { PageMention } from '../../page/placement.ts'
import type { CardActions, CardView, MountCardView } from '../card/card-view.ts'
import { copyText } from './copy-text.ts'

/** Longer than this, in ms, and no answer will come: a cold background takes a tenth of it. */
const PATIENCE_MS = 3000

/** A card that is drawn already, and what binds its buttons once it shows. */
type Answer = { card: PreparedCard; bind: (options: ShowOptions) => void }
type Ask = (mention: PageMention) => Promise<CardContent | undefined>

/** Joins the hover to the background's answers and to the card's code, which is fetched only now. */
export function createCardDriver(
  host: CardHost,
  ask: Ask,
  site: string | undefined,
  announcer: Announcer,
): CardDriver<Answer> {
  return {
    ...host,
    find: async (mention) => {
      const found = await findView(ask, mention)
      return found && prepare(host, found, mention, site)
    },
    show: (mention, { card, bind }, lines, options) => {
      const { owner } = mention.block
      const rtl = getComputedStyle(owner).direction === 'rtl'
      const anchor = { lines, rtl, scheme: schemeAt(owner) }
      bind(options)
      host.open(owner, anchor, card)
      if (options.asked) announcer.say(sayOpened(readMarked(mention)), owner)
    },
    hide: host.close,
    cardAt: host.slotAt,
  }
}

type Found = { view: CardView; mount: MountCardView }

function prepare(
  host: CardHost,
  { view, mount }: Found,
  mention: PageMention,
  site: string | undefined,
): Answer {
  let how: ShowOptions | undefined
  const options = { pin: () => how?.pin(), close: () => how?.close() }
  const actions = createActions(mention, site, options)
  return {
    card: host.prepare((root) => mount(root, view, actions)),
    bind: (now) => (how = now),
  }
}

/** A fault becomes a sentence on a card; where not even the card's code comes, nothing opens. */
async function findView(ask: Ask, mention: PageMention): Promise<Found | undefined> {
  const mounting = loadCardView().catch(() => undefined)
  try {
    const content = await Promise.race([ask(mention), outOfPatience()])
    const mount = await mounting
    return content && mount && { view: { content, marked: readMarked(mention) }, mount }
  } catch (error) {
    const mount = await Promise.race([mounting, outOfPatience()])
    return mount && { view: { failure: explainFault(error) }, mount }
  }
}

function readMarked(mention: PageMention): MarkedPlace {
  const listed = listMention(mention)
  const { surface } = listed
  if (listed.kind === 'action') return { surface, modality: listed.modality }
  return mention.mention.kind === 'company' && mention.mention.suggested
    ? { surface, suggested: true }
    : { surface }
}

async function loadCardView(): Promise<MountCardView | undefined> {
  if (!globalThis.sourceContextMountCard) await callBackground('loadCard')
  return globalThis.sourceContextMountCard
}

function outOfPatience(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('Receiving end does not answer')), PATIENCE_MS)
  })
}

/** Browsers' own words for a message that reached nobody. */
const LOST = /receiving end|port closed|port moved|conduit|disconnected/i

function explainFault(error: unknown): string {
  return error instanceof Error && LOST.test(error.message) ? SAY_LOST : SAY_UNREADABLE
}

function createActions(
  mention: PageMention,
  site: string | undefined,
  { pin, close }: Pick<ShowOptions, 'pin' | 'close'>,
): CardActions {
  return {
    pin,
    close,
    copy: copyText,
    openReader: (passage) => callBackground('openReader', passage),
    openDigest: async () => {
      const opening = await callBackground('openDigest', mention.id)
      if (opening.opened) return undefined
      const keys = opening.shortcut ? `press ${opening.shortcut} or ` : ''
      return `To open the digest here, ${keys}use the toolbar button.`
    },
    switchSiteOff: async () => {
      if (site !== undefined) await setSiteOff(site, true)
      close()
    },
  }
}
