import type { Modality } from '../mention.ts'

/** What the page itself says at a mark, as far as a card repeats it. */
export type MarkedPlace = {
  /** The marked words, white space folded. */
  surface: string
  /** The words are not the name as it is written, but a likely slip for it. */
  suggested?: true
  /** How the page puts an agency action; a company's name has none. */
  modality?: Modality
}
