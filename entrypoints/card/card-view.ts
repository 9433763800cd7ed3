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
  /** Left out on pages without a site. `byPointer`: where the browser cannot tell by itself. */
  switchSiteOff?: (byPointer?: boolean) => Promise<void>
  /** These words are no mention on this site. Left out on pages without a site. */
  hideName?: (byPointer?: boolean) => Promise<void>
  /** Keeps the card where it is, whatever the pointer does. */
  pin(): void
  close(): void
}

/** What a person can do on a note. */
export type NoteActions = { undo(): void; close(): void }

/** A card, or a note in its place, with what its buttons do. */
export type CardDrawing = (CardView & { actions: CardActions; pinned?: boolean }) | NoteDrawing
type NoteDrawing = { note: CardNote; actions: NoteActions }

/**
 * Fills a shadow root with a card, or with another in its place; answers how to take it away again.
 * `isLow`: the window leaves it little height; left out, that is asked of the window it stands in.
 */
export type MountCard = (root: ShadowRoot, drawing: CardDrawing, isLow?: boolean) => () => void

declare global {
  /**
   * The card's code arrives only when a pointer comes near a mention; it leaves its mount function
   * here, in the extension's own world, where no page script sees it.
   */
  var sourceContextMountCard: MountCard | undefined
  /** Where the engine's messages come from, which the card speaks with. */
  var sourceContextLookup: Lookup | undefined
}
