import type { ActionKind, Conflict, EntityId, EventId, PassageId } from './source-index.ts'
import type { Target } from './mention.ts'

/** How close a passage is to the mention; the order is the order of showing. */
export type Tier = 'same-event' | 'same-agency' | 'same-action' | 'background'

/** What a card or the digest asks about one mention. */
export type ContextQuery = {
  /** Set for an agency action. */
  agency?: EntityId
  action?: ActionKind
  target?: Target
  /** Set for a company. */
  company?: EntityId
  /** The sentence that the mention stands in. */
  sentence: string
  /** Companies that the page names anywhere, the most frequent first. */
  pageCompanies: EntityId[]
}

export type ContextPassage = {
  passage: PassageId
  tier: Tier
  /** Why it is shown, in a few words a reader understands ("the same event"). */
  reason: string
}

/** What the sources hold for one mention, ready to show. */
export type Context = {
  /** The sources' event that the mention speaks of, where there is one. */
  event?: EventId
  /** Best first; at most `MAX_PASSAGES`, from as many documents as possible. */
  passages: ContextPassage[]
  /** What the companies answered. */
  replies: PassageId[]
  conflicts: Conflict[]
}

/** A card's worth. */
export const MAX_PASSAGES = 5
