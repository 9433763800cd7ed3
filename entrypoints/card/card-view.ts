import type { CardContent } from '../../core/card/card-content.ts'
import type { CardNote } from '../../core/card/card-note.ts'
import type { MarkedPlace } from '../../core/card/marked-place.ts'
import type { Lookup } from '../../core/words.ts'

/** What a card shows: what the sources hold, or in a sentence why it cannot tell. */
export type CardView = { content: CardContent; marked: MarkedPlace } | { failure: string }

/** What a person can do on a card; each answers when it is done, or rejects when nobody does it. */
export type CardActions = {
  copy(text: string): Promise<void>
  openReader(passage: string): Promise<void>
  /** `undefined` when the digest has opened, otherwise how to open it by hand. */
  openDigest(): Promise<string | undefined>
  /** Left out on pages without a site. */
  switchSiteOff?: () => Promise<void>
  /** These words are no mention on this site. Left out on pages without a site. */
  hideName?: () => Promise<void>
  /** Keeps the card where it is, whatever the pointer does. */
  pin(): void
  close(): void
}

/** Fills a shadow root with a card; answers how to take it away again. */
export type MountCardView = (root: ShadowRoot, view: CardView, actions: CardActions) => () => void

/** What a person can do on a note. */
export type NoteActions = { undo(): void; close(): void }

/** The same for a note. */
export type MountNote = (root: ShadowRoot, note: CardNote, actions: NoteActions) => () => void

declare global {
  /**
   * The card's code arrives only when a pointer comes near a mention; it leaves its mount functions
   * here, in the extension's own world, where no page script sees it.
   */
  var sourceContextMountCard: MountCardView | undefined
  var sourceContextMountNote: MountNote | undefined
  /** Where the engine's messages come from, which the card speaks with. */
  var sourceContextLookup: Lookup | undefined
}
