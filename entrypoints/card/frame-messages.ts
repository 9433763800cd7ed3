import type { FramedSign } from '../../page/hover.ts'
import type { CardDrawing } from './card-view.ts'

/**
 * What a card that stands in a frame and the engine around it say to each other, over a port that
 * nobody else has.
 */

/** With these words the engine hands the frame its port. */
export const PORT_WORDS = 'source-context-card'

type Undone<Drawing> = Drawing extends unknown ? Omit<Drawing, 'actions'> : never

export type ToFrame =
  /** Shows a card, or another in its place. `actions`: what can be done on it. */
  | { type: 'draw'; drawing: Undone<CardDrawing>; actions: string[]; around: CardPlace }
  /** Takes the focus; `quietly`: nothing shows that. */
  | { type: 'enter'; quietly: boolean }
  /** An action has been done, or has failed. */
  | { type: 'done'; id: number; value: string | undefined }
  | { type: 'failed'; id: number }

/** What the page around has to do with how the card looks; `isPinned`: it was, in another frame. */
export type CardPlace = { scheme: string; isLow: boolean; isPinned: boolean }

export type FromFrame =
  /** As tall as the card would be if it might, in px, and what of it is painted beyond its edge. */
  | { type: 'size'; height: number; shadow: string; corner: string }
  /** Somebody presses a button of theirs. */
  | { type: 'press' }
  | { type: 'act'; id: number; action: string; argument: string | undefined; byKey: boolean }
  | { type: 'sign'; sign: FramedSign }
