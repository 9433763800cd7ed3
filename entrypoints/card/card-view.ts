import type { CardContent } from '../../core/card-content.ts'

/** What a person can do on a card; each answers when it is done. */
export type CardActions = {
  copy(text: string): Promise<void>
  openReader(passage: string): void
  /** `undefined` when the digest has opened, otherwise how to open it by hand. */
  openDigest(): Promise<string | undefined>
  switchSiteOff(): void
}

/** Fills a shadow root with a card; answers how to take it away again. */
export type MountCardView = (
  root: ShadowRoot,
  content: CardContent,
  actions: CardActions,
) => () => void

declare global {
  /**
   * The card's code arrives only when a pointer comes near a mention; it leaves its mount function
   * here, in the extension's own world, where no page script sees it.
   */
  var sourceContextMountCard: MountCardView | undefined
}
