import type { CardContent } from '../../core/card/card-content.ts'
import type { MarkedPlace } from '../../core/card/marked-place.ts'

/** What a card shows: what the sources hold, or in a sentence why it cannot tell. */
export type CardView = { content: CardContent; marked: MarkedPlace } | { failure: string }

/** What a person can do on a card; each answers when it is done, or rejects when nobody does it. */
export type CardActions = {
  copy(text: string): Promise<void>
  openReader(passage: string): Promise<void>
  /** `undefined` when the digest has opened, otherwise how to open it by hand. */
  openDigest(): Promise<string | undefined>
  switchSiteOff(): Promise<void>
  /** Keeps the card where it is, whatever the pointer does. */
  pin(): void
  close(): void
}

/** Fills a shadow root with a card; answers how to take it away again. */
export type MountCardView = (root: ShadowRoot, view: CardView, actions: CardActions) => () => void

declare global {
  /**
   * The card's code arrives only when a pointer comes near a mention; it leaves its mount function
   * here, in the extension's own world, where no page script sees it.
   */
  var sourceContextMountCard: MountCardView | undefined
}
