import type { CardNote } from '../../core/card/card-note.ts'
import type { CardContent } from '../../core/card/card-content.ts'
import { sayOpened } from '../../core/card/card-wording.ts'
import type { MarkedPlace } from '../../core/card/marked-place.ts'
import type { SiteKey } from '../../core/site.ts'
import { say } from '../../core/words.ts'
import { callBackground, isLost } from '../../extension/messages.ts'
import { setSiteOff } from '../../extension/settings.ts'
import type { Announcer } from '../../page/announcer.ts'
import type { CardHost, PreparedCard } from '../../page/card-host.ts'
import type { CardDriver, FramedSign, ShowOptions } from '../../page/hover.ts'
import { listMention } from '../../page/list-mentions.ts'
import { schemeAt } from '../../page/page-tone.ts'
import type { PageMention } from '../../page/placement.ts'
import type { CardActions, CardView } from '../card/card-view.ts'
import { createCardSurface, type CardSurface } from './card-surface.ts'
import { copyText } from './copy-text.ts'
import { isCardFocused, type ShowNote } from './note-host.ts'
import { createShownCards, type ShownCard } from './shown-cards.ts'

/** Longer than this, in ms, and no answer will come: a cold background takes a tenth of it. */
const PATIENCE_MS = 3000

/** A card that is drawn already, and what binds its buttons once it shows. */
type Answer = {
  card: PreparedCard
  bind: (options: ShowOptions) => void
  /** What there is to follow when the sources change; nothing on a card that tells of a fault. */
  shown: ShownCard | undefined
}
type Ask = (mention: PageMention) => Promise<CardContent | undefined>

/** Joins the hover to the background's answers and to the card's code, which is fetched only now. */
export function createCardDriver(
  host: CardHost,
  ask: Ask,
  place: CardPlace,
  announcer: Announcer,
): CardDriver<Answer> & { sourcesChanged(): void } {
  const shownCards = createShownCards()
  let told: (sign: FramedSign) => void = () => undefined
  let waiting: PreparedCard | undefined
  const drop = () => {
    waiting?.drop()
    waiting = undefined
  }
  return {
    ...host,
    sourcesChanged: shownCards.refresh,
    hear: (listener) => (told = listener),
    drop,
    find: async (mention) => {
      drop()
      const card = host.prepare()
      waiting = card
      const surface = createCardSurface(card, mention.block.owner, (sign) => told(sign))
      const view = await findView(ask, mention)
      return view && draw({ card, surface, view }, mention, place, ask)
    },
    show: (mention, { card, bind, shown }, lines, options) => {
      if (card === waiting) waiting = undefined
      const { owner } = mention.block
      const rtl = getComputedStyle(owner).direction === 'rtl'
      const anchor = { lines, rtl, scheme: schemeAt(owner) }
      bind(options)
      host.open(owner, anchor, card)
      if (shown) {
        shownCards.add(shown, card.life)
        tellSeen(shown.content)
      }
      if (options.asked) announcer.say(sayOpened(readMarked(mention)), owner)
    },
    hide: host.close,
    cardAt: host.slotAt,
  }
}

/** Where a card stands, and what says there what was done. */
export type CardPlace = {
  site: () => SiteKey | undefined
  /** An organisation has decided about the site: its switch is not offered. */
  locked: () => boolean
  note: ShowNote
}

type Found = { card: PreparedCard; surface: CardSurface; view: CardView }

/** `undefined` where the card's code does not come: nothing opens. */
async function draw(
  { card, surface, view }: Found,
  mention: PageMention,
  place: CardPlace,
  ask: Ask,
): Promise<Answer | undefined> {
  let how: ShowOptions | undefined
  const options = { pin: () => how?.pin(), close: () => how?.close() }
  const actions = createActions(mention, place, options)
  const show = (next: CardView) => inPatience(surface.draw({ ...next, actions }))
  const stands = await show(view).then(
    () => true,
    () => false,
  )
  if (!stands) return undefined
  const content = 'content' in view ? view.content : undefined
  return {
    card,
    bind: (now) => (how = now),
    shown: content && {
      content,
      isThere: () => card.host.isConnected,
      ask: () => ask(mention),
      redraw: (next) => {
        void show({ ...view, content: next } as CardView).catch(() => undefined)
        tellSeen(next)
      },
      close: options.close,
    },
  }
}

/** What a card shows is new no more. */
function tellSeen({ quotes }: CardContent): void {
  const news = [...new Set(quotes.filter(({ isNew }) => isNew).map(({ document }) => document))]
  if (news.length > 0) void callBackground('sawNew', news).catch(() => undefined)
}

/** What there is to show; a fault becomes a sentence. */
async function findView(ask: Ask, mention: PageMention): Promise<CardView | undefined> {
  try {
    const content = await inPatience(ask(mention))
    return content && { content, marked: readMarked(mention) }
  } catch (error) {
    return { failure: explainFault(error) }
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

/** The same, unless it takes too long: then it rejects. */
function inPatience<Result>(work: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Receiving end does not answer')), PATIENCE_MS)
  })
  return Promise.race([work, end]).finally(() => clearTimeout(timer))
}

function explainFault(error: unknown): string {
  return isLost(error) ? say('card_lost') : say('card_unreadable')
}

function createActions(
  mention: PageMention,
  place: CardPlace,
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
      const keys = opening.shortcut
      return keys ? say('card_openDigestByKeys', { keys }) : say('card_openDigestByHand')
    },
    ...siteActions(mention, place, close),
  }
}

/** What a card can do to its whole site; nothing on pages without one. */
function siteActions(
  mention: PageMention,
  { site: read, locked, note }: CardPlace,
  close: () => void,
): Pick<CardActions, 'switchSiteOff' | 'hideName'> {
  const site = read()
  if (site === undefined) return {}
  const { kind } = mention.mention
  const name = listMention(mention).surface
  type Doing = { work: Promise<void>; done: CardNote; undo: () => Promise<void> }
  const act = async ({ work, done, undo }: Doing, quietly = false) => {
    const focus = isCardFocused()
    await work
    close()
    note(mention, done, { focus, quietly, undo: () => void undo() })
  }
  const hide = (state: 'hidden' | 'unset') => callBackground('hideName', { kind, name, state })
  return {
    ...(!locked() && {
      switchSiteOff: (byPointer) =>
        act(
          {
            work: setSiteOff(site, true),
            done: { done: 'off', site },
            undo: () => setSiteOff(site, false),
          },
          byPointer,
        ),
    }),
    hideName: (byPointer) =>
      act(
        { work: hide('hidden'), done: { done: 'hidden', site, name }, undo: () => hide('unset') },
        byPointer,
      ),
  }
}
